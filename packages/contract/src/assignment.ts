import { nameChoices } from '@glossator/domain';
import { Type, type Static } from 'typebox';
import { ClassRole } from './class.ts';
import { closed, Instant, Localised, Page, Slug, Uuid } from './common.ts';
import { limits } from './limits.ts';

const Count = Type.Integer({ minimum: 0, maximum: 1_000 });
const GateNotes = Type.Integer({ minimum: 1, maximum: 100 });
const Moment = Type.Union([Instant, Type.Null()]);

/** What opens a clause to a student: from then on they read what others wrote there. */
export const AssignmentGate = Type.Union([
  Type.Object({ kind: Type.Literal('none') }, closed),
  /** Their own notes on the clause. */
  Type.Object({ kind: Type.Literal('count'), notes: GateNotes }, closed),
  /** Those of their whole group on it, and one of their own. */
  Type.Object({ kind: Type.Literal('group-count'), notes: GateNotes }, closed),
  Type.Object({ kind: Type.Literal('time'), at: Instant }, closed),
  Type.Object({ kind: Type.Literal('hand') }, closed),
]);
export type AssignmentGate = Static<typeof AssignmentGate>;

/** The address or the uid of a clause or a section; from and to the same for one alone. */
const ClauseName = Type.String({ minLength: 1, maxLength: 96 });
export const ClauseRange = Type.Object({ from: ClauseName, to: ClauseName }, closed);
export type ClauseRange = Static<typeof ClauseRange>;

const asked = {
  gate: AssignmentGate,
  /** Whether students read their own group alone. */
  byGroups: Type.Boolean(),
  /** Characters from which a note counts. */
  leastLength: Type.Integer({ minimum: 0, maximum: limits.noteLength }),
  notes: Count,
  replies: Count,
  /** Whether notes and replies are asked for on each clause, or in all. */
  per: Type.Enum(['clause', 'assignment']),
  /** Clauses that are to have a note, where notes are counted in all. */
  coverage: Count,
  how: Type.Enum(['scaled', 'all-or-nothing']),
  late: Type.Enum(['counted', 'left-out']),
  points: Count,
  /** Whose names are told: to all; to the staff alone; to the staff once it is released. */
  names: Type.Enum([...nameChoices]),
};
const times = { opens: Instant, due: Moment, closes: Moment };

export const AssignmentForm = Type.Object(
  {
    title: Type.String({ maxLength: limits.assignmentTitle * 2 }),
    /** Markdown; may be empty. */
    question: Type.String({ maxLength: limits.noteLength * 2 }),
    work: Slug,
    ranges: Type.Array(ClauseRange, { minItems: 1, maxItems: limits.assignmentRanges }),
    /** In which languages of the work it is read. */
    languages: Type.Array(Type.String({ minLength: 2, maxLength: 35 }), {
      minItems: 1,
      maxItems: 10,
    }),
    ...times,
    ...asked,
  },
  closed,
);
export type AssignmentForm = Static<typeof AssignmentForm>;

/** All of it as it is to be, and the version that was changed. */
export const AssignmentChange = Type.Object(
  { ...AssignmentForm.properties, version: Type.Integer({ minimum: 1 }) },
  closed,
);
export type AssignmentChange = Static<typeof AssignmentChange>;

/** Shown to students, or taken back to a draft while nobody has written. */
export const PublicationForm = Type.Object(
  { published: Type.Boolean(), version: Type.Integer({ minimum: 1 }) },
  closed,
);
export type PublicationForm = Static<typeof PublicationForm>;

export const AssignmentMade = Type.Object({ id: Uuid }, closed);
export type AssignmentMade = Static<typeof AssignmentMade>;

/** Times as they hold for whoever reads them. */
export const AssignmentTimesView = Type.Object(times, closed);
export type AssignmentTimesView = Static<typeof AssignmentTimesView>;

export const AssignmentView = Type.Object(
  {
    id: Uuid,
    class: Type.Object(
      {
        id: Uuid,
        name: Type.String(),
        zone: Type.String(),
        archived: Type.Union([Instant, Type.Null()]),
      },
      closed,
    ),
    role: ClassRole,
    title: Type.String(),
    question: Type.String(),
    questionHtml: Type.String(),
    work: Slug,
    workTitles: Localised,
    /** In the order of the text, by uid and as an address today. */
    ranges: Type.Array(
      Type.Object({ from: Type.String(), to: Type.String(), address: Type.String() }, closed),
    ),
    clauses: Type.Array(Type.Object({ uid: Type.String(), path: Type.String() }, closed)),
    languages: Type.Array(Type.String()),
    /** As they hold for all. */
    ...times,
    /** As they hold for the reader. */
    times: AssignmentTimesView,
    ...asked,
    version: Type.Integer(),
    made: Instant,
    published: Moment,
    /** Since then students read what they got. */
    released: Moment,
    abilities: Type.Object(
      {
        change: Type.Boolean(),
        publish: Type.Boolean(),
        delete: Type.Boolean(),
        extend: Type.Boolean(),
        open: Type.Boolean(),
        'see-board': Type.Boolean(),
        grade: Type.Boolean(),
        release: Type.Boolean(),
        'take-part': Type.Boolean(),
      },
      closed,
    ),
  },
  closed,
);
export type AssignmentView = Static<typeof AssignmentView>;

/** Its times are those that hold for the reader. */
export const AssignmentSummary = Type.Object(
  {
    id: Uuid,
    title: Type.String(),
    work: Slug,
    workTitles: Localised,
    clauses: Type.Integer(),
    ...times,
    published: Moment,
    released: Moment,
  },
  closed,
);
export type AssignmentSummary = Static<typeof AssignmentSummary>;
/** In the order in which they open. */
export const AssignmentPage = Page(AssignmentSummary);
