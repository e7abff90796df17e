import { followReasons, outcomes } from '@glossator/document';
import { Type, type Static } from 'typebox';
import { closed, EditionId, Instant, Page, Uuid, VersionNumber } from './common.ts';

/** What the author of a note says after the text under it changed; `passed`: a later version asks anew. */
export const fateAnswers = ['none', 'stands', 'revised', 'accepted', 'kept', 'passed'] as const;
export type FateAnswer = (typeof fateAnswers)[number];

const told = {
  edition: Type.String(),
  /** The version that it came to. */
  version: Type.String(),
  /** The version on which it was written, or last confirmed. */
  base: Type.String(),
  /** Where it stood there. */
  address: Type.String(),
  outcome: Type.Enum([...outcomes]),
  reason: Type.Enum([...followReasons]),
} as const;

/** What the newest version of an edition that touched it makes of a thread. */
export const FateView = Type.Object({ ...told, answer: Type.Enum([...fateAnswers]) }, closed);
export type FateView = Static<typeof FateView>;

const Passage = Type.Object({ address: Type.String(), text: Type.String() }, closed);

/** A note of one's own under which the text changed, and which has not been answered for. */
export const TextChangeView = Type.Object(
  {
    ...told,
    thread: Uuid,
    note: Uuid,
    work: Type.String(),
    lang: Type.String(),
    told: Instant,
    /** What one wrote, as HTML. */
    html: Type.String(),
    /** The words it was written on; empty where it stands on whole clauses. */
    words: Type.Array(Type.String()),
    /** The words that stand there now, or may stand in their place. */
    now: Type.Array(Passage),
    /** Its clauses that changed, before and after. */
    before: Type.Array(Passage),
    after: Type.Array(Passage),
    /** Whether the edition may not be read any more: then no words of it are told. */
    withheld: Type.Boolean(),
  },
  closed,
);
export type TextChangeView = Static<typeof TextChangeView>;
export const TextChangePage = Page(TextChangeView);
export type TextChangePage = Static<typeof TextChangePage>;

export const ownAnswers = ['stands', 'accepted', 'kept'] as const;
export type OwnAnswer = (typeof ownAnswers)[number];
export const TextChangeAnswer = Type.Object(
  {
    thread: Uuid,
    edition: EditionId,
    version: VersionNumber,
    answer: Type.Enum([...ownAnswers]),
  },
  closed,
);
export type TextChangeAnswer = Static<typeof TextChangeAnswer>;

export const releaseCauses = ['assignment', 'commentary', 'work'] as const;

/** A release that touches what one teaches, has written a commentary on, or follows. */
export const ReleaseNews = Type.Object(
  {
    cause: Type.Enum([...releaseCauses]),
    work: Type.String(),
    workTitle: Type.Record(Type.String(), Type.String()),
    edition: Type.String(),
    version: Type.String(),
    /** The version before it. */
    base: Type.Union([Type.String(), Type.Null()]),
    /** Of an assignment. */
    class: Type.Union([Uuid, Type.Null()]),
    className: Type.String(),
    /** The assignment or the commentary; null where the text is followed. */
    about: Type.Union([Uuid, Type.Null()]),
    title: Type.String(),
    told: Instant,
  },
  closed,
);
export type ReleaseNews = Static<typeof ReleaseNews>;

/** Which of them: of a version and of what it touches there is one. */
export const ReleaseNewsRead = Type.Object(
  {
    cause: Type.Enum([...releaseCauses]),
    edition: EditionId,
    version: VersionNumber,
    about: Type.Union([Uuid, Type.Null()]),
  },
  closed,
);
export type ReleaseNewsRead = Static<typeof ReleaseNewsRead>;

/** A release by which notes of one's own want an answer. */
export const TextNews = Type.Object(
  {
    work: Type.String(),
    title: Type.Record(Type.String(), Type.String()),
    edition: Type.String(),
    version: Type.String(),
    told: Instant,
    /** Notes that have not been answered for. */
    open: Type.Integer(),
  },
  closed,
);
export type TextNews = Static<typeof TextNews>;
