import type { HoldVerdict } from '@glossator/contract';
import type { CaseCause } from '@glossator/domain';
import { m } from '#lib/paraglide/messages.js';

type Cause = HoldVerdict['causes'][number];

const linksSeen = ({ kind, links = 0, limit = 0 }: Cause): string =>
  kind === 'added' ? m.rules_seen_added({ links }) : m.rules_seen_links({ links, limit });

const sentences = {
  length: ({ length = 0, limit = 0 }) => m.rules_seen_length({ length, limit }),
  links: linksSeen,
  'word-lists': ({ words = [] }) =>
    words.map(({ word, list }) => m.rules_seen_word({ word, list })).join(m.list_comma()),
  duplicate: () => m.rules_seen_duplicate(),
  newcomer: ({ approved = 0, needed = 0 }) => m.rules_seen_newcomer({ approved, needed }),
  'recent-refusals': ({ decided = 0, refused = 0 }) => m.rules_seen_refusals({ decided, refused }),
  'always-hold': () => m.rules_seen_always(),
  'hold-all': () => m.rules_seen_all(),
  resubmitted: () => m.rules_seen_resubmitted(),
  revised: () => m.rules_seen_revised(),
  flagged: () => m.rules_seen_flagged(),
  appealed: () => m.rules_seen_appealed(),
} satisfies Record<CaseCause['phase'], (cause: Cause) => string>;

/** Why a note is before moderators, as they read it: with listed words and their lists. */
export const causeSeen = (cause: Cause): string => sentences[cause.phase](cause);
