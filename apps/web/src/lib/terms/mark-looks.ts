/** How renderings are told apart: by a shape and a colour, used again after the last. */
export const looks = 8;
export const lookOf = (rendering: number | null, lost: boolean): string =>
  rendering === null ? (lost ? 'lost' : 'none') : String(rendering % looks);

export const driftWords = (drift: number, locale: string): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(drift);
