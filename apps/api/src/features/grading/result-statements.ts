import type { Statement } from '../../db/client.ts';
import { isoInstant as iso } from '../../db/instant.ts';

/** $1 assignment, $2 student. Indexes grade_result_assignment, unique (result_id, line). */
export const contestsOfStudent: Statement = {
  name: 'grade-contests-of-student',
  text: `
    select c.id, c.line, c.words, ${iso('c.made_at')} as made, c.answer,
      c.answer_words as "answerWords", ${iso('c.answered_at')} as answered
    from grade_result r join grade_contest c on c.result_id = r.id
    where r.assignment_id = $1 and r.person_id = $2
    order by c.made_at desc, c.id`,
};

/**
 * $1 assignment, $2 ids, $3 students, $4 names, $5 grades, $6 comments, $7 cause, $8 minutes until mail.
 * Index grade_result_now: nobody has two at once.
 */
export const insertResults: Statement = {
  name: 'grade-results-insert',
  text: `
    insert into grade_result (id, assignment_id, person_id, name, grade, comment, cause, mail_at)
    select x.id, $1, x.person_id, x.name, x.grade, x.comment, $7,
      now() + make_interval(mins => $8::integer)
    from unnest($2::uuid[], $3::uuid[], $4::text[], $5::jsonb[], $6::text[])
      as x(id, person_id, name, grade, comment)`,
};

/** $1 assignment, $2 students, $3 how. What was not mailed yet is not. Index grade_result_now. */
export const endResults: Statement = {
  name: 'grade-results-end',
  text: `
    update grade_result set ended_at = now(), ended_by = $3, mail_at = null
    where assignment_id = $1 and person_id = any($2::uuid[]) and ended_at is null
    returning person_id as student, seen_at is not null as seen`,
};

/** $1 assignment, $2 whether it is released to all. */
export const markReleased: Statement = {
  name: 'grading-mark-released',
  text: `
    update assignment set released_at = case when $2::boolean then coalesce(released_at, now()) end
    where id = $1`,
};

/** $1 assignment: who released last, and when. Index class_event_class. */
export const lastRelease: Statement = {
  name: 'grading-last-release',
  text: `
    select coalesce(p.name, '') as name, ${iso('e.at')} as at
    from assignment s
    join class_event e on e.class_id = s.class_id and e.assignment_id = s.id and e.what = 'released'
    left join person p on p.id = e.actor_id
    where s.id = $1
    order by e.at desc, e.id desc limit 1`,
};

const due = `
    select g.assignment_id as id
    from assignment_grading g
    join assignment s on s.id = g.assignment_id
    join class c on c.id = s.class_id and c.archived_at is null
    where g.release_at <= now() and s.published_at < g.release_at`;

/**
 * $1 those that are passed by: an assignment whose time to be released has come. A draft is not
 * released, nor is what was published only after that time. Index assignment_grading_due.
 */
export const releaseDue: Statement = {
  name: 'grading-release-due',
  text: `${due} and g.assignment_id <> all($1::uuid[])
    order by g.release_at limit 1`,
};

/** $1 assignment, where it is due still. */
export const takeRelease: Statement = {
  name: 'grading-release-take',
  text: `${due} and g.assignment_id = $1
    for update of g skip locked`,
};

/** $1 assignment. */
export const clearReleaseTime: Statement = {
  name: 'grading-release-done',
  text: `
    update assignment_grading set release_at = null, version = version + 1 where assignment_id = $1`,
};

/** $1 assignment: what is needed to grade it, whoever asks. Primary keys. */
export const assignmentToGrade: Statement = {
  name: 'grading-assignment',
  text: `
    select s.id, s.names, ${iso('s.released_at')} as released,
      array(select a.uid from assignment_clause a where a.assignment_id = s.id order by a.n) as clauses,
      json_build_object('opensAt', ${iso('s.opens_at')}, 'dueAt', ${iso('s.due_at')},
        'closesAt', ${iso('s.closes_at')}) as times,
      json_build_object('notes', s.notes, 'replies', s.replies, 'per', s.per, 'coverage', s.coverage,
        'leastLength', s.least_length, 'how', s.how, 'late', s.late, 'points', s.points) as rule
    from assignment s where s.id = $1`,
};

/** $1 assignment, $2 student: what they were told, the newest first. Index grade_result_assignment. */
export const resultsOfStudent: Statement = {
  name: 'grade-results-of-student',
  text: `
    select id, grade, comment, ${iso('released_at')} as released, ${iso('seen_at')} as seen,
      ${iso('ended_at')} as ended, ended_by as by
    from grade_result where assignment_id = $1 and person_id = $2
    order by released_at desc, id desc`,
};

/** $1 result. */
export const markSeen: Statement = {
  name: 'grade-result-seen',
  text: `
    update grade_result set seen_at = now(), read_at = coalesce(read_at, now())
    where id = $1 and seen_at is null`,
};

/** $1 id, $2 result, $3 line, $4 words. Nothing where it was contested before. */
export const insertContest: Statement = {
  name: 'grade-contest-insert',
  text: `
    insert into grade_contest (id, result_id, line, words) values ($1, $2, $3, $4)
    on conflict (result_id, line) do nothing returning id`,
};

/** $1 assignment, $2 student, $3 contest, $4 answer, $5 words. Nothing where it was answered. */
export const answerContest: Statement = {
  name: 'grade-contest-answer',
  text: `
    update grade_contest c set answer = $4, answer_words = $5, answered_at = now()
    from grade_result r
    where c.id = $3 and r.id = c.result_id and r.assignment_id = $1 and r.person_id = $2
      and c.answer is null
    returning c.line`,
};

/** $1 person, $2 how many: results they have not opened. Index grade_result_unread. */
export const unreadResults: Statement = {
  name: 'grade-results-unread',
  text: `
    select s.id as assignment, s.class_id as class, s.title, ${iso('r.released_at')} as told
    from grade_result r
    join assignment s on s.id = r.assignment_id
    where r.person_id = $1 and r.read_at is null and r.ended_at is null
      and exists (select from class_member m where m.class_id = s.class_id
        and m.person_id = $1 and m.state = 'active')
    order by r.released_at desc, r.id desc
    limit $2`,
};

/** $1 person, $2 moment. Index grade_result_unread. */
export const readResultNotices: Statement = {
  name: 'grade-results-read',
  text: `
    update grade_result set read_at = now()
    where person_id = $1 and read_at is null and ended_at is null and released_at <= $2::timestamptz`,
};

/**
 * $1 how many. The mail of each result is written once, by one process; to nobody who has left the
 * class. Index grade_result_mail.
 */
export const resultMailDue: Statement = {
  name: 'grade-results-mail',
  text: `
    update grade_result r set mail_at = null
    from (
      select id from grade_result where mail_at <= now() order by mail_at limit $1
      for update skip locked
    ) d
    where r.id = d.id
    returning r.person_id as person, r.assignment_id as assignment,
      (select s.class_id from assignment s where s.id = r.assignment_id) as class,
      (select json_build_object('email', c.email, 'key', c.email_key, 'locale', c.locale)
        from account c where c.person_id = r.person_id and c.notice_mail <> 'off'
          and r.seen_at is null and r.ended_at is null
          and exists (select from assignment s join class_member m on m.class_id = s.class_id
            where s.id = r.assignment_id and m.person_id = r.person_id and m.state = 'active')) as to`,
};
