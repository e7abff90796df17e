import { Type, type Static } from 'typebox';
import { AssignmentTimesView } from './assignment.ts';
import { closed, Instant, Localised, Slug, Uuid } from './common.ts';
import { limits } from './limits.ts';

const Moment = Type.Union([Instant, Type.Null()]);

/** What one student is given beyond the class; null leaves what holds for all. */
export const ExtensionForm = Type.Object({ due: Moment, closes: Moment }, closed);
export type ExtensionForm = Static<typeof ExtensionForm>;

export const ExtensionView = Type.Object(
  {
    person: Type.Object({ id: Uuid, name: Type.String() }, closed),
    due: Moment,
    closes: Moment,
    given: Instant,
  },
  closed,
);
export type ExtensionView = Static<typeof ExtensionView>;
export const Extensions = Type.Object({ items: Type.Array(ExtensionView) }, closed);
export type Extensions = Static<typeof Extensions>;

/**
 * A student as the staff is told of them: where names are hidden from graders, an id and a name made
 * for the assignment, and neither an extension nor a group that would give them away.
 */
export const AssignmentStudent = Type.Object(
  {
    id: Uuid,
    name: Type.String(),
    group: Type.Union([Type.Object({ id: Uuid, name: Type.String() }, closed), Type.Null()]),
    /** The name that classmates know them by; null where they know the real one. */
    pseudonym: Type.Union([Type.String(), Type.Null()]),
    extension: Type.Union([Type.Object({ due: Moment, closes: Moment }, closed), Type.Null()]),
  },
  closed,
);
export type AssignmentStudent = Static<typeof AssignmentStudent>;
export const AssignmentStudents = Type.Object({ items: Type.Array(AssignmentStudent) }, closed);
export type AssignmentStudents = Static<typeof AssignmentStudents>;

/** Which clauses, and to whom: students by the ids of the list of students. */
export const OpeningForm = Type.Object(
  {
    clauses: Type.Union([
      Type.Literal('all'),
      Type.Array(Type.String({ minLength: 1, maxLength: 96 }), {
        minItems: 1,
        maxItems: limits.assignmentClauses,
      }),
    ]),
    to: Type.Union([
      Type.Object({ kind: Type.Literal('all') }, closed),
      Type.Object({ kind: Type.Literal('group'), group: Uuid }, closed),
      Type.Object(
        {
          kind: Type.Literal('students'),
          students: Type.Array(Uuid, { minItems: 1, maxItems: limits.classPeople }),
        },
        closed,
      ),
    ]),
  },
  closed,
);
export type OpeningForm = Static<typeof OpeningForm>;

/** How many clauses were opened, over all students, and to how many; what was open is not counted. */
export const OpeningsMade = Type.Object(
  { clauses: Type.Integer(), students: Type.Integer() },
  closed,
);
export type OpeningsMade = Static<typeof OpeningsMade>;

/** Of each clause, in the order of the text, to how many students it stands open, and by hand. */
export const Openings = Type.Object(
  {
    students: Type.Integer(),
    clauses: Type.Array(
      Type.Object(
        {
          uid: Type.String(),
          path: Type.String(),
          open: Type.Integer(),
          byHand: Type.Integer(),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type Openings = Static<typeof Openings>;

const Part = Type.Object({ needed: Type.Integer(), done: Type.Integer() }, closed);
const Progress = {
  /** As they hold for the reader. */
  times: AssignmentTimesView,
  isExtended: Type.Boolean(),
  /** What counts of what they wrote, against what is asked for. */
  notes: Part,
  replies: Part,
  coverage: Part,
};

/** How far the reader is with an assignment. */
export const AssignmentMine = Type.Object(
  {
    ...Progress,
    /** The name that classmates know the reader by; null where they know the real one. */
    pseudonym: Type.Union([Type.String(), Type.Null()]),
    clauses: Type.Array(
      Type.Object(
        {
          uid: Type.String(),
          path: Type.String(),
          /** First thoughts of their own that say enough, and how many of them open the clause. */
          written: Type.Integer(),
          opensBy: Type.Union([Type.Integer(), Type.Null()]),
          open: Type.Union([
            Type.Object(
              {
                cause: Type.Enum(['none', 'count', 'group-count', 'time', 'hand']),
                at: Instant,
              },
              closed,
            ),
            Type.Null(),
          ]),
        },
        closed,
      ),
    ),
    /** Notes of theirs that are in no line, and why. */
    leftOut: Type.Array(
      Type.Object(
        { id: Uuid, why: Type.Enum(['withdrawn', 'short', 'late', 'early', 'closed']) },
        closed,
      ),
    ),
  },
  closed,
);
export type AssignmentMine = Static<typeof AssignmentMine>;

/** What a student has to do in a class, in the order in which it opens. */
export const ClassMine = Type.Object(
  {
    items: Type.Array(
      Type.Object(
        {
          id: Uuid,
          title: Type.String(),
          work: Slug,
          workTitles: Localised,
          ...Progress,
          clauses: Type.Integer(),
          /** Clauses that stand open to the reader. */
          open: Type.Integer(),
          /** Answers of others to what the reader wrote. */
          answers: Type.Integer(),
          released: Moment,
          /** What the reader was told; its points in hundredths, once they have opened it. */
          result: Type.Union([
            Type.Object(
              {
                told: Instant,
                points: Type.Union([
                  Type.Object({ total: Type.Integer(), of: Type.Integer() }, closed),
                  Type.Null(),
                ]),
              },
              closed,
            ),
            Type.Null(),
          ]),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type ClassMine = Static<typeof ClassMine>;
