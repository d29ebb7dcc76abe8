/** Thrown where a command cannot do what it was asked: the message is all that the user sees. */
export class Refusal extends Error {}

/** Runs a command's main function: a Refusal becomes one line on standard error and exit code 1. */
export async function runCommand(main: (args: string[]) => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    process.exitCode = 1;
    console.error(error instanceof Refusal ? error.message : error);
  }
}
