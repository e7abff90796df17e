import type { Statement } from '../../db/client.ts';
import { endsAt } from './statements.ts';

/** No place on earth has a day that begins later than where this is asked. */
const near = (days: number): string =>
  `c.keep_until <= (now() at time zone 'UTC')::date + ${String(days)}`;

const due = `select c.id from class c
    where c.erased_at is null and ${near(0)} and ${endsAt} <= now()`;

/** $1 those that are passed by. Index class_keep. */
export const eraseDue: Statement = {
  name: 'retention-erase-due',
  text: `${due} and c.id <> all($1::uuid[]) order by c.keep_until limit 1`,
};

/** $1 class, where it is due still: held, and what another process does is passed by. */
export const takeErase: Statement = {
  name: 'retention-erase-take',
  text: `${due} and c.id = $1 for no key update of c skip locked`,
};

/*
 * $1 class. Nobody reads or writes in it from then on, at once; who instructs it keeps what it was set.
 * Memberships go last: they say whose drafts to look for.
 */
export const shutClass: readonly Statement[] = [
  {
    name: 'retention-shut',
    text: `
      update class set erased_at = now(), archived_at = coalesce(archived_at, now()) where id = $1`,
  },
  {
    name: 'retention-shut-members',
    text: `
      update class_member set state = 'removed'
      where class_id = $1 and state = 'active' and role <> 'instructor'`,
  },
  { name: 'retention-shut-sessions', text: 'delete from session where class_id = $1' },
  {
    name: 'retention-shut-links',
    text: `delete from one_time_token where purpose = 'class' and class_id = $1`,
  },
  { name: 'retention-shut-code', text: 'delete from class_code where class_id = $1' },
  { name: 'retention-shut-invited', text: 'delete from class_invitation where class_id = $1' },
  { name: 'retention-shut-warnings', text: 'delete from class_warning where class_id = $1' },
];

/**
 * Minutes between shutting a class and emptying it: whoever was allowed to write just before has ended by
 * then, so that nothing comes in behind.
 */
export const minutesUntilEmptying = 2;

const shut = `select c.id from class c
    where c.emptied_at is null
      and c.erased_at <= now() - interval '${String(minutesUntilEmptying)} minutes'`;

/** $1 those that are passed by. Index class_emptying. */
export const emptyDue: Statement = {
  name: 'retention-empty-due',
  text: `${shut} and c.id <> all($1::uuid[]) order by c.erased_at limit 1`,
};

/** $1 class. */
export const takeEmpty: Statement = {
  name: 'retention-empty-take',
  text: `${shut} and c.id = $1 for no key update of c skip locked`,
};

/** $1 class, $2 id of what tells of it. Texts that it was given are its no more. */
export const finish: Statement = {
  name: 'retention-finish',
  text: `
    with told as (
      insert into class_event (id, class_id, what) values ($2, $1, 'erased')
    ), returned as (
      delete from work_class where class_id = $1)
    update class set emptied_at = now() where id = $1`,
};

const untilWarned = (
  days: number,
): string => `(c.warned_days is null or c.warned_days > ${String(days)})
        and ${endsAt} <= now() + interval '${String(days)} days'`;
const warn = `select c.id, case when ${endsAt} <= now() + interval '7 days' then 7 else 30 end as days
    from class c
    where c.erased_at is null and ${near(31)} and ${endsAt} > now()
      and ((${untilWarned(30)}) or (${untilWarned(7)}))`;

/** $1 those that are passed by. Index class_keep. */
export const warnDue: Statement = {
  name: 'retention-warn-due',
  text: `${warn} and c.id <> all($1::uuid[]) order by c.keep_until limit 1`,
};

/** $1 class. */
export const takeWarn: Statement = {
  name: 'retention-warn-take',
  text: `${warn} and c.id = $1 for no key update of c skip locked`,
};
