const hour = 60 * 60 * 1_000;
const day = 24 * hour;
/** Of Shanghai, which keeps no summer time. */
const offset = 8 * hour;

const dateIn = (days: number): string =>
  new Date(Date.now() + offset + days * day).toISOString().slice(0, 10);

export const morningIn = (days: number): string => `${dateIn(days)}T00:00:00+08:00`;
export const nightIn = (days: number): string => `${dateIn(days)}T23:59:00+08:00`;
