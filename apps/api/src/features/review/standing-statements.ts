import type { Statement } from '../../db/client.ts';
import { isoInstant as iso } from '../../db/instant.ts';

/** $1 commentary. Held until the transaction ends: one decides after the other. */
export const holdStanding: Statement = {
  name: 'review-hold',
  text: 'select id from commentary where id = $1 for no key update',
};

/**
 * $1 commentary, $2 person or null. Where it stands, and what the person is to it. Whoever writes it, or
 * has written in it, is interested; whoever was asked to write and has not come is not, so that nobody is
 * kept from deciding by being asked. Primary keys; commentary_revision_author for what they wrote,
 * commentary_reviewer_round_id_person_id_key for what they review.
 */
export const standingOf: Statement = {
  name: 'review-standing',
  text: `
    select c.id, c.slug, c.title, c.work_id as "workId", w.slug as work, c.state, c.next,
      c.removed_at is not null as "isRemoved", ${iso('c.stands_since')} as since,
      coalesce((select a.role = 'lead' and a.state = 'active' from commentary_author a
        where a.commentary_id = c.id and a.person_id = $2::uuid), false) as "isLead",
      exists (select from commentary_author a
        where a.commentary_id = c.id and a.person_id = $2 and a.state = 'active') as "isAuthor",
      exists (select from commentary_author a
        where a.commentary_id = c.id and a.person_id = $2 and a.state = 'active')
        or exists (select from commentary_revision v join commentary_part p on p.id = v.part_id
          where v.author_id = $2 and p.commentary_id = c.id) as "isInterested",
      exists (select from commentary_round r join commentary_reviewer o on o.round_id = r.id
        where r.commentary_id = c.id and r.cancelled_at is null and o.person_id = $2
          and (o.state in ('invited', 'accepted') or o.recommended_at is not null)) as "isReviewer",
      exists (select from commentary_round r join commentary_reviewer o on o.round_id = r.id
        where r.commentary_id = c.id and r.cancelled_at is null and o.person_id = $2
          and o.state in ('invited', 'accepted')) as "isReviewing",
      coalesce((select max(d.n) from commentary_decision d where d.commentary_id = c.id), 0) as seen
    from commentary c join work w on w.id = c.work_id
    where c.id = $1`,
};

/** $1 commentary. All of them, in their order: as many as a commentary has had steps. Unique (commentary_id, n). */
export const pastDecisions: Statement = {
  name: 'review-past-decisions',
  text: `
    select id, n, kind, undo_of as "undoOf", from_state as "fromState", from_next as "fromNext",
      round_id as round, submission_id as submission
    from commentary_decision where commentary_id = $1 order by n`,
};

/** $1 id, $2 commentary, $3 kind, $4 to state, $5 to next, $6 round, $7 submission, $8 due, $9 actor, $10 role, $11 reason, $12 message, $13 the one it undoes. The commentary is held. */
export const addDecision: Statement = {
  name: 'review-decide',
  text: `
    with before as (
      select id, state, next,
        coalesce((select max(n) from commentary_decision where commentary_id = $2), 0) + 1 as n
      from commentary where id = $2
    ), moved as (
      update commentary c set state = $4, next = $5, stands_since = now() from before b where c.id = b.id)
    insert into commentary_decision (id, commentary_id, n, kind, from_state, from_next, to_state, to_next,
      round_id, submission_id, due_at, actor_id, actor_role, reason, message, undo_of)
    select $1, b.id, b.n, $3, b.state, b.next, $4, $5, $6, $7, $8::timestamptz, $9, $10, $11, $12, $13
    from before b returning n`,
};

/** $1 commentary. The round that is open. Index commentary_round_open. */
export const openRoundOf: Statement = {
  name: 'review-open-round',
  text: `
    select id, submission_id as submission from commentary_round
    where commentary_id = $1 and closed_at is null and cancelled_at is null`,
};

/** $1 commentary. Index commentary_round_open. */
export const closeRound: Statement = {
  name: 'review-close-round',
  text: `
    update commentary_round set closed_at = now()
    where commentary_id = $1 and closed_at is null and cancelled_at is null`,
};

/** $1 round. */
export const reopenRound: Statement = {
  name: 'review-reopen-round',
  text: 'update commentary_round set closed_at = null where id = $1',
};

/** $1 round. */
export const cancelRound: Statement = {
  name: 'review-cancel-round',
  text: 'update commentary_round set cancelled_at = now() where id = $1',
};

/** $1 commentary. What was handed in last. Unique (commentary_id, n), read backwards. */
export const lastSubmission: Statement = {
  name: 'review-last-submission',
  text: `
    select id, n from commentary_submission where commentary_id = $1 order by n desc limit 1`,
};
