/**
 * A moment by the clocks of a time zone, to the minute; the zone is named beside it where it is shown.
 * The zone is given, never the machine's own, so that hydration finds what the server wrote.
 */
export function zonedInstant(iso: string, locale: string, zone: string): string {
  return new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).format(new Date(iso));
}

/** The day of it there. */
export function zonedDay(iso: string, locale: string, zone: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: zone }).format(
    new Date(iso),
  );
}
