import { Type, type Static } from 'typebox';
import { closed, Day, Instant, Uuid } from './common.ts';

/** The last day on which a class keeps what its students wrote and got; null: no day is set. */
export const RetentionDay = Type.Union([Day, Type.Null()]);

/** The same as it is typed. */
export const TypedDay = Type.Union([Type.String({ maxLength: 40 }), Type.Null()]);

export const RetentionForm = Type.Object(
  { until: TypedDay, version: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }) },
  closed,
);
export type RetentionForm = Static<typeof RetentionForm>;

export const ClassRetention = Type.Object(
  {
    until: RetentionDay,
    /** When it is deleted: as that day ends where the class is. */
    ends: Type.Union([Instant, Type.Null()]),
    version: Type.Integer(),
    /** Who set it, the newest first; a name is empty where they have gone. */
    changes: Type.Array(
      Type.Object(
        { at: Instant, by: Type.String(), from: RetentionDay, until: RetentionDay },
        closed,
      ),
    ),
  },
  closed,
);
export type ClassRetention = Static<typeof ClassRetention>;

/** Among the notices of whoever teaches it: a class whose contents are deleted soon. */
export const RetentionNotice = Type.Object(
  { class: Uuid, name: Type.String(), until: Day, told: Instant },
  closed,
);
export type RetentionNotice = Static<typeof RetentionNotice>;
