import type { ToldCause } from '@glossator/domain';
import { getLocale } from '#lib/paraglide/runtime.js';
import { m } from '#lib/paraglide/messages.js';

const number = (value: number): string => value.toLocaleString(getLocale());

/** Why a note is held, as its author reads it. */
export function causeTold(cause: ToldCause): string {
  switch (cause.phase) {
    case 'length':
      return m.cause_length({ length: number(cause.length), limit: number(cause.limit) });
    case 'links': {
      const { links, limit } = cause;
      if (cause.kind === 'added') return m.cause_links_added();
      return cause.kind === 'newcomer'
        ? m.cause_links_newcomer({ links, limit })
        : m.cause_links_many({ links, limit });
    }
    case 'word-lists':
      return cause.words.length === 0
        ? m.cause_word_lists()
        : m.cause_word_lists_told({ words: cause.words.join(m.list_comma()) });
    case 'duplicate':
      return m.cause_duplicate();
    case 'newcomer': {
      const { approved, needed } = cause;
      return cause.isEdit
        ? m.cause_newcomer_edit({ needed })
        : m.cause_newcomer({ needed, approved });
    }
    case 'recent-refusals':
      return m.cause_recent_refusals({ decided: cause.decided, refused: cause.refused });
    case 'always-hold':
      return m.cause_always_hold();
    case 'hold-all':
      return m.cause_hold_all();
    case 'resubmitted':
      return m.cause_resubmitted();
    case 'revised':
      return m.cause_revised();
    case 'flagged':
      return m.cause_flagged();
    case 'appealed':
      return m.cause_appealed();
  }
}
