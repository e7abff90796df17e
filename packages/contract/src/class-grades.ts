import { Type, type Static } from 'typebox';
import { closed, Instant, Uuid } from './common.ts';
import { gradeStates } from './grading.ts';

/* The books of a class as they are looked at. All points are hundredths of one. */

const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) =>
  Type.Union([type, Type.Null()]);

export const classGradesOrders = ['name', 'group'] as const;
export const ClassGradesQuery = Type.Object(
  {
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    order: Type.Optional(Type.Enum([...classGradesOrders])),
    /** Of one group alone, or of who is in none. */
    group: Type.Optional(Type.Union([Uuid, Type.Literal('none')])),
  },
  closed,
);
export type ClassGradesQuery = Static<typeof ClassGradesQuery>;

const Points = Type.Object({ total: Type.Integer(), of: Type.Integer() }, closed);

export const ClassGradesColumn = Type.Object(
  {
    id: Uuid,
    title: Type.String(),
    /** True where the staff is not told yet who wrote what: there are no points to names. */
    hidden: Type.Boolean(),
    /** How many of those that are looked at were told a result; of a hidden one, of all. */
    told: Type.Integer(),
    /** Of what they were told. */
    averages: orNull(Type.Object({ mean: Type.Integer(), median: Type.Integer() }, closed)),
  },
  closed,
);
export type ClassGradesColumn = Static<typeof ClassGradesColumn>;

export const ClassGradesCell = Type.Object(
  {
    /** What they were told, and where that is nothing yet, what they would get. */
    total: Type.Integer(),
    of: Type.Integer(),
    isSet: Type.Boolean(),
    state: Type.Enum([...gradeStates]),
    released: orNull(Instant),
    /** Notes and answers that stand. */
    notes: Type.Integer(),
    /** Of these, after it was due to them. */
    late: Type.Integer(),
    /** Lines that they contest and nobody has answered for. */
    contests: Type.Integer(),
  },
  closed,
);
export type ClassGradesCell = Static<typeof ClassGradesCell>;

export const ClassGrades = Type.Object(
  {
    /** By name. */
    groups: Type.Array(Type.Object({ id: Uuid, name: Type.String() }, closed)),
    /** In the order in which they open. */
    assignments: Type.Array(ClassGradesColumn),
    students: Type.Array(
      Type.Object(
        {
          student: Uuid,
          name: Type.String(),
          handle: Type.String(),
          /** False for who has left the class. */
          present: Type.Boolean(),
          group: orNull(Type.String()),
          /** One for each assignment; null where it is hidden, or they were not there. */
          results: Type.Array(orNull(ClassGradesCell)),
          /** Of what they were told, and of all that is not hidden. */
          told: Points,
          all: Points,
        },
        closed,
      ),
    ),
    /** Of all groups, and of those that are looked at. */
    count: Type.Integer(),
    chosen: Type.Integer(),
    page: Type.Integer(),
    pages: Type.Integer(),
  },
  closed,
);
export type ClassGrades = Static<typeof ClassGrades>;
