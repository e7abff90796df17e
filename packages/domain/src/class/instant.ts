/**
 * A moment as the database and the contract write it, `2026-03-01T09:00:00.000000Z`: always UTC and
 * always of one width, so that the order of the words is the order of the moments.
 */
export type Instant = string;
