import { Type, type Static } from 'typebox';
import { closed, Instant, Slug, Uuid } from './common.ts';

/** Days of the week, 1 for Monday to 7 for Sunday (ISO 8601). */
const Weekdays = Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), {
  maxItems: 7,
  uniqueItems: true,
});
const Day = Type.String({ format: 'date' });
const OneOrAll = Type.Union([Slug, Type.Null()]);

export const DutyForm = Type.Object({ work: OneOrAll, weekdays: Weekdays }, closed);
export type DutyForm = Static<typeof DutyForm>;

export const AbsenceForm = Type.Object({ from: Day, to: Day }, closed);
export type AbsenceForm = Static<typeof AbsenceForm>;

/** The mail in the morning: whether, and at which hour of which zone. */
export const SummarySettings = Type.Object(
  {
    mails: Type.Boolean(),
    hour: Type.Integer({ minimum: 0, maximum: 23 }),
    zone: Type.String({ maxLength: 64 }),
  },
  closed,
);
export type SummarySettings = Static<typeof SummarySettings>;

export const AlarmSettings = Type.Object(
  { days: Type.Integer({ minimum: 1, maximum: 60 }) },
  closed,
);
export type AlarmSettings = Static<typeof AlarmSettings>;

/** A work whose oldest case has waited for too long, and since when. */
export const OverdueWork = Type.Object({ work: Slug, since: Instant }, closed);
export type OverdueWork = Static<typeof OverdueWork>;
export const OverdueWorks = Type.Object(
  { days: Type.Integer(), items: Type.Array(OverdueWork) },
  closed,
);
export type OverdueWorks = Static<typeof OverdueWorks>;

export const RotaView = Type.Object(
  {
    /** The asker's own appointments, absences that have not ended, and mail. */
    own: Type.Array(Type.Object({ work: OneOrAll, weekdays: Weekdays }, closed)),
    absences: Type.Array(Type.Object({ id: Uuid, from: Day, to: Day }, closed)),
    summary: SummarySettings,
    /** Who is on duty when, for each work that the asker keeps in order. */
    works: Type.Array(
      Type.Object(
        {
          work: Slug,
          people: Type.Array(
            Type.Object(
              {
                name: Type.String(),
                handle: Type.String(),
                weekdays: Weekdays,
                /** The last day of an absence that has begun; null where there is none. */
                absentUntil: Type.Union([Day, Type.Null()]),
                onDuty: Type.Boolean(),
              },
              closed,
            ),
          ),
        },
        closed,
      ),
    ),
    overdue: OverdueWorks,
  },
  closed,
);
export type RotaView = Static<typeof RotaView>;
