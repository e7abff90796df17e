import { m } from '../paraglide/messages.js';
import { fromLocalTime, toLocalTime } from './local-time.ts';

/** A time of a form as a moment; what was left as it stood stays that moment. */
export function typedMoment(
  typed: string,
  { zone, was }: { readonly zone: string; readonly was: readonly string[] },
): { readonly instant: string } | { readonly error: string } {
  const stood = was.find((instant) => shownAs(instant, zone) === typed);
  if (stood !== undefined) return { instant: stood };
  const read = fromLocalTime(typed, zone);
  if (read.ok) return { instant: read.instant };
  switch (read.reason) {
    case 'malformed':
      return { error: m.assign_error_time() };
    case 'skipped':
      return { error: m.assign_error_time_skipped({ zone }) };
    case 'twice':
      return { error: m.assign_error_time_twice({ zone }) };
  }
}

/** What stood comes back with the form, by whatever hands. */
function shownAs(instant: string, zone: string): string | null {
  try {
    return toLocalTime(instant, zone);
  } catch {
    return null;
  }
}
