import type { CaseView } from '@glossator/contract';
import type { CaseAction, CaseKind } from '@glossator/domain';
import { getLocale } from '#lib/paraglide/runtime.js';
import { m } from '#lib/paraglide/messages.js';

export const kindLabels = {
  held: m.queue_kind_held,
  edit: m.queue_kind_edit,
  flagged: m.queue_kind_flagged,
  appeal: m.queue_kind_appeal,
  staff: m.queue_kind_staff,
} satisfies Record<CaseKind, () => string>;

export const actionLabels = {
  approve: m.queue_approve,
  return: m.queue_return,
  refuse: m.queue_refuse,
  keep: m.queue_keep,
  hide: m.queue_hide,
  unhide: m.unhide_submit,
  overturn: m.queue_overturn,
  uphold: m.queue_uphold,
} satisfies Record<CaseAction, () => string>;

/** `14:32 UTC`, the same on the server and in every browser. */
export const hourOf = (iso: string): string => `${iso.slice(11, 16)} UTC`;

const number = (value: number | undefined): string => (value ?? 0).toLocaleString(getLocale());

/** Why a case is here, as a moderator reads it: with the figures, and the words with their lists. */
export function causeLine(cause: CaseView['causes'][number]): string {
  const { length, links, limit, approved, needed, decided, refused } = cause;
  switch (cause.phase) {
    case 'length':
      return m.queue_cause_length({ length: number(length), limit: number(limit) });
    case 'links': {
      const figures = { links: number(links), limit: number(limit) };
      if (cause.kind === 'added') return m.queue_cause_links_added();
      return cause.kind === 'newcomer'
        ? m.queue_cause_links_newcomer(figures)
        : m.queue_cause_links(figures);
    }
    case 'word-lists': {
      const words = (cause.words ?? []).map((each) => m.queue_cause_word(each));
      return m.queue_cause_words({ words: words.join(m.list_comma()) });
    }
    case 'duplicate':
      return m.queue_cause_duplicate();
    case 'newcomer':
      return cause.isEdit === true
        ? m.queue_cause_newcomer_edit()
        : m.queue_cause_newcomer({ approved: number(approved), needed: number(needed) });
    case 'recent-refusals':
      return m.queue_cause_refusals({ decided: number(decided), refused: number(refused) });
    case 'always-hold':
      return m.queue_cause_always();
    case 'hold-all':
      return m.queue_cause_all();
    case 'resubmitted':
      return m.queue_cause_resubmitted();
    case 'revised':
      return m.queue_cause_revised();
    case 'flagged':
      return m.queue_cause_flagged();
    case 'appealed':
      return m.queue_cause_appealed();
  }
}
