import {
  commentaryDecisionKinds,
  commentaryStates,
  nextReleases,
  recommendations,
  reviewerStates,
  roundNames,
  stepKinds,
  stepRoles,
} from '@glossator/domain';
import { Type, type Static } from 'typebox';
import { FrontMatter, ReleaseOrigin } from './commentary.ts';
import { closed, Cursor, Day, Instant, Locale, Page, Slug, Uuid } from './common.ts';
import { limits } from './limits.ts';
import { MarginCount, MarginThreadView } from './review-note.ts';

// UTF-16 units here; the service counts code points.
const text = (length: number) => Type.String({ maxLength: length * 2 });
const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) =>
  Type.Union([type, Type.Null()]);

/** Number of the last decision that one has seen: whoever decides over another is refused. */
const Seen = Type.Integer({ minimum: 0 });
const Round = Type.Integer({ minimum: 1 });
export const CommentaryState = Type.Enum([...commentaryStates]);
export const NextRelease = Type.Enum([...nextReleases]);
const Recommendation = Type.Enum([...recommendations]);
const RoundNames = Type.Enum([...roundNames]);

const Somebody = Type.Object({ id: Uuid, name: Type.String(), handle: Type.String() }, closed);

export const SubmissionForm = Type.Object(
  {
    seen: Seen,
    /** To the editors: what is new since the last time. */
    note: text(limits.submissionNote),
  },
  closed,
);
export type SubmissionForm = Static<typeof SubmissionForm>;

/** What authors decide but handing in: taking that back, and beginning or giving up the next release. */
export const authorSteps = ['recall', 'correct', 'revise', 'abandon'] as const;
export const AuthorStepForm = Type.Object(
  { kind: Type.Enum([...authorSteps]), seen: Seen },
  closed,
);
export type AuthorStepForm = Static<typeof AuthorStepForm>;

export const RoundForm = Type.Object(
  { seen: Seen, names: RoundNames, dueOn: orNull(Day), message: text(limits.reviewMessage) },
  closed,
);
export type RoundForm = Static<typeof RoundForm>;

export const ReviewerInvitation = Type.Object(
  {
    /** A handle, with its sign or without, or the address of an account. */
    who: Type.String({ minLength: 1, maxLength: limits.emailLength * 2 }),
    /** Absent: as of the round. */
    dueOn: orNull(Day),
  },
  closed,
);
export type ReviewerInvitation = Static<typeof ReviewerInvitation>;

export const ReviewAnswer = Type.Object({ accepts: Type.Boolean() }, closed);

/** Set anew until the round is closed. */
export const RecommendationForm = Type.Object(
  {
    recommendation: Recommendation,
    toEditor: text(limits.reviewWords),
    toAuthors: text(limits.reviewWords),
  },
  closed,
);
export type RecommendationForm = Static<typeof RecommendationForm>;

/** What editors decide on what was handed in. */
export const editorDecisions = ['request-changes', 'decline', 'accept'] as const;
const said = {
  /** For the record of the editors: authors do not read it. */
  reason: text(limits.reviewReason),
  /** To the authors, in the mail that tells them. */
  message: text(limits.reviewMessage),
};
export const CommentaryDecisionForm = Type.Object(
  { kind: Type.Enum([...editorDecisions]), seen: Seen, ...said },
  closed,
);
export type CommentaryDecisionForm = Static<typeof CommentaryDecisionForm>;
export const UndoingForm = Type.Object({ seen: Seen, ...said }, closed);
export type UndoingForm = Static<typeof UndoingForm>;

/** Decisions of editors: each of them is told to the authors. */
export const toldDecisions = [
  ...editorDecisions,
  'review',
  'undo',
  'schedule',
  'publish',
  'retract',
  'withdraw',
] as const;
export type ToldDecision = (typeof toldDecisions)[number];
export const LetterQuestion = Type.Object(
  { kind: Type.Enum([...toldDecisions]), message: text(limits.reviewMessage) },
  closed,
);
export type LetterQuestion = Static<typeof LetterQuestion>;
/** The mails that such a decision sends, word for word, one in each language of those who get it. */
export const DecisionLetters = Type.Object(
  {
    items: Type.Array(
      Type.Object(
        {
          locale: Locale,
          to: Type.Array(Type.String()),
          subject: Type.String(),
          body: Type.String(),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type DecisionLetters = Static<typeof DecisionLetters>;

export const CommentaryDecision = Type.Object(
  {
    id: Uuid,
    n: Type.Integer(),
    kind: Type.Enum([...commentaryDecisionKinds]),
    from: CommentaryState,
    to: CommentaryState,
    next: NextRelease,
    round: orNull(Round),
    as: Type.Enum([...stepRoles]),
    /** Null where it was the clock, or somebody who has gone. */
    actor: orNull(Somebody),
    /** Null to authors. */
    reason: orNull(Type.String()),
    message: Type.String(),
    due: orNull(Instant),
    /** The one that it takes back. */
    undoOf: orNull(Uuid),
    isUndone: Type.Boolean(),
    decided: Instant,
  },
  closed,
);
export type CommentaryDecision = Static<typeof CommentaryDecision>;
export const CommentaryDecisionPage = Page(CommentaryDecision);

/** What was handed in, as it was. */
export const SubmissionView = Type.Object(
  {
    n: Type.Integer(),
    note: Type.String(),
    submitted: Instant,
    front: Type.Omit(FrontMatter, ['version']),
    parts: Type.Integer(),
    words: Type.Integer(),
  },
  closed,
);
export type SubmissionView = Static<typeof SubmissionView>;

export const ReviewerView = Type.Object(
  {
    id: Uuid,
    /** What they are called where their name is not told: reviewer 2. */
    n: Type.Integer(),
    /** Null where it is not told, and where they have gone. */
    person: orNull(Somebody),
    isOwn: Type.Boolean(),
    state: Type.Enum([...reviewerStates]),
    invited: Instant,
    answered: orNull(Instant),
    dueOn: orNull(Day),
    /** Null while there is none, and to authors. */
    recommendation: orNull(Recommendation),
    /** Empty to authors. */
    toEditor: Type.String(),
    /** Empty to authors until an editor has decided on the round. */
    toAuthors: Type.String(),
    recommended: orNull(Instant),
    abilities: Type.Object(
      { answer: Type.Boolean(), recommend: Type.Boolean(), end: Type.Boolean() },
      closed,
    ),
  },
  closed,
);
export type ReviewerView = Static<typeof ReviewerView>;

export const RoundView = Type.Object(
  {
    n: Round,
    names: RoundNames,
    dueOn: orNull(Day),
    opened: Instant,
    closed: orNull(Instant),
    /** Opening it was taken back. */
    cancelled: orNull(Instant),
    /** Number of the submission that it is about. */
    submission: Type.Integer(),
    reviewers: Type.Array(ReviewerView),
    /** Notes in the margins of what it is about. */
    notes: MarginCount,
    abilities: Type.Object({ invite: Type.Boolean(), read: Type.Boolean() }, closed),
  },
  closed,
);
export type RoundView = Static<typeof RoundView>;

/** How a commentary is reviewed, as one of those who take part in it sees that. */
export const CommentaryReview = Type.Object(
  {
    id: Uuid,
    slug: Type.String(),
    work: Slug,
    /** As it was handed in; to authors as it is now. */
    title: Type.String(),
    as: Type.Enum(['author', 'editor', 'reviewer']),
    state: CommentaryState,
    next: NextRelease,
    /** What it was begun from, the nearest first. */
    basedOn: Type.Array(ReleaseOrigin),
    since: Instant,
    /** To be sent with the next decision. */
    seen: Seen,
    /** What one may decide now. */
    steps: Type.Array(Type.Enum([...stepKinds])),
    /** The decision that one may take back now. */
    undo: orNull(Uuid),
    /** The last one; of a reviewer, that of their round. */
    submission: orNull(SubmissionView),
    /** The newest first; to a reviewer those that they are asked to. */
    rounds: Type.Array(RoundView),
    /** The newest of them; a reviewer reads none. */
    decisions: CommentaryDecisionPage,
  },
  closed,
);
export type CommentaryReview = Static<typeof CommentaryReview>;

/** A part as it was handed in. */
export const RoundPart = Type.Object(
  {
    id: Uuid,
    n: Type.Integer(),
    revision: Type.Integer(),
    kind: Type.Enum(['introduction', 'essay', 'entry']),
    label: Type.String(),
    title: Type.String(),
    /** Markdown. */
    body: Type.String(),
    html: Type.String(),
    at: Type.Array(Type.String()),
    /** As it was in the round before, where it was another and one has read that. */
    before: orNull(
      Type.Object(
        { round: Round, label: Type.String(), title: Type.String(), body: Type.String() },
        closed,
      ),
    ),
    /** In its margin, of this round and of those before: the first words first. */
    threads: Type.Array(MarginThreadView),
  },
  closed,
);
export type RoundPart = Static<typeof RoundPart>;
/** `begin`: one may write in the margins. */
export const RoundPartPage = Type.Object(
  {
    ...Page(RoundPart).properties,
    round: Round,
    names: RoundNames,
    as: Type.Enum(['author', 'editor', 'reviewer']),
    abilities: Type.Object({ begin: Type.Boolean() }, closed),
  },
  closed,
);
export type RoundPartPage = Static<typeof RoundPartPage>;

/** A commentary before the editors. */
export const EditingItem = Type.Object(
  {
    id: Uuid,
    slug: Type.String(),
    work: Slug,
    title: Type.String(),
    state: CommentaryState,
    next: NextRelease,
    since: Instant,
    /** Of the round that is open. */
    round: orNull(Round),
    reviewers: Type.Integer(),
    recommended: Type.Integer(),
    /** True where one has written it: another editor decides. */
    isInterested: Type.Boolean(),
  },
  closed,
);
export type EditingItem = Static<typeof EditingItem>;
/** Where editors or authors have something left to do. */
export const standingStates = [
  'submitted',
  'in-review',
  'changes-requested',
  'accepted',
  'scheduled',
] as const satisfies readonly (typeof commentaryStates)[number][];
export const EditingPage = Type.Object(
  {
    ...Page(EditingItem).properties,
    counts: Type.Array(
      Type.Object(
        {
          state: Type.Enum([...standingStates]),
          count: Type.Integer({ minimum: 1, maximum: limits.standingCounted }),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type EditingPage = Static<typeof EditingPage>;
export const EditingQuery = Type.Object(
  {
    state: Type.Optional(Type.Enum(commentaryStates.filter((state) => state !== 'draft'))),
    cursor: Type.Optional(Cursor),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: limits.pageSize })),
  },
  closed,
);

/** A review that one is asked for. */
export const ReviewingItem = Type.Object(
  {
    commentary: Uuid,
    round: Round,
    work: Slug,
    title: Type.String(),
    state: Type.Enum([...reviewerStates]),
    dueOn: orNull(Day),
    invited: Instant,
    recommended: orNull(Instant),
    isOpen: Type.Boolean(),
  },
  closed,
);
export type ReviewingItem = Static<typeof ReviewingItem>;
export const ReviewingPage = Page(ReviewingItem);
