import { parseAbsolute, parseDateTime } from '@internationalized/date';
import type { FormRow, RowValues } from '../term/term-values.ts';
import { fromLocalTime, toLocalTime } from './local-time.ts';

/** A typed time so many days later, by the clocks; what is none stays as it is typed. */
export function moveTime(typed: string, days: number): string {
  try {
    return parseDateTime(typed.trim().replace(' ', 'T')).add({ days }).toString().slice(0, 16);
  } catch {
    return typed;
  }
}

/** The moment so many days later at the same time of day; null where clocks leave that out or have it twice. */
function moveMoment(instant: string, days: number, zone: string): string | null {
  try {
    const meant = moveTime(toLocalTime(instant, zone), days);
    if (!fromLocalTime(meant, zone).ok) return null;
    return parseAbsolute(instant, zone).add({ days }).toAbsoluteString();
  } catch {
    // What stood comes back with the form, by whatever hands.
    return null;
  }
}

/** A row whose times are so many days later, by the clocks of the class and with their seconds. */
export function moveRow(row: FormRow, days: number, zone: string): FormRow {
  const { title, clauses, ...times } = row.values;
  const entries = Object.entries(times).map(([field, typed]) => [field, moveTime(typed, days)]);
  const values = { title, clauses, ...Object.fromEntries(entries) } as RowValues;
  if (row.stood === null) return { ...row, values };
  const moments = row.stood.moments.flatMap((instant) => moveMoment(instant, days, zone) ?? []);
  return {
    ...row,
    values,
    stood: { ...row.stood, moments: [...new Set([...row.stood.moments, ...moments])] },
  };
}
