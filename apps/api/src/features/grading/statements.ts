import type { Statement } from '../../db/client.ts';
import { isoInstant as iso } from '../../db/instant.ts';

/**
 * $1 assignment: its students by name, and everybody who was told a result: who has left or gone goes on
 * being in its books. Indexes of class_member, grade_result_now.
 */
export const gradedStudents: Statement = {
  name: 'graded-students',
  text: `
    with who as (
      select m.person_id as id, true as present
      from assignment s
      join class_member m on m.class_id = s.class_id and m.role = 'student' and m.state = 'active'
      where s.id = $1
      union all
      select r.person_id, false
      from grade_result r
      where r.assignment_id = $1 and r.ended_at is null and not exists (
        select from assignment s
        join class_member m on m.class_id = s.class_id and m.person_id = r.person_id
          and m.role = 'student' and m.state = 'active'
        where s.id = $1)
    )
    select who.id, who.present, coalesce(nullif(p.name, ''), r.name) as name, case when p.name = '' then '' else p.handle end as handle,
      y.id as "aliasId", y.name as alias,
      ${iso('x.due_at')} as "ownDue", ${iso('x.closes_at')} as "ownCloses",
      g.rubric as criteria, g.set_hundredths as "setTo", g.set_reason as "setFor",
      coalesce(g.comment, '') as comment, coalesce(g.version, 0) as version,
      r.id as "resultId", r.grade as told, r.comment as "toldComment",
      ${iso('r.released_at')} as released, ${iso('r.seen_at')} as seen,
      (select count(*)::integer from grade_result o join grade_contest c on c.result_id = o.id
        where o.assignment_id = $1 and o.person_id = who.id and c.answer is null) as contests
    from who
    join person p on p.id = who.id
    left join assignment_alias y on y.assignment_id = $1 and y.person_id = who.id
    left join assignment_extension x on x.assignment_id = $1 and x.person_id = who.id
    left join grade g on g.assignment_id = $1 and g.person_id = who.id
    left join grade_result r on r.assignment_id = $1 and r.person_id = who.id and r.ended_at is null
    order by lower(coalesce(nullif(p.name, ''), r.name)), who.id`,
};

/**
 * $1 assignment, $2 students, $3 least length: their notes in it, as they are counted. A note was
 * written when it first said enough. Index annotation_author, then primary keys.
 */
export const studentNotes: Statement = {
  name: 'graded-notes',
  text: `
    select a.id, a.author_id as "authorId", a.parent_id is not null as "isReply",
      coalesce(b.author_id = a.author_id, false) as "isToSelf", a.thread_id as thread,
      array(select o.uid from thread_place o where o.thread_id = t.id) as clauses,
      t.from_uid as "from", t.to_uid as "to", coalesce(char_length(r.body), 0) as length,
      ${iso('coalesce(w.enough, w.begun)')} as "writtenAt", a.state <> 'published' as "isWithdrawn"
    from annotation a
    join thread t on t.id = a.thread_id
    join layer l on l.id = t.layer_id and l.assignment_id = $1 and l.part in ('desk', 'clause')
    join revision r on r.annotation_id = a.id and r.number = a.version
    left join annotation b on b.thread_id = a.thread_id and b.id = a.parent_id
    cross join lateral (
      select min(v.written_at) as begun,
        min(v.written_at) filter (where char_length(v.body) >= $3::integer) as enough
      from revision v where v.annotation_id = a.id) w
    where a.author_id = any($2::uuid[])
    order by "writtenAt", a.id`,
};

/** $1 assignment. Primary key. */
export const gradingOf: Statement = {
  name: 'grading-of-assignment',
  text: `
    select rubric, ${iso('release_at')} as "releaseAt", version
    from assignment_grading where assignment_id = $1`,
};

/** $1 assignment, $2 rubric, $3 the version that was read; nothing where another is stored. */
export const changeRubric: Statement = {
  name: 'grading-rubric',
  text: `
    insert into assignment_grading (assignment_id, rubric)
    select $1, $2::jsonb where $3::integer = 0
      or exists (select from assignment_grading where assignment_id = $1)
    on conflict (assignment_id) do update
      set rubric = excluded.rubric, version = assignment_grading.version + 1
      where assignment_grading.version = $3
    returning version`,
};

/** $1 assignment, $2 moment, $3 the version that was read; nothing where another is stored. */
export const changeReleaseTime: Statement = {
  name: 'grading-release-time',
  text: `
    insert into assignment_grading (assignment_id, release_at)
    select $1, $2::timestamptz where $3::integer = 0
      or exists (select from assignment_grading where assignment_id = $1)
    on conflict (assignment_id) do update
      set release_at = excluded.release_at, version = assignment_grading.version + 1
      where assignment_grading.version = $3
    returning version`,
};

/** $1 assignment, $2 student, $3 criteria, $4 points, $5 reason, $6 comment, $7 the version read. */
export const judgeStudent: Statement = {
  name: 'grade-student',
  text: `
    insert into grade (assignment_id, person_id, rubric, set_hundredths, set_reason, comment)
    select $1, $2::uuid, $3::jsonb, $4::integer, $5::text, $6::text where $7::integer = 0
      or exists (select from grade where assignment_id = $1 and person_id = $2::uuid)
    on conflict (assignment_id, person_id) do update
      set rubric = excluded.rubric, set_hundredths = excluded.set_hundredths,
        set_reason = excluded.set_reason, comment = excluded.comment,
        version = grade.version + 1, changed_at = now()
      where grade.version = $7
    returning version`,
};

/** $1 assignment, $2 actor or null, $3 students (null: of all), $4 what, $5 detail, $6 ids. */
export const tellEvents: Statement = {
  name: 'grading-events',
  text: `
    insert into class_event (id, class_id, assignment_id, actor_id, about_id, what, detail)
    select e.id, s.class_id, s.id, $2, e.about, $4, $5::jsonb
    from assignment s, unnest($6::uuid[], $3::uuid[]) as e(id, about)
    where s.id = $1`,
};

/** $1 assignment. Held until the transaction ends: what is told is told by one at a time. */
export const lockAssignment: Statement = {
  name: 'grading-lock',
  text: 'select id from assignment where id = $1 for no key update',
};

/** $1 assignment, $2 student, $3 points, $4 reason: whatever is judged beside it stays. */
export const setPoints: Statement = {
  name: 'grade-set-points',
  text: `
    insert into grade (assignment_id, person_id, set_hundredths, set_reason) values ($1, $2, $3, $4)
    on conflict (assignment_id, person_id) do update
      set set_hundredths = excluded.set_hundredths, set_reason = excluded.set_reason,
        version = grade.version + 1, changed_at = now()`,
};

/** $1 class: its assignments that students know of, in the order in which they open. */
export const assignmentsOfGradebook: Statement = {
  name: 'grading-gradebook',
  text: `
    select id, title from assignment
    where class_id = $1 and published_at is not null
    order by opens_at, id`,
};

/** $1 class: its groups by name, with who is in them. Indexes class_group_name, class_group_member_group. */
export const groupsOfBook: Statement = {
  name: 'grading-groups',
  text: `
    select g.id, g.name,
      array(select m.person_id from class_group_member m where m.group_id = g.id) as students
    from class_group g where g.class_id = $1
    order by lower(g.name), g.id`,
};
