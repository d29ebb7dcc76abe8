/**
 * The regular plural of a form's last word: agent → agents, loss → losses, policy → policies.
 * The matcher finds these by itself, so that entries list irregular ones only.
 */
export function regularPlural(text: string): string {
  if (/[^aeiou\W\d_]y$/i.test(text)) return `${text.slice(0, -1)}ies`;
  return /(?:[sxz]|ch|sh)$/i.test(text) ? `${text}es` : `${text}s`;
}
