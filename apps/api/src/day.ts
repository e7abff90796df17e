/** A day as the database has it, which refuses a thirtieth of February. */
export function isDay(typed: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/u.test(typed) ? Date.parse(`${typed}T00:00:00Z`) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === typed;
}
