import type { Statement } from '../../db/client.ts';
import { isoInstant as iso } from '../../db/instant.ts';

/** $1 commentary, $2 the number before which, $3 how many. Unique (commentary_id, n), read backwards. */
export const decisionsBefore: Statement = {
  name: 'review-decisions',
  text: `
    select d.id, d.n, d.kind, d.from_state as "from", d.to_state as "to", d.to_next as next, r.n as round,
      d.actor_role as "as", d.reason, d.message, ${iso('d.due_at')} as due, d.undo_of as "undoOf",
      exists (select from commentary_decision u where u.undo_of = d.id) as "isUndone",
      ${iso('d.decided_at')} as decided,
      case when p.id is not null then json_build_object('id', p.id, 'name', p.name,
        'handle', p.handle) end as actor
    from commentary_decision d
    left join commentary_round r on r.id = d.round_id
    left join person p on p.id = d.actor_id
    where d.commentary_id = $1 and d.n < $2
    order by d.n desc
    limit $3`,
};

/** $1 commentary, $2 its number, or null for the last. Unique (commentary_id, n). */
export const submissionOf: Statement = {
  name: 'review-submission',
  text: `
    select s.n, s.note, ${iso('s.submitted_at')} as submitted, s.front, x.parts, x.words
    from commentary_submission s
    cross join lateral (
      select count(*)::integer as parts, coalesce(sum(r.words), 0)::integer as words
      from submission_part p
      join commentary_revision r on r.part_id = p.part_id and r.number = p.revision
      where p.submission_id = s.id) x
    where s.commentary_id = $1 and ($2::integer is null or s.n = $2)
    order by s.n desc limit 1`,
};

/**
 * $1 state, $2 person who asks, $3 and $4 since when and id of the last one read, $5 how many. What has
 * waited longest first. Index commentary_standing, in its order.
 */
export const standingIn: Statement = {
  name: 'review-editing',
  text: `
    select c.id, c.slug, w.slug as work, coalesce(s.front ->> 'title', c.title) as title, c.state, c.next,
      ${iso('c.stands_since')} as since, r.n as round, x.reviewers, x.recommended,
      exists (select from commentary_author a
        where a.commentary_id = c.id and a.person_id = $2 and a.state = 'active')
        or exists (select from commentary_revision v join commentary_part p on p.id = v.part_id
          where v.author_id = $2 and p.commentary_id = c.id) as "isInterested"
    from commentary c
    join work w on w.id = c.work_id
    left join lateral (select s.front from commentary_submission s
      where s.commentary_id = c.id order by s.n desc limit 1) s on true
    left join commentary_round r on r.commentary_id = c.id and r.closed_at is null
      and r.cancelled_at is null
    cross join lateral (
      select count(*) filter (where o.state = 'accepted')::integer as reviewers,
        count(o.recommendation)::integer as recommended
      from commentary_reviewer o where o.round_id = r.id) x
    where c.state = $1 and c.removed_at is null
      and (c.stands_since, c.id) > ($3::timestamptz, $4::uuid)
    order by c.stands_since, c.id
    limit $5`,
};

/** $1 states, $2 how many are counted at most. Index commentary_standing. */
export const countStanding: Statement = {
  name: 'review-count-standing',
  text: `
    select asked.state, x.count
    from unnest($1::text[]) asked (state)
    cross join lateral (
      select count(*)::integer as count
      from (select from commentary c
        where c.state = asked.state and c.removed_at is null
        order by c.stands_since limit $2) one) x
    where x.count > 0`,
};

/** $1 person, $2 and $3 the one after which, $4 how many. Index commentary_reviewer_person, in its order. */
export const reviewsOf: Statement = {
  name: 'review-reviewing',
  text: `
    select o.id, r.commentary_id as commentary, r.n as round, w.slug as work,
      s.front ->> 'title' as title, o.state, o.due_on as "dueOn", ${iso('o.invited_at')} as invited,
      ${iso('o.recommended_at')} as recommended, r.closed_at is null as "isOpen"
    from commentary_reviewer o
    join commentary_round r on r.id = o.round_id and r.cancelled_at is null
    join commentary c on c.id = r.commentary_id and c.removed_at is null
    join work w on w.id = c.work_id
    join commentary_submission s on s.id = r.submission_id
    where o.person_id = $1 and o.state in ('invited', 'accepted')
      and (o.invited_at, o.id) < ($2::timestamptz, $3::uuid)
    order by o.invited_at desc, o.id desc
    limit $4`,
};
