import { changeFaults, followReasons } from '@glossator/document';
import { Type, type Static } from 'typebox';
import { closed, Instant, Localised, Page, Slug, Uuid, VersionNumber } from './common.ts';
import { fateAnswers } from './fate.ts';
import { limits } from './limits.ts';
import { NoteCard } from './reference.ts';
import { ApparatusView } from './text.ts';
import { EditionVersionRow, SegmentDifference } from './text-version.ts';

const Path = Type.String({ minLength: 1, maxLength: 96 });
const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' });
const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) =>
  Type.Union([type, Type.Null()]);
/** Words of ours about a text, by the language that they are in. */
const Words = Type.Record(
  Type.String({ pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$' }),
  Type.String({ maxLength: limits.textReason }),
  { maxProperties: 4 },
);
const SegmentWords = Type.String({ maxLength: limits.segmentWords });

export const ReleaseChangeForm = Type.Union([
  Type.Object(
    {
      kind: Type.Literal('correct'),
      path: Path,
      before: SegmentWords,
      after: SegmentWords,
      cause: ApparatusView.properties.cause,
      certainty: ApparatusView.properties.certainty,
      note: Words,
      evidence: Type.Array(Words, { maxItems: limits.textEvidence }),
      settles: Type.Array(Type.String({ pattern: '^[A-Z]\\d{1,6}$' }), { maxItems: 20 }),
    },
    closed,
  ),
  Type.Object(
    {
      kind: Type.Literal('split'),
      path: Path,
      parts: Type.Record(Slug, Type.Array(SegmentWords, { maxItems: 20 }), { maxProperties: 50 }),
      note: Words,
    },
    closed,
  ),
  Type.Object(
    { kind: Type.Literal('merge'), paths: Type.Array(Path, { maxItems: 20 }), note: Words },
    closed,
  ),
  Type.Object({ kind: Type.Literal('move'), path: Path, after: Path, note: Words }, closed),
  Type.Object(
    {
      kind: Type.Literal('delete'),
      path: Path,
      successors: Type.Array(Path, { maxItems: 20 }),
      note: Words,
    },
    closed,
  ),
]);
export type ReleaseChangeForm = Static<typeof ReleaseChangeForm>;

const Changes = Type.Array(ReleaseChangeForm, { maxItems: limits.textChanges });
const ChangeNote = Type.String({ maxLength: limits.releaseChange });

export const TextDraftForm = Type.Object(
  {
    /** The state that it was made from: another one is stale. */
    version: Type.Integer({ minimum: 1 }),
    changes: Changes,
    change: ChangeNote,
  },
  closed,
);
export type TextDraftForm = Static<typeof TextDraftForm>;

export const TextReleaseForm = Type.Object(
  {
    /** The number that it was looked at under; where it would have another one, it is looked at anew. */
    number: VersionNumber,
    /** Of the draft; absent for what ships with the program. */
    version: Type.Optional(Type.Integer({ minimum: 1 })),
  },
  closed,
);
export type TextReleaseForm = Static<typeof TextReleaseForm>;

export const SetAsideForm = Type.Object(
  { reason: Type.String({ minLength: 1, maxLength: limits.reasonLength }) },
  closed,
);
export type SetAsideForm = Static<typeof SetAsideForm>;

export const UnmadeChange = Type.Object(
  {
    change: Type.Integer({ minimum: 0 }),
    code: Type.Enum([...changeFaults]),
    what: Type.String(),
  },
  closed,
);
export type UnmadeChange = Static<typeof UnmadeChange>;

const Count = Type.Integer({ minimum: 0 });
/** What becomes of everything that stands on an edition: counts, no words and no names. */
export const FatesOfEdition = Type.Object(
  {
    edition: Type.String(),
    threads: Type.Array(
      Type.Object(
        {
          layer: Type.String(),
          carried: Count,
          marked: Count,
          proposed: Count,
          stale: Count,
        },
        closed,
      ),
    ),
    /** Assignments that set a clause whose words are others now. */
    assignments: Count,
    /** Entries of commentaries on such a clause, of those that were handed in. */
    entries: Type.Array(
      Type.Object({ commentary: Uuid, label: Type.String(), isInReview: Type.Boolean() }, closed),
    ),
  },
  closed,
);
export type FatesOfEdition = Static<typeof FatesOfEdition>;
const Fates = Type.Array(FatesOfEdition);

/** What a release would be, or why it cannot be made. */
export const ReleasePreview = Type.Object(
  {
    unmade: nullable(UnmadeChange),
    /** Null where it cannot be made. */
    made: nullable(
      Type.Object(
        {
          number: VersionNumber,
          base: VersionNumber,
          isStructural: Type.Boolean(),
          versions: Type.Array(
            Type.Object({ edition: Type.String(), version: VersionNumber, sha256: Sha256 }, closed),
          ),
          differences: Type.Array(SegmentDifference),
          fates: Fates,
        },
        closed,
      ),
    ),
  },
  closed,
);
export type ReleasePreview = Static<typeof ReleasePreview>;

const ProposalRow = Type.Object(
  {
    version: VersionNumber,
    sha256: Sha256,
    seen: Instant,
    change: Localised,
    /** False where other bytes came under a number that is taken: they can only be put aside. */
    isWhole: Type.Boolean(),
    aside: nullable(Type.Object({ reason: Type.String(), at: Instant }, closed)),
  },
  closed,
);
export type ProposalRow = Static<typeof ProposalRow>;

const DraftRow = Type.Object(
  {
    id: Uuid,
    change: Type.String(),
    changes: Type.Integer({ minimum: 0 }),
    changed: Instant,
    by: Type.String(),
  },
  closed,
);
export type DraftRow = Static<typeof DraftRow>;

export const TextEditing = Type.Object(
  {
    mayEdit: Type.Boolean(),
    editions: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          work: Type.String(),
          title: Type.String(),
          lang: Type.String(),
          versions: Type.Array(EditionVersionRow),
          proposals: Type.Array(ProposalRow),
          drafts: Type.Array(DraftRow),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type TextEditing = Static<typeof TextEditing>;

const OfEdition = {
  edition: Type.String(),
  work: Type.String(),
  title: Type.String(),
  lang: Type.String(),
  mayEdit: Type.Boolean(),
};

export const TextProposalView = Type.Object(
  {
    ...OfEdition,
    proposal: ProposalRow,
    /** What was released of it, by whomever; null while it is proposed. */
    released: nullable(Type.Object({ version: VersionNumber, release: nullable(Uuid) }, closed)),
    changes: Changes,
    preview: ReleasePreview,
  },
  closed,
);
export type TextProposalView = Static<typeof TextProposalView>;

/** One clause as a draft leaves it, to be changed. */
export const ClauseToChange = Type.Object(
  {
    path: Type.String(),
    kind: Type.Enum(['heading', 'sentence']),
    previous: nullable(Type.String()),
    next: nullable(Type.String()),
    texts: Type.Array(
      Type.Object(
        { edition: Type.String(), lang: Type.String(), reading: nullable(Type.String()) },
        closed,
      ),
    ),
    /** On its words in the edition of the draft. */
    entries: Type.Array(ApparatusView),
  },
  closed,
);
export type ClauseToChange = Static<typeof ClauseToChange>;

export const TextDraftView = Type.Object(
  {
    id: Uuid,
    ...OfEdition,
    version: Type.Integer({ minimum: 1 }),
    change: Type.String(),
    changes: Changes,
    changed: Instant,
    by: Type.String(),
    preview: ReleasePreview,
    clause: nullable(ClauseToChange),
  },
  closed,
);
export type TextDraftView = Static<typeof TextDraftView>;

export const DraftMade = Type.Object({ id: Uuid }, closed);
export type DraftMade = Static<typeof DraftMade>;

export const TextReleaseMade = Type.Object(
  { release: Uuid, edition: Type.String(), version: VersionNumber, sha256: Sha256 },
  closed,
);
export type TextReleaseMade = Static<typeof TextReleaseMade>;

/** What a release did, for those who release texts. */
export const TextReleaseView = Type.Object(
  {
    id: Uuid,
    ...OfEdition,
    version: VersionNumber,
    base: nullable(VersionNumber),
    isStructural: Type.Boolean(),
    released: Instant,
    by: nullable(Type.String()),
    change: Localised,
    fates: Fates,
    differences: Type.Array(SegmentDifference),
  },
  closed,
);
export type TextReleaseView = Static<typeof TextReleaseView>;

export const toldOutcomes = ['stale', 'proposed', 'marked'] as const;
export const ToldOutcome = Type.Enum([...toldOutcomes]);
export type ToldOutcome = Static<typeof ToldOutcome>;

/** A thread that a release did not plainly carry. */
export const FatedThread = Type.Object(
  {
    note: NoteCard,
    edition: Type.String(),
    version: VersionNumber,
    /** Where it stood. */
    was: Type.String(),
    outcome: ToldOutcome,
    reason: Type.Enum([...followReasons]),
    /** What its author says. */
    answer: Type.Enum([...fateAnswers]),
  },
  closed,
);
export type FatedThread = Static<typeof FatedThread>;
export const FatedThreadPage = Page(FatedThread);
export type FatedThreadPage = Static<typeof FatedThreadPage>;

/** The layers of a version as the document package holds them, by the name of the file. */
export const ReleaseLayersFile = Type.Object(
  {
    edition: Type.String(),
    version: VersionNumber,
    files: Type.Record(Type.String(), Type.Unknown()),
  },
  closed,
);
