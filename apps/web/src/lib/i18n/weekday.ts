export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** What a day of the week is called, 1 for Monday. */
export function weekdayName(day: number, locale: string, width: 'long' | 'narrow'): string {
  // The first of January 2024 was a Monday.
  const date = new Date(Date.UTC(2024, 0, day));
  return new Intl.DateTimeFormat(locale, { weekday: width, timeZone: 'UTC' }).format(date);
}
