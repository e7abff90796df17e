import { gateKinds, nameChoices, noteKinds, quietKinds } from '@glossator/domain';
import { Type, type Static } from 'typebox';
import { closed, Instant, Page, Slug, Uuid } from './common.ts';

const Count = Type.Integer({ minimum: 0 });
const orNull = <T extends Parameters<typeof Type.Array>[0]>(type: T) =>
  Type.Union([type, Type.Null()]);

/** How the students of a board stand in it: by name, or those who wrote least first. */
export const boardOrders = ['name', 'least'] as const;
export const BoardQuery = Type.Object(
  {
    /** One of them alone, by the id that the board tells. */
    student: Type.Optional(Uuid),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    order: Type.Optional(Type.Enum([...boardOrders])),
    /** Whole days without a word after which somebody is quiet. */
    days: Type.Optional(Type.Integer({ minimum: 1, maximum: 90 })),
  },
  closed,
);
export type BoardQuery = Static<typeof BoardQuery>;

const counts = {
  /** First notes that count. */
  notes: Count,
  replies: Count,
  /** What says too little to count. */
  short: Count,
  /** Taken back after the clause had opened to them. */
  withdrawn: Count,
  late: Count,
};

/** On one clause, by its place in the board's list of clauses. */
export const BoardCell = Type.Object({ clause: Count, ...counts }, closed);
export type BoardCell = Static<typeof BoardCell>;

/** Id and name are a pseudonym's where the staff is not told names yet. */
const who = { id: Uuid, name: Type.String() };

export const BoardStudent = Type.Object(
  {
    ...who,
    /** Null where names are not told. */
    handle: orNull(Type.String()),
    group: orNull(Type.String()),
    ...counts,
    /** Clauses with a first note of theirs that counts. */
    covered: Count,
    last: orNull(Instant),
    /** Those in which something was written. */
    cells: Type.Array(BoardCell),
    /** Clauses that are open to them, by place; told of none where all are open to all. */
    open: Type.Array(Count),
  },
  closed,
);
export type BoardStudent = Static<typeof BoardStudent>;

const GateCause = Type.Enum(gateKinds.filter((kind) => kind !== 'none'));

export const BoardClause = Type.Object(
  {
    uid: Type.String(),
    address: Type.String(),
    /** How it begins, in the first language of the assignment; '' where the copy has lost it. */
    words: Type.String(),
    lang: Type.String(),
    notes: Count,
    replies: Count,
    /** Students with a first note there that counts, and those to whom it is open. */
    students: Count,
    open: Count,
    /** Questions there that nobody has settled. */
    questions: Count,
  },
  closed,
);
export type BoardClause = Static<typeof BoardClause>;

export const BoardAssignment = Type.Object(
  {
    id: Uuid,
    class: Uuid,
    title: Type.String(),
    work: Slug,
    zone: Type.String(),
    gate: Type.Enum([...gateKinds]),
    names: Type.Enum([...nameChoices]),
    /** False while the staff is told pseudonyms. */
    named: Type.Boolean(),
    leastLength: Count,
    needed: Type.Object(
      { notes: Count, replies: Count, per: Type.Enum(['clause', 'assignment']) },
      closed,
    ),
    opens: Instant,
    due: orNull(Instant),
    closes: orNull(Instant),
  },
  closed,
);
export type BoardAssignment = Static<typeof BoardAssignment>;

export const Board = Type.Object(
  {
    assignment: BoardAssignment,
    now: Instant,
    clauses: Type.Array(BoardClause),
    students: Type.Array(BoardStudent),
    page: Count,
    pages: Count,
    /** When and why clauses opened to the one student who was asked for. */
    opened: Type.Array(Type.Object({ clause: Count, cause: GateCause, at: Instant }, closed)),
    totals: Type.Object(
      {
        students: Count,
        /** Who wrote nothing and has no pseudonym yet, where names are not told: in no list. */
        nameless: Count,
        wrote: Count,
        ...counts,
        questions: Count,
        unanswered: Count,
      },
      closed,
    ),
    quiet: Type.Object(
      {
        days: Type.Integer(),
        nothing: Count,
        items: Type.Array(
          Type.Object({ ...who, what: Type.Enum([...quietKinds]), last: orNull(Instant) }, closed),
        ),
      },
      closed,
    ),
    /** What counts, by the day in the class's time zone when it was written; days without are missing. */
    posts: Type.Array(
      Type.Object({ day: Type.String(), notes: Count, replies: Count, late: Count }, closed),
    ),
  },
  closed,
);
export type Board = Static<typeof Board>;

export const boardLists = ['questions', 'unanswered'] as const;

/** A note that waits for somebody: a question that is not settled, or a thread that nobody answered. */
export const BoardNote = Type.Object(
  {
    id: Uuid,
    address: Type.String(),
    kind: Type.Enum([...noteKinds]),
    /** How it begins, as it was written. */
    words: Type.String(),
    /** Null and '' of a student who has no pseudonym yet, where names are not told. */
    author: Type.Object({ id: orNull(Uuid), name: Type.String(), isStaff: Type.Boolean() }, closed),
    written: Instant,
    /** True while it stands on a desk: its author and the staff alone read it. */
    onDesk: Type.Boolean(),
    /** Answers by others. */
    answers: Count,
  },
  closed,
);
export type BoardNote = Static<typeof BoardNote>;
export const BoardNotes = Page(BoardNote);
export type BoardNotes = Static<typeof BoardNotes>;

export const projectedNames = ['none', 'class'] as const;
export const ProjectedQuery = Type.Object(
  {
    /** No names, or those by which classmates know each other. */
    names: Type.Optional(Type.Enum([...projectedNames])),
    /** Also what stands on desks, which no student may read yet. */
    desks: Type.Optional(Type.Boolean()),
    /** Whose threads, where groups read their own alone. */
    group: Type.Optional(Uuid),
  },
  closed,
);
export type ProjectedQuery = Static<typeof ProjectedQuery>;

export const ProjectedNote = Type.Object(
  {
    id: Uuid,
    parent: orNull(Uuid),
    /** Null where no names are shown. */
    author: orNull(Type.String()),
    isStaff: Type.Boolean(),
    kind: Type.Enum([...noteKinds]),
    /** Null for one that is gone. */
    html: orNull(Type.String()),
    onDesk: Type.Boolean(),
  },
  closed,
);
export type ProjectedNote = Static<typeof ProjectedNote>;

/** One clause before a whole room. */
export const ProjectedClause = Type.Object(
  {
    assignment: BoardAssignment,
    questionHtml: Type.String(),
    uid: Type.String(),
    address: Type.String(),
    /** The clauses of the assignment before and after it. */
    previous: orNull(Type.String()),
    next: orNull(Type.String()),
    texts: Type.Array(
      Type.Object(
        { lang: Type.String(), text: orNull(Type.String()), withheld: Type.Boolean() },
        closed,
      ),
    ),
    names: Type.Enum([...projectedNames]),
    desks: Type.Boolean(),
    groups: Type.Array(Type.Object({ id: Uuid, name: Type.String() }, closed)),
    group: orNull(Uuid),
    /** Students to whom the clause is still shut. */
    shut: Count,
    threads: Type.Array(
      Type.Object(
        {
          id: Uuid,
          resolved: Type.Boolean(),
          words: Type.Array(Type.String()),
          notes: Type.Array(ProjectedNote),
        },
        closed,
      ),
    ),
    /** True where there are more threads than one sitting shows. */
    more: Type.Boolean(),
  },
  closed,
);
export type ProjectedClause = Static<typeof ProjectedClause>;
