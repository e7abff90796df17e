/** Time zones to choose from. Coordinated time is no place, so no list of places has it. */
export const zones: readonly string[] = [
  'UTC',
  ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC'),
];
