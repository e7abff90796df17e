import type { Problem } from '@glossator/contract';
import { calendarDay } from '#lib/i18n/calendar-day.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

/** Until when a class kept what a link led to; null where it is about something else. */
export function erasedSentence({ code, current }: Problem): string | null {
  if (code !== 'class-erased') return null;
  const { until } = (current ?? {}) as { readonly until?: unknown };
  return typeof until === 'string'
    ? m.retention_gone({ day: calendarDay(until, getLocale()) })
    : m.problem_class_erased();
}
