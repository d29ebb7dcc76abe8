export const ROOT: string;
export class Refusal extends Error {}
export function setUp(options?: { root?: string; version?: string }): string;
export function whyStale(root: string): string | null;
