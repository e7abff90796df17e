/** How renderings are told apart: by a shape and a colour, used again after the last. */
export const looks = 8;
export function lookOf(rendering: number | null, lost: boolean, changed = false): string {
  if (changed) return 'changed';
  return rendering === null ? (lost ? 'lost' : 'none') : String(rendering % looks);
}

export const driftWords = (drift: number, locale: string): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(drift);
