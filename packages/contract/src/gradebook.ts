import { Type, type Static } from 'typebox';
import { closed, Instant, Uuid } from './common.ts';

const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) =>
  Type.Union([type, Type.Null()]);

/** What students got, and where nothing was told yet what they would get. Points, not hundredths. */
export const Gradebook = Type.Object(
  {
    class: Type.Object({ id: Uuid, name: Type.String() }, closed),
    /** In the order in which they open. */
    assignments: Type.Array(
      Type.Object(
        {
          id: Uuid,
          title: Type.String(),
          /** True where the staff is not told yet who wrote what: there are no points to names. */
          hidden: Type.Boolean(),
        },
        closed,
      ),
    ),
    students: Type.Array(
      Type.Object(
        {
          student: Uuid,
          name: Type.String(),
          handle: Type.String(),
          present: Type.Boolean(),
          /** One for each assignment. */
          results: Type.Array(
            orNull(
              Type.Object(
                {
                  points: Type.Number(),
                  of: Type.Number(),
                  counted: orNull(Type.Number()),
                  rubric: orNull(Type.Number()),
                  set: Type.Boolean(),
                  released: orNull(Instant),
                },
                closed,
              ),
            ),
          ),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type Gradebook = Static<typeof Gradebook>;
