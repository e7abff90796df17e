import type { ToldCause } from '@glossator/contract';
import type { CaseCause } from '@glossator/domain';
import { m } from '#lib/paraglide/messages.js';

function linksTold({ kind, links = 0, limit = 0 }: ToldCause): string {
  if (kind === 'added') return m.cause_links_added();
  return kind === 'newcomer'
    ? m.cause_links_newcomer({ links, limit })
    : m.cause_links_many({ links, limit });
}

const sentences = {
  length: ({ length = 0, limit = 0 }) => m.cause_length({ length, limit }),
  links: linksTold,
  'word-lists': ({ words = [] }) =>
    words.length === 0
      ? m.cause_word_lists()
      : m.cause_word_lists_told({ words: words.join(m.list_comma()) }),
  duplicate: () => m.cause_duplicate(),
  newcomer: ({ isEdit, needed = 0, approved = 0 }) =>
    isEdit === true ? m.cause_newcomer_edit({ needed }) : m.cause_newcomer({ needed, approved }),
  'recent-refusals': ({ decided = 0, refused = 0 }) =>
    m.cause_recent_refusals({ decided, refused }),
  'always-hold': () => m.cause_always_hold(),
  'hold-all': () => m.cause_hold_all(),
  resubmitted: () => m.cause_resubmitted(),
  revised: () => m.cause_revised(),
  flagged: () => m.cause_flagged(),
  appealed: () => m.cause_appealed(),
} satisfies Record<CaseCause['phase'], (cause: ToldCause) => string>;

/** Why a note is before moderators, as its author reads it. */
export const causeTold = (cause: ToldCause): string => sentences[cause.phase](cause);
