import type { Statement } from '../../db/client.ts';
import { isoInstant as iso } from '../../db/instant.ts';

/** $1 id, $2 commentary, $3 submission, $4 names, $5 day or null. The commentary is held. */
export const addRound: Statement = {
  name: 'review-round-add',
  text: `
    insert into commentary_round (id, commentary_id, n, submission_id, names, due_on)
    values ($1, $2, 1 + coalesce((select max(r.n) from commentary_round r where r.commentary_id = $2), 0),
      $3, $4, $5::date)`,
};

/**
 * $1 commentary, $2 person, $3 the number of one round, or null: the newest first. What the person is in
 * each. Unique (commentary_id, n).
 */
export const roundsOf: Statement = {
  name: 'review-rounds',
  text: `
    select r.id, r.n, r.names, r.due_on as "dueOn", ${iso('r.opened_at')} as opened,
      ${iso('r.closed_at')} as closed, ${iso('r.cancelled_at')} as cancelled,
      s.n as submission, s.id as "submissionId", w.state as own,
      w.recommended_at is not null as "hasAdvised"
    from commentary_round r
    join commentary_submission s on s.id = r.submission_id
    left join commentary_reviewer w on w.round_id = r.id and w.person_id = $2
    where r.commentary_id = $1 and ($3::integer is null or r.n = $3)
    order by r.n desc`,
};

/** $1 rounds. Unique (round_id, n). */
export const reviewersOf: Statement = {
  name: 'review-reviewers',
  text: `
    select w.id, w.round_id as round, w.n, w.person_id as "personId", w.state,
      ${iso('w.invited_at')} as invited, ${iso('w.answered_at')} as answered, w.due_on as "dueOn",
      w.recommendation, w.to_editor as "toEditor", w.to_authors as "toAuthors",
      ${iso('w.recommended_at')} as recommended,
      case when p.id is not null then json_build_object('id', p.id, 'name', p.name,
        'handle', p.handle) end as person
    from commentary_reviewer w left join person p on p.id = w.person_id
    where w.round_id = any($1::uuid[])
    order by w.round_id, w.n`,
};

/** $1 id, $2 round, $3 person, $4 day or null: as of the round. Nothing where they were asked already. */
export const addReviewer: Statement = {
  name: 'review-reviewer-add',
  text: `
    insert into commentary_reviewer (id, round_id, n, person_id, state, due_on)
    select $1, r.id,
      1 + coalesce((select max(w.n) from commentary_reviewer w where w.round_id = r.id), 0),
      $3, 'invited', coalesce($4::date, r.due_on)
    from commentary_round r where r.id = $2
    on conflict (round_id, person_id) do nothing
    returning n`,
};

/** $1 commentary, $2 person. What keeps somebody from reviewing it. */
export const writesIt: Statement = {
  name: 'review-writes-it',
  text: `
    select exists (select from commentary_author a
        where a.commentary_id = $1 and a.person_id = $2 and a.state = 'active')
      or exists (select from commentary_revision v join commentary_part p on p.id = v.part_id
        where v.author_id = $2 and p.commentary_id = $1) as writes`,
};

/** $1 commentary, $2 person. What else keeps them from it. Unique (commentary_id, n). */
export const decidesOnIt: Statement = {
  name: 'review-decides-on-it',
  text: `
    select exists (select from commentary_decision d
      where d.commentary_id = $1 and d.actor_id = $2 and d.actor_role = 'editor') as decides`,
};

/** $1 reviewer, $2 state, $3 whether it is their own answer. */
export const setReviewer: Statement = {
  name: 'review-reviewer-set',
  text: `
    update commentary_reviewer set state = $2,
      answered_at = case when $3::boolean then now() else answered_at end
    where id = $1`,
};

/** $1 reviewer, $2 recommendation, $3 to the editor, $4 to the authors. */
export const recommend: Statement = {
  name: 'review-recommend',
  text: `
    update commentary_reviewer set recommendation = $2, to_editor = $3, to_authors = $4,
      recommended_at = now()
    where id = $1`,
};
