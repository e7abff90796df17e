import { contestAnswers, leftOutReasons, rubricBounds, scoreParts } from '@glossator/domain';
import { Type, type Static } from 'typebox';
import { closed, Instant, Uuid } from './common.ts';
import { limits } from './limits.ts';

/* What a student gets, with the whole way to it. All points are hundredths of one. */

export const Hundredths = Type.Integer({ minimum: 0, maximum: rubricBounds.points * 100 * 100 });

export const RubricView = Type.Array(
  Type.Object(
    {
      title: Type.String({ maxLength: limits.rubricTitle * 2 }),
      levels: Type.Array(
        Type.Object(
          { words: Type.String({ maxLength: limits.rubricWords * 2 }), hundredths: Type.Integer() },
          closed,
        ),
        { maxItems: rubricBounds.levels },
      ),
    },
    closed,
  ),
  { maxItems: rubricBounds.criteria },
);
export type RubricView = Static<typeof RubricView>;

/** What a line is called, by which it is contested. */
export const LineName = Type.String({ minLength: 1, maxLength: 200 });

export const GradeLine = Type.Object(
  {
    line: LineName,
    part: Type.Enum([...scoreParts]),
    /** Its address; null where it is asked for in all. */
    clause: Type.Union([Type.String(), Type.Null()]),
    needed: Type.Integer(),
    done: Type.Integer(),
    taken: Type.Integer(),
    notes: Type.Array(Uuid),
  },
  closed,
);
export type GradeLine = Static<typeof GradeLine>;

export const GradeView = Type.Object(
  {
    /** Null where nothing is counted. */
    count: Type.Union([
      Type.Object(
        {
          lines: Type.Array(GradeLine),
          /** Notes that are in no line, and why. */
          leftOut: Type.Array(
            Type.Object(
              { line: LineName, note: Uuid, why: Type.Enum([...leftOutReasons]) },
              closed,
            ),
          ),
          needed: Type.Integer(),
          taken: Type.Integer(),
          hundredths: Type.Integer(),
          of: Type.Integer(),
          how: Type.Enum(['scaled', 'all-or-nothing']),
          leastLength: Type.Integer(),
          /** As they held for the student. */
          due: Type.Union([Instant, Type.Null()]),
          closes: Type.Union([Instant, Type.Null()]),
        },
        closed,
      ),
      Type.Null(),
    ]),
    /** Null where there is no rubric. */
    rubric: Type.Union([
      Type.Object(
        {
          criteria: Type.Array(
            Type.Object(
              {
                line: LineName,
                title: Type.String(),
                levels: Type.Array(
                  Type.Object({ words: Type.String(), hundredths: Type.Integer() }, closed),
                ),
                chosen: Type.Union([Type.Integer(), Type.Null()]),
              },
              closed,
            ),
          ),
          hundredths: Type.Integer(),
          of: Type.Integer(),
        },
        closed,
      ),
      Type.Null(),
    ]),
    /** The parts added. */
    computed: Type.Integer(),
    /** Points the staff has set in place of them. */
    override: Type.Union([
      Type.Object({ line: LineName, hundredths: Type.Integer(), reason: Type.String() }, closed),
      Type.Null(),
    ]),
    total: Type.Integer(),
    of: Type.Integer(),
    /** Where the notes stand that are named above, as far as they are still there. */
    notes: Type.Array(Type.Object({ id: Uuid, address: Type.String(), written: Instant }, closed)),
  },
  closed,
);
export type GradeView = Static<typeof GradeView>;

export const ContestView = Type.Object(
  {
    id: Uuid,
    line: LineName,
    words: Type.String(),
    made: Instant,
    answer: Type.Union([Type.Enum([...contestAnswers]), Type.Null()]),
    answerWords: Type.String(),
    answered: Type.Union([Instant, Type.Null()]),
  },
  closed,
);
export type ContestView = Static<typeof ContestView>;
