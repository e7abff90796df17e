import type { FlagReason, RefusalReason } from '@glossator/domain';
import type { Locale } from '@glossator/contract';
import { m } from '#lib/paraglide/messages.js';

interface ReasonWords {
  /** A moderator's choice, in a word or two. */
  readonly label: (inputs?: Record<string, never>, options?: { locale?: Locale }) => string;
  /** To the author: what is wrong, and what to do. */
  readonly told: (inputs?: Record<string, never>, options?: { locale?: Locale }) => string;
  /** To readers, where the note stood. */
  readonly class: () => string;
}

const reasons = {
  'wrong-clause': {
    label: m.reason_wrong_clause,
    told: m.reason_wrong_clause_told,
    class: m.reason_wrong_clause_class,
  },
  misquotes: {
    label: m.reason_misquotes,
    told: m.reason_misquotes_told,
    class: m.reason_misquotes_class,
  },
  'off-topic': {
    label: m.reason_off_topic,
    told: m.reason_off_topic_told,
    class: m.reason_off_topic_class,
  },
  unclear: {
    label: m.reason_unclear,
    told: m.reason_unclear_told,
    class: m.reason_unclear_class,
  },
  repeated: {
    label: m.reason_repeated,
    told: m.reason_repeated_told,
    class: m.reason_repeated_class,
  },
  abusive: {
    label: m.reason_abusive,
    told: m.reason_abusive_told,
    class: m.reason_abusive_class,
  },
  spam: { label: m.reason_spam, told: m.reason_spam_told, class: m.reason_spam_class },
  'personal-data': {
    label: m.reason_personal_data,
    told: m.reason_personal_data_told,
    class: m.reason_personal_data_class,
  },
  unlawful: {
    label: m.reason_unlawful,
    told: m.reason_unlawful_told,
    class: m.reason_unlawful_class,
  },
  other: { label: m.reason_other, told: m.reason_other_told, class: m.reason_other_class },
} satisfies Record<RefusalReason, ReasonWords>;

/** The reason of a refusal, for a moderator, the author and readers. */
export const reasonWords = (reason: RefusalReason): ReasonWords => reasons[reason];

/** What an author is told of a reason, in the author's own language. */
export const reasonTold = (reason: RefusalReason, locale: Locale): string =>
  reasons[reason].told({}, { locale });

const flags = {
  'wrong-clause': m.flag_wrong_clause,
  misquotes: m.flag_misquotes,
  'off-topic': m.flag_off_topic,
  abusive: m.flag_abusive,
  spam: m.flag_spam,
  'personal-data': m.flag_personal_data,
  unlawful: m.flag_unlawful,
  other: m.flag_other,
} satisfies Record<FlagReason, () => string>;

/** What a reader says who flags a note. */
export const flagWords = (reason: FlagReason): string => flags[reason]();
