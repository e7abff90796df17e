/**
 * The same on the server and in every browser: UTC, named as such, so that hydration finds what
 * it expects. `date` for lists, `minute` where the hour matters.
 */
export function formatInstant(
  iso: string,
  locale: string,
  detail: 'date' | 'minute' = 'date',
): string {
  const options: Intl.DateTimeFormatOptions =
    detail === 'date'
      ? { dateStyle: 'medium', timeZone: 'UTC' }
      : {
          year: 'numeric',
          month: 'short',
          day: 'numeric',
          hour: '2-digit',
          minute: '2-digit',
          hourCycle: 'h23',
          timeZone: 'UTC',
        };
  const text = new Intl.DateTimeFormat(locale, options).format(new Date(iso));
  // Behind the time in every language: Intl puts it before the hour in Chinese.
  return detail === 'date' ? text : `${text} UTC`;
}
