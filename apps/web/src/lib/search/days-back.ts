import { getLocale } from '#lib/paraglide/runtime.js';

const steps = [
  ['day', 0],
  ['day', -1],
  ['day', -7],
  ['day', -30],
  ['year', -1],
] as const;

/** Days that are often asked for, by the calendar of the notes, which is UTC. */
export function daysBack(): { readonly value: string; readonly text: string }[] {
  const words = new Intl.RelativeTimeFormat(getLocale(), { numeric: 'auto' });
  return steps.map(([unit, count]) => {
    const day = new Date();
    if (unit === 'day') day.setUTCDate(day.getUTCDate() + count);
    else day.setUTCFullYear(day.getUTCFullYear() + count);
    return { value: day.toISOString().slice(0, 10), text: words.format(count, unit) };
  });
}
