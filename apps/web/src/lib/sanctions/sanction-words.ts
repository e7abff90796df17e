import type { SanctionNotice, ShownSanctionState } from '@glossator/contract';
import type { SanctionKind } from '@glossator/domain';
import { formatInstant } from '#lib/i18n/instant.ts';
import { localised } from '#lib/i18n/localised.ts';
import { reasonWords } from '#lib/moderation/reason-words.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

export const kindWords = {
  warning: m.sanction_warning,
  mute: m.sanction_mute,
  ban: m.sanction_ban,
} satisfies Record<SanctionKind, () => string>;

export const stateWords = {
  unread: m.sanction_state_unread,
  read: m.sanction_state_read,
  'in-force': m.sanction_state_in_force,
  ended: m.sanction_state_ended,
  lifted: m.sanction_state_lifted,
} satisfies Record<ShownSanctionState, () => string>;

export const endWords = (until: string | null): string =>
  until === null
    ? m.sanction_until_lifted()
    : m.sanction_until({ time: formatInstant(until, getLocale(), 'minute') });

export function placeWords(titles: Readonly<Record<string, string>>): string {
  const { text } = localised(titles, getLocale());
  return text === '' ? m.sanction_on_site() : m.sanction_in_work({ title: text });
}

/** What a refused form says beside its own sentence. */
export function sanctionDetails({ kind, reason, words, until }: SanctionNotice): string {
  const told = { reason: reasonWords(reason).label(), words };
  return kind === 'warning'
    ? m.sanction_warning_details(told)
    : m.sanction_details({ ...told, end: endWords(until) });
}
