import type { About } from '@glossator/contract';
import type { PhaseName } from '@glossator/domain';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

const causes = {
  length: m.transparency_cause_length,
  links: m.transparency_cause_links,
  'word-lists': m.transparency_cause_words,
  duplicate: m.transparency_cause_duplicate,
  newcomer: m.transparency_cause_newcomer,
  'recent-refusals': m.transparency_cause_refusals,
  'always-hold': m.transparency_cause_always,
  'hold-all': m.transparency_cause_all,
} satisfies Record<PhaseName, () => string>;
export const causeWord = (phase: PhaseName): string => causes[phase]();

export const numberWord = (count: number): string => count.toLocaleString(getLocale());

export const aboutWord = ({ atLeast, atMost }: About): string =>
  atLeast === 0
    ? m.transparency_few()
    : m.transparency_range({ from: numberWord(atLeast), to: numberWord(atMost) });

export const monthWord = (month: string): string =>
  new Intl.DateTimeFormat(getLocale(), { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );

/** A year, a quarter or a month, as an address names it. */
export function periodWord(name: string): string {
  const [, year, number] = /^(\d{4})-Q(\d)$/.exec(name) ?? [];
  if (year !== undefined && number !== undefined) return m.transparency_quarter({ year, number });
  return name.length === 4 ? name : monthWord(name);
}
