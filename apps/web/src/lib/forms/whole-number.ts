/** A number of a form from 1 to `max`; null where what was typed is none. */
export function wholeNumber(text: string, max: number): number | null {
  const number = /^\s*\d{1,6}\s*$/u.test(text) ? Number(text) : 0;
  return number >= 1 && number <= max ? number : null;
}
