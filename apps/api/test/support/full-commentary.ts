import { addPart, entryOn, foundCommentary, joinCommentary } from './commentaries.ts';
import { marks, type World } from './full-world.ts';

const { own } = marks;

/** What she writes in a commentary of her own, and in one that somebody else leads. */
export async function comments({ site, zelda, otto }: World): Promise<void> {
  const alone = await foundCommentary(site, zelda, { title: `${own} alone` });
  await addPart(site, zelda, alone, entryOn('4.3.1.2', { body: `${own} explains` }));
  const together = await foundCommentary(site, otto, { title: 'Glosses together' });
  await joinCommentary(site, otto, together, zelda);
  await addPart(site, zelda, together, entryOn('4.3.1.2', { body: `${own} explains it to all` }));
  await site.owner.query(
    `with s as (
       insert into commentary_submission (id, commentary_id, n, front)
       values (gen_random_uuid(), $1, 1, '{}') returning id
     ), r as (
       insert into commentary_round (id, commentary_id, n, submission_id, names)
       select gen_random_uuid(), $1, 1, s.id, 'open' from s returning id
     ), w as (
       insert into commentary_reviewer (id, round_id, n, person_id, state)
       select gen_random_uuid(), r.id, 1, $2, 'invited' from r)
     insert into commentary_decision
       (id, commentary_id, n, kind, from_state, to_state, from_next, to_next, actor_id, actor_role)
     values (gen_random_uuid(), $1, 1, 'submit', 'draft', 'submitted', 'first', 'first', $2, 'lead')`,
    [alone, zelda.id],
  );
  // Withdrawn, so that no reader meets it.
  await site.owner.query(
    `with r as (
       insert into commentary_release (id, commentary_id, major, minor, document, sha256, front,
         released_at, released_by, withdrawn_at, withdrawal)
       values (gen_random_uuid(), $1, 1, 0, '{}', encode(sha256('{}'), 'hex'), '{}', now(), $2, now(), 'W'))
     insert into commentary_schedule (commentary_id, due_at, zone, major, minor, change, person_id)
     values ($1, now() + interval '1 year', 'UTC', 1, 1, $3, $2)`,
    [together, zelda.id, `${own} mended it`],
  );
}
