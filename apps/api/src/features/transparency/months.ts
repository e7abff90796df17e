/** Months as `2026-03`, which sort as text. */
export const firstDay = (month: string): string => `${month}-01`;

export function monthAfter(month: string, step: 1 | -1 = 1): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const count = year * 12 + number - 1 + step;
  return `${String(Math.floor(count / 12))}-${String((count % 12) + 1).padStart(2, '0')}`;
}
