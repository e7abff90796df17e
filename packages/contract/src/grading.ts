import { contestAnswers } from '@glossator/domain';
import { Type, type Static } from 'typebox';
import { ThreadView } from './annotation.ts';
import { closed, Instant, Uuid } from './common.ts';
import { ContestView, GradeView, Hundredths, LineName, RubricView } from './grade.ts';
import { limits } from './limits.ts';

const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) =>
  Type.Union([type, Type.Null()]);

/** How far it is with what one student gets. `changed`: what was told is no more what would be. */
export const gradeStates = ['unfinished', 'ready', 'released', 'changed'] as const;
export type GradeState = (typeof gradeStates)[number];

export const GradeRow = Type.Object(
  {
    /** Of the person, or of their pseudonym where the staff is not told who it is. */
    student: Uuid,
    name: Type.String(),
    handle: Type.String(),
    /** False for who has left the class; of a pseudonym never. */
    present: Type.Boolean(),
    notes: Type.Integer(),
    counted: orNull(Type.Integer()),
    judged: orNull(Type.Integer()),
    isSet: Type.Boolean(),
    total: Type.Integer(),
    of: Type.Integer(),
    state: Type.Enum([...gradeStates]),
    released: orNull(Instant),
    /** When it was first sent to them. */
    seen: orNull(Instant),
    /** Lines that they contest and nobody has answered for. */
    contests: Type.Integer(),
  },
  closed,
);
export type GradeRow = Static<typeof GradeRow>;

const Abilities = Type.Object({ grade: Type.Boolean(), release: Type.Boolean() }, closed);

const Head = {
  id: Uuid,
  class: Uuid,
  title: Type.String(),
  zone: Type.String(),
  /** Whether the staff is told who the students are. */
  named: Type.Boolean(),
} as const;

export const GradesView = Type.Object(
  {
    ...Head,
    points: Type.Integer(),
    rubric: orNull(RubricView),
    releaseAt: orNull(Instant),
    /** When it was released to all. */
    released: orNull(Instant),
    /** Who released last, and when; an empty name: it was the set time. */
    lastRelease: orNull(Type.Object({ name: Type.String(), at: Instant }, closed)),
    version: Type.Integer(),
    /** By name. */
    students: Type.Array(GradeRow),
    abilities: Abilities,
  },
  closed,
);
export type GradesView = Static<typeof GradesView>;

/** `version` is the one that was read; a newer one stored refuses the change. */
export const RubricForm = Type.Object(
  { rubric: orNull(RubricView), version: Type.Integer({ minimum: 0 }) },
  closed,
);
export type RubricForm = Static<typeof RubricForm>;
export const ReleaseTimeForm = Type.Object(
  { at: orNull(Instant), version: Type.Integer({ minimum: 0 }) },
  closed,
);
export type ReleaseTimeForm = Static<typeof ReleaseTimeForm>;

export const StudentWork = Type.Object(
  {
    ...Head,
    student: Uuid,
    name: Type.String(),
    handle: Type.String(),
    /** The students before and after by name. */
    before: orNull(Uuid),
    after: orNull(Uuid),
    position: Type.Integer(),
    of: Type.Integer(),
    work: Type.String(),
    state: Type.Enum([...gradeStates]),
    /** As it would be now. */
    grade: GradeView,
    /** As it was told to the student. */
    told: orNull(
      Type.Object(
        { at: Instant, seen: orNull(Instant), total: Type.Integer(), of: Type.Integer() },
        closed,
      ),
    ),
    /** Whether the assignment has another rubric by now than they were judged by. */
    rubricChanged: Type.Boolean(),
    comment: Type.String(),
    version: Type.Integer(),
    /** Every thread that they wrote in, in the order of the text. */
    threads: Type.Array(ThreadView),
    contests: Type.Array(ContestView),
    abilities: Abilities,
  },
  closed,
);
export type StudentWork = Static<typeof StudentWork>;

export const JudgeForm = Type.Object(
  {
    version: Type.Integer({ minimum: 0 }),
    /** The level of each criterion, by its place; null: not yet. */
    chosen: Type.Array(orNull(Type.Integer({ minimum: 0 })), { maxItems: 50 }),
    /** Judged by the rubric as it is now, whatever was judged before by another. */
    newRubric: Type.Boolean(),
    comment: Type.String({ maxLength: limits.noteLength * 2 }),
    override: orNull(
      Type.Object(
        { hundredths: Hundredths, reason: Type.String({ maxLength: limits.reasonLength * 2 }) },
        closed,
      ),
    ),
  },
  closed,
);
export type JudgeForm = Static<typeof JudgeForm>;

/** Null: all of them. */
export const ChosenStudents = Type.Object(
  { students: orNull(Type.Array(Uuid, { minItems: 1, maxItems: limits.classPeople })) },
  closed,
);
export type ChosenStudents = Static<typeof ChosenStudents>;

export const Released = Type.Object(
  {
    /** How many were told now. */
    released: Type.Integer(),
    /** How many had been told the same before. */
    already: Type.Integer(),
    /** How many have a criterion that nobody has judged. */
    unfinished: Type.Integer(),
    /** Who released before, and when; an empty name: it was the set time. */
    before: orNull(Type.Object({ name: Type.String(), at: Instant }, closed)),
  },
  closed,
);
export type Released = Static<typeof Released>;

/** `seen`: of those that were taken back, how many had been sent to their students. */
export const Undone = Type.Object({ undone: Type.Integer(), seen: Type.Integer() }, closed);
export type Undone = Static<typeof Undone>;

export const OwnResult = Type.Object(
  {
    /** Null where there is none to be read. */
    result: orNull(
      Type.Object({ released: Instant, grade: GradeView, comment: Type.String() }, closed),
    ),
    /** What they read before, the newest first, and what became of it. */
    earlier: Type.Array(
      Type.Object(
        {
          released: Instant,
          total: Type.Integer(),
          of: Type.Integer(),
          ended: Instant,
          by: Type.Enum(['undone', 'replaced']),
        },
        closed,
      ),
    ),
    contests: Type.Array(ContestView),
    abilities: Type.Object({ contest: Type.Boolean() }, closed),
  },
  closed,
);
export type OwnResult = Static<typeof OwnResult>;

export const ContestForm = Type.Object(
  { line: LineName, words: Type.String({ maxLength: limits.reasonLength * 2 }) },
  closed,
);
export type ContestForm = Static<typeof ContestForm>;

/** `changed` sets the points, for the reason that is given. */
export const AnswerForm = Type.Object(
  {
    answer: Type.Enum([...contestAnswers]),
    words: Type.String({ maxLength: limits.reasonLength * 2 }),
    hundredths: orNull(Hundredths),
  },
  closed,
);
export type AnswerForm = Static<typeof AnswerForm>;

/** A result among the notices: that there is one, and where. */
export const ResultNotice = Type.Object(
  { assignment: Uuid, class: Uuid, title: Type.String(), told: Instant },
  closed,
);
export type ResultNotice = Static<typeof ResultNotice>;
