/** Times leave as ISO text in UTC: a JavaScript date would cut the microseconds a cursor needs. */
export const isoInstant = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** Before and after every instant and every uuid: where a list without a cursor begins. */
export const ends = {
  firstInstant: '-infinity',
  lastInstant: 'infinity',
  firstUuid: '00000000-0000-0000-0000-000000000000',
  lastUuid: 'ffffffff-ffff-ffff-ffff-ffffffffffff',
} as const;
