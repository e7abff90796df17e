/** Hundredths as they are read: `7.5`. */
export const writePoints = (hundredths: number): string => String(hundredths / 100);

/** Points as they are typed, in hundredths; null where it is no number with at most two decimals. */
export function readPoints(typed: string): number | null {
  const match = /^(\d{1,5})(?:[.,](\d{1,2}))?$/u.exec(typed.trim());
  if (match === null) return null;
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}
