import { parseAbsolute, parseDateTime, toCalendarDateTime, toZoned } from '@internationalized/date';

export type LocalTimeFailure = 'malformed' | 'skipped' | 'twice';
export type LocalTime =
  | { readonly ok: true; readonly instant: string }
  | { readonly ok: false; readonly reason: LocalTimeFailure };

/** A moment as a form has it: by the clocks of a zone, to the minute. */
export const toLocalTime = (instant: string, zone: string): string =>
  toCalendarDateTime(parseAbsolute(instant, zone)).toString().slice(0, 16);

/**
 * The moment that is meant by a time of a form. Where clocks are put forward a time is left out; where
 * they are put back it comes twice. Neither is guessed at: who typed it can name a moment that is one.
 */
export function fromLocalTime(text: string, zone: string): LocalTime {
  const match = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::\d\d)?$/u.exec(text.trim());
  if (match === null) return { ok: false, reason: 'malformed' };
  const typed = `${match[1] ?? ''}T${match[2] ?? ''}`;
  const [early, late] = momentsOf(typed, zone);
  if (early === undefined || late === undefined) return { ok: false, reason: 'malformed' };
  const instant = early.toAbsoluteString();
  if (toLocalTime(instant, zone) !== typed) return { ok: false, reason: 'skipped' };
  if (early.compare(late) !== 0) return { ok: false, reason: 'twice' };
  return { ok: true, instant };
}

/** The moments that may be meant; none where there is no such day, or no such zone. */
function momentsOf(typed: string, zone: string) {
  try {
    const time = parseDateTime(typed);
    return [toZoned(time, zone, 'earlier'), toZoned(time, zone, 'later')];
  } catch {
    return [];
  }
}
