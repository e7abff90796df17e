import type { HoldMode, HoldSettings } from './settings.ts';
import type { FoundWord, WordMatcher } from './word-matcher.ts';

/** What the phases are asked about: one text that is to stand in the public layer. */
export interface HoldQuestion {
  /** Markdown as it was sent in. */
  readonly body: string;
  /** True only where the note is public now; a note that waits is judged as a new one. */
  readonly isEdit: boolean;
  /**
   * Of an edit, the last words a moderator let through, else the first that were public: compared
   * with the revision before, many small edits would pass what one may not.
   */
  readonly previousBody: string | null;
  readonly settings: HoldSettings;
  /** Whether the author moderates this work. */
  readonly isStaff: boolean;
  readonly author: {
    /** How many of the author's notes are public, here or on any work. */
    readonly approved: number;
    readonly alwaysHeld: boolean;
    /** Decisions on the author's notes in the last `refusalDays` days, and how many of them refused. */
    readonly recentDecided: number;
    readonly recentRefused: number;
  };
  readonly words: WordMatcher;
  /** Whether the author has lately written a text of the same `sameTextKey` elsewhere. */
  readonly sameText: 'none' | 'own';
}

export const phaseNames = [
  'length',
  'links',
  'word-lists',
  'duplicate',
  'newcomer',
  'recent-refusals',
  'always-hold',
  'hold-all',
] as const;
export type PhaseName = (typeof phaseNames)[number];

/** Why a note is held, with the figures its author is told. */
export type HoldCause =
  | { readonly phase: 'length'; readonly length: number; readonly limit: number }
  | {
      readonly phase: 'links';
      /** `many`: over the limit; `newcomer`: over the lower limit; `added`: put into a public note. */
      readonly kind: 'many' | 'newcomer' | 'added';
      readonly links: number;
      readonly limit: number;
    }
  /** For moderators; an author is told the words that `toldToAuthor` leaves. */
  | { readonly phase: 'word-lists'; readonly words: readonly FoundWord[] }
  | { readonly phase: 'duplicate' }
  | {
      readonly phase: 'newcomer';
      readonly isEdit: boolean;
      readonly approved: number;
      readonly needed: number;
    }
  | { readonly phase: 'recent-refusals'; readonly decided: number; readonly refused: number }
  | { readonly phase: 'always-hold' }
  | { readonly phase: 'hold-all' };

export interface Phase {
  readonly name: PhaseName;
  /** The modes in which it is asked. */
  readonly modes: readonly HoldMode[];
  /** Whether it is asked about those who moderate the work, too. */
  readonly holdsStaff: boolean;
  readonly judge: (question: HoldQuestion) => HoldCause | null;
}
