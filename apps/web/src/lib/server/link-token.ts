/** The secret of a link from a message; null where the link was cut short. */
export function linkToken(value: string | null): string | null {
  return value !== null && /^[\w-]{20,200}$/.test(value) ? value : null;
}
