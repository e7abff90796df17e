/** A day of the calendar, `2026-03-09`, as it is told; it is of no time zone any more. */
export const dayWord = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
