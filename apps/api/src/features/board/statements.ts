import type { Statement } from '../../db/client.ts';
import { layersOf } from '../../db/assignment-layers.ts';
import { joinAuthor } from '../../db/author.ts';
import { isoInstant as iso } from '../../db/instant.ts';

/**
 * $1 assignment, $2 whether the staff is told names: its students, as they may be told. Who has no
 * pseudonym where one is needed has none of these. Primary keys.
 */
export const boardStudents: Statement = {
  name: 'board-students',
  text: `
    select m.person_id as "personId", case when $2 then p.id else y.id end as id,
      case when $2 then p.name else y.name end as name, case when $2 then p.handle end as handle,
      case when $2 then g.name end as "group", x.person_id is not null as "isExtended",
      ${iso('x.due_at')} as "ownDue", ${iso('x.closes_at')} as "ownCloses"
    from assignment s
    join class_member m on m.class_id = s.class_id and m.state = 'active' and m.role = 'student'
    join person p on p.id = m.person_id
    left join assignment_alias y on y.assignment_id = s.id and y.person_id = m.person_id
    left join assignment_extension x on x.assignment_id = s.id and x.person_id = m.person_id
    left join class_group_member o on o.class_id = s.class_id and o.person_id = m.person_id
    left join class_group g on g.id = o.group_id
    where s.id = $1
    order by lower(case when $2 then p.name else y.name end), m.person_id`,
};

/**
 * $1 assignment, $2 the least length, $3 time zone: all that was written on its clauses. When
 * something was written is when it first said enough. Indexes layer_desk, layer_clause, thread_layer
 * and annotation_thread, then primary keys.
 */
export const boardNotes: Statement = {
  name: 'board-notes',
  text: `
    select a.id, a.author_id as "authorId", a.parent_id is not null as "isReply",
      places.uids as clauses, char_length(r.body) as length, ${iso('w.at')} as "writtenAt",
      to_char(w.at at time zone $3, 'YYYY-MM-DD') as day, a.state <> 'published' as "isWithdrawn",
      case when a.state in ('deleted', 'erased') then ${iso('a.changed_at')} end as "deletedAt"
    from (${layersOf('$1', 'desk', 'clause')}) l
    join thread t on t.layer_id = l.id
    cross join lateral (
      select array_agg(p.uid) as uids from thread_place p where p.thread_id = t.id) places
    join annotation a on a.thread_id = t.id
    join revision r on r.annotation_id = a.id and r.number = a.version
    cross join lateral (
      select coalesce(min(v.written_at) filter (where char_length(v.body) >= $2), min(v.written_at)) as at
      from revision v where v.annotation_id = a.id) w`,
};

/** $1 assignment, $2 people: what is open to them. Primary key. */
export const boardOpenings: Statement = {
  name: 'board-openings',
  text: `
    select person_id as "personId", uid, cause, ${iso('at')} as at from assignment_opening
    where assignment_id = $1 and person_id = any($2::uuid[])`,
};

/** $1 assignment: to how many students of now each clause is open. Primary keys. */
export const boardOpen: Statement = {
  name: 'board-open',
  text: `
    select o.uid, count(*)::integer as open
    from assignment s
    join assignment_opening o on o.assignment_id = s.id
    join class_member m on m.class_id = s.class_id and m.person_id = o.person_id
      and m.state = 'active' and m.role = 'student'
    where s.id = $1 group by o.uid`,
};

/* What waits for somebody. A question is settled with its thread; whoever asked answers nobody. */
const othersAnswers = `(select count(*) from annotation o
  where o.thread_id = t.id and o.state = 'published' and o.author_id <> a.author_id
    and (a.parent_id is null or o.parent_id = a.id))::integer`;
const waits = {
  questions: `a.kind = 'question'`,
  // Counted, not `not exists`: how few are left is guessed so badly that layers would be read for each.
  unanswered: `a.parent_id is null and l.part <> 'assignment' and ${othersAnswers} = 0`,
} as const;
export type BoardList = keyof typeof waits;

const waiting = (list: BoardList): string => `
    from (${layersOf('$1', 'assignment', 'desk', 'clause')}) l
    join thread t on t.layer_id = l.id and t.resolution = 'open'
    cross join lateral (
      select c.n, c.uid from thread_place p
      join assignment_clause c on c.assignment_id = $1 and c.uid = p.uid
      where p.thread_id = t.id order by c.n limit 1) place
    join annotation a on a.thread_id = t.id and a.state = 'published' and ${waits[list]}`;

/**
 * $1 assignment, $2 its class, $3 to $5 the place after which, $6 how many, $7 whether the staff is
 * told names: in the order of the clauses. All layers of an assignment tell its staff names alike; who
 * has no pseudonym where one is needed has none. Indexes as above.
 */
export const waitingNotes = (list: BoardList): Statement => ({
  name: `board-waiting-${list}`,
  text: `
    select a.id, place.n, t.from_uid as "from", t.to_uid as "to", a.kind, left(r.body, 400) as words,
      case when named.it then p.id else y.id end as "authorId",
      case when named.it then p.name else y.name end as author,
      coalesce(m.role <> 'student', false) and named.it as "isStaff", ${iso('a.created_at')} as written,
      l.part = 'desk' as "onDesk", ${othersAnswers} as answers
    ${waiting(list)}
    left join class_member m on m.class_id = $2 and m.person_id = a.author_id
    join revision r on r.annotation_id = a.id and r.number = a.version
    ${joinAuthor()}
    cross join lateral (select $7::boolean
      or (coalesce(m.role <> 'student', false) and y.id is null) as it) named
    where (place.n, a.created_at, a.id) > ($3::integer, $4::timestamptz, $5::uuid)
    order by place.n, a.created_at, a.id
    limit $6`,
});

/** $1 assignment: how many wait on each clause; a span counts where it begins. */
export const countWaiting = (list: BoardList): Statement => ({
  name: `board-count-${list}`,
  text: `select place.uid, count(*)::integer as count ${waiting(list)} group by place.uid`,
});

/**
 * $1 assignment, $2 work, $3 clause, $4 group, $5 whether desks as well, $6 how many threads, $7 class: what
 * a room is shown of a clause, oldest thread first. Authors are told as classmates know them. Index
 * thread_place, then annotation_thread and primary keys.
 */
export const projectedNotes: Statement = {
  name: 'board-projected',
  text: `
    select t.id as thread, t.resolution, a.id, a.parent_id as parent, a.kind, a.state,
      l.part = 'desk' as "onDesk", known.staff as "isStaff",
      case when known.staff or not l.hides_names then p.name else y.name end as author,
      r.body, r.html, r.renderer, x.nth::integer as nth,
      case when a.parent_id is null then (
        select array_agg(c.exact order by c.n) from thread_locus c
        join edition_version v on v.id = c.version_id
        join edition e on e.id = v.edition_id and e.access <> 'withheld'
        join work w on w.id = e.work_id and w.standing <> 'withdrawn'
        where c.thread_id = t.id and c.uid = $3 and c.exact <> '') end as words
    from (
      select t.id, t.layer_id, row_number() over (order by t.created_at, t.id) as nth
      from (${layersOf('$1', 'assignment', 'clause', 'desk')}) k
      join thread_place q on q.work_id = $2 and q.uid = $3 and q.layer_id = k.id
      join thread t on t.id = q.thread_id
      where (k.part <> 'desk' or $5::boolean)
        and (k.group_id is null or k.group_id = $4::uuid)
        and (k.part <> 'desk' or $4::uuid is null or exists (
          select from class_group_member g where g.group_id = $4::uuid and g.person_id = k.owner_id))
      order by t.created_at, t.id
      limit $6) x
    join thread t on t.id = x.id
    join layer l on l.id = t.layer_id
    join annotation a on a.thread_id = t.id
    left join class_member m on m.class_id = $7 and m.person_id = a.author_id
    left join revision r on r.annotation_id = a.id and r.number = a.version
    ${joinAuthor()}
    -- Whoever came to teach goes on under the pseudonym that classmates know.
    cross join lateral (select coalesce(m.role <> 'student', false)
      and (not l.hides_names or y.id is null) as staff) known
    order by x.nth, a.created_at, a.id`,
};

/** $1 assignment, $2 clause: students to whom it is shut. Primary keys. */
export const shutTo: Statement = {
  name: 'board-shut',
  text: `
    select count(*)::integer as shut
    from assignment s
    join class_member m on m.class_id = s.class_id and m.state = 'active' and m.role = 'student'
    where s.id = $1 and s.gate <> 'none' and not exists (
      select from assignment_opening o
      where o.assignment_id = s.id and o.person_id = m.person_id and o.uid = $2)`,
};

/** $1 class: its groups. Index class_group_name. */
export const boardGroups: Statement = {
  name: 'board-groups',
  text: 'select id, name from class_group where class_id = $1 order by lower(name) collate "C"',
};
