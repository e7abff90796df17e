import type { Statement } from '../../db/client.ts';
import { isoInstant as iso } from '../../db/instant.ts';

/** $1 person, $2 and $3 the class after which, $4 how many, $5 the one that is asked for; null: all. Index class_member_person, in its order. */
export const classesOf: Statement = {
  name: 'classes-of-person',
  text: `
    select c.id, c.name, m.role, ${iso('m.joined_at')} as joined, ${iso('c.archived_at')} as archived,
      ${iso('c.erased_at')} as erased
    from class_member m join class c on c.id = m.class_id
    where m.person_id = $1 and m.state = 'active'
      and (m.joined_at, m.class_id) < ($2::timestamptz, $3::uuid)
      and ($5::uuid is null or m.class_id = $5)
    order by m.joined_at desc, m.class_id desc
    limit $4`,
};

/** $1 class, $2 person: the class, and what they are in it. Primary keys. */
export const classSeenBy: Statement = {
  name: 'class-seen-by',
  text: `
    select c.id, c.name, c.description, c.zone, ${iso('c.founded_at')} as founded,
      ${iso('c.archived_at')} as archived, ${iso('c.erased_at')} as erased, m.role, g.name as "group"
    from class c
    join class_member m on m.class_id = c.id and m.person_id = $2 and m.state = 'active'
    left join class_group_member o on o.class_id = c.id and o.person_id = $2
    left join class_group g on g.id = o.group_id
    where c.id = $1`,
};

/** $1 class, or assignment of it: until when it kept what is deleted now. Primary keys. */
export const erasedClass: Statement = {
  name: 'class-erased',
  text: `
    select c.keep_until::text as until, c.zone from class c
    where c.erased_at is not null
      and c.id = coalesce((select s.class_id from assignment s where s.id = $1), $1)`,
};

/** $1 class. Held until the transaction ends: who is in it is changed by one at a time. */
export const lockClass: Statement = {
  name: 'class-lock',
  text: 'select id from class where id = $1 for no key update',
};

/** $1 class. Those who instruct or assist, by name. Primary key. */
export const staffOf: Statement = {
  name: 'class-staff',
  text: `
    select p.name, p.handle, m.role
    from class_member m join person p on p.id = m.person_id
    where m.class_id = $1 and m.state = 'active' and m.role <> 'student'
    order by m.role desc, lower(p.name), p.id`,
};

/** $1 class. How many there are of each. Primary key. */
export const countMembers: Statement = {
  name: 'class-count',
  text: `
    select count(*) filter (where role = 'student')::integer as students,
      count(*) filter (where role = 'instructor')::integer as instructors,
      count(*)::integer as people
    from class_member where class_id = $1 and state = 'active'`,
};

/** $1 person. How many classes they instruct that are not archived. Index class_member_person. */
export const countInstructed: Statement = {
  name: 'classes-instructed',
  text: `
    select count(*)::integer as classes
    from class_member m join class c on c.id = m.class_id
    where m.person_id = $1 and m.state = 'active' and m.role = 'instructor' and c.archived_at is null`,
};

/** A time of an assignment so many days later ($5), at the same hour where the class is. */
const later = (column: string): string =>
  `(${column} at time zone m.zone + make_interval(days => $5::integer)) at time zone m.zone`;

/** $1 id, $2 name, $3 description, $4 zone, $5 person. */
export const foundClass: Statement = {
  name: 'class-found',
  text: `
    with made as (
      insert into class (id, name, description, zone) values ($1, $2, $3, $4) returning id)
    insert into class_member (class_id, person_id, role) select id, $5, 'instructor' from made`,
};

/**
 * $1 class, $2 id of the new one, $3 its name, $4 who founds it, $5 days that times are later, by the
 * clocks of its zone. Drafts alone: what was written, opened or given stays where it is. What was set of
 * a text that is somebody else's own is not copied: it was given to that class, not to another.
 */
export const copyClass: Statement = {
  name: 'class-copy',
  text: `
    with made as (
      insert into class (id, name, description, zone)
      select $2, $3, description, zone from class where id = $1 returning id, zone
    ), joined as (
      insert into class_member (class_id, person_id, role) select id, $4, 'instructor' from made
    ), pair as materialized (
      select s.id as old, gen_random_uuid() as new, s.work_id, w.standing
      from assignment s join work w on w.id = s.work_id
      where s.class_id = $1
        and (w.standing = 'public' or (w.standing <> 'withdrawn' and w.owner_id = $4))
    ), given as (
      insert into work_class (work_id, class_id, given_by)
      select distinct p.work_id, m.id, $4::uuid from pair p cross join made m where p.standing <> 'public'
    ), copied as (
      insert into assignment (id, class_id, work_id, title, question, languages, opens_at, due_at,
        closes_at, gate, gate_notes, gate_at, by_groups, least_length, notes, replies, per, coverage,
        how, late, points, names)
      select p.new, m.id, s.work_id, s.title, s.question, s.languages, ${later('s.opens_at')},
        ${later('s.due_at')}, ${later('s.closes_at')}, s.gate, s.gate_notes, ${later('s.gate_at')},
        s.by_groups, s.least_length, s.notes, s.replies, s.per, s.coverage, s.how, s.late, s.points,
        s.names
      from pair p join assignment s on s.id = p.old cross join made m
    ), ranged as (
      insert into assignment_range (assignment_id, n, from_uid, to_uid)
      select p.new, r.n, r.from_uid, r.to_uid
      from pair p join assignment_range r on r.assignment_id = p.old
    ), claused as (
      insert into assignment_clause (assignment_id, uid, n)
      select p.new, c.uid, c.n from pair p join assignment_clause c on c.assignment_id = p.old
    )
    insert into assignment_grading (assignment_id, rubric)
    select p.new, g.rubric from pair p join assignment_grading g on g.assignment_id = p.old`,
};

/** $1 class, $2 name, $3 description, $4 zone. */
export const changeClass: Statement = {
  name: 'class-change',
  text: 'update class set name = $2, description = $3, zone = $4 where id = $1',
};

/** $1 class, $2 whether. */
export const archiveClass: Statement = {
  name: 'class-archive',
  text: `
    update class set archived_at = case when $2::boolean then coalesce(archived_at, now()) end
    where id = $1`,
};

/** $1 class. The staff first, then students by name; who has left or was removed at the end. */
export const membersOf: Statement = {
  name: 'class-members',
  text: `
    select p.id, p.name, p.handle, m.role, m.state, ${iso('m.joined_at')} as joined,
      g.group_id as "group",
      exists (select from class_guest u where u.person_id = p.id) as "isGuest"
    from class_member m join person p on p.id = m.person_id
    left join class_group_member g on g.class_id = m.class_id and g.person_id = m.person_id
    where m.class_id = $1
    order by m.state, case m.role when 'instructor' then 0 when 'assistant' then 1 else 2 end,
      lower(p.name), p.id`,
};

/** $1 class, $2 person. */
export const memberOfClass: Statement = {
  name: 'class-member',
  text: 'select role, state from class_member where class_id = $1 and person_id = $2',
};

/** $1 class, $2 person, $3 role. */
export const joinClass: Statement = {
  name: 'class-join',
  text: `
    insert into class_member (class_id, person_id, role) values ($1, $2, $3)
    on conflict (class_id, person_id) do update set state = 'active', role = $3, joined_at = now()`,
};

/** $1 class, $2 person, $3 role. They are a member now, whatever they were. */
export const appointMember: Statement = {
  name: 'class-appoint',
  text: `update class_member set role = $3, state = 'active' where class_id = $1 and person_id = $2`,
};

/** $1 class, $2 person, $3 state. */
export const endMembership: Statement = {
  name: 'class-end-membership',
  text: 'update class_member set state = $3 where class_id = $1 and person_id = $2',
};

const isGood = 'ends_at > now() and places > 0';

/** $1 class. */
export const codeOf: Statement = {
  name: 'class-code',
  text: `
    select code, ${iso('ends_at')} as ends, places from class_code where class_id = $1 and ${isGood}`,
};

/** $1 class, $2 code, $3 days, $4 places. */
export const makeCode: Statement = {
  name: 'class-code-make',
  text: `
    insert into class_code (class_id, code, ends_at, places)
    values ($1, $2, now() + make_interval(days => $3::integer), $4)
    on conflict (class_id) do update
      set code = excluded.code, ends_at = excluded.ends_at, places = excluded.places`,
};

/** $1 class. */
export const endCode: Statement = {
  name: 'class-code-end',
  text: 'delete from class_code where class_id = $1',
};

/** $1 code. What is archived takes nobody in. */
export const classByCode: Statement = {
  name: 'class-by-code',
  text: `
    select c.id, c.name from class_code k join class c on c.id = k.class_id
    where k.code = $1 and ${isGood} and c.archived_at is null`,
};

/** $1 code. Nothing where the last place has just been taken. */
export const takePlace: Statement = {
  name: 'class-code-take',
  text: `update class_code set places = places - 1 where code = $1 and ${isGood} returning class_id`,
};

/** $1 person. The classes that they alone instruct are archived: nobody is left to change them. */
export const archiveOrphans: Statement = {
  name: 'classes-orphaned',
  text: `
    update class c set archived_at = coalesce(c.archived_at, now())
    from class_member m
    where m.class_id = c.id and m.person_id = $1 and m.role = 'instructor' and m.state = 'active'
      and not exists (
        select from class_member o
        where o.class_id = c.id and o.person_id <> $1 and o.role = 'instructor' and o.state = 'active')`,
};

/** $1 person. */
export const eraseMemberships: Statement = {
  name: 'class-memberships-erase',
  text: 'delete from class_member where person_id = $1',
};

/** $1 person. What the staff did stays told, without whoever has gone. */
export const eraseTraces: readonly Statement[] = [
  { name: 'class-extensions-erase', text: 'delete from assignment_extension where person_id = $1' },
  { name: 'class-news-erase', text: 'delete from class_news where person_id = $1' },
  { name: 'class-openings-erase', text: 'delete from assignment_opening where person_id = $1' },
  { name: 'class-aliases-erase', text: 'delete from assignment_alias where person_id = $1' },
  { name: 'class-groups-past-erase', text: 'delete from class_group_past where person_id = $1' },
  { name: 'class-warnings-erase', text: 'delete from class_warning where person_id = $1' },
  { name: 'class-events-about-erase', text: 'delete from class_event where about_id = $1' },
  {
    name: 'class-events-by-erase',
    text: 'update class_event set actor_id = null where actor_id = $1',
  },
];
