import type { Statement } from '../../db/client.ts';
import { isoInstant as iso } from '../../db/instant.ts';
import { keptFrom } from './kept.ts';

/** $1 people. Primary key of account. */
export const authorsWishingMail: Statement = {
  name: 'authors-wishing-mail',
  text: `
    select person_id from account where person_id = any($1::uuid[]) and notice_mail <> 'off'`,
};
/** $1 people. Primary key of account. */
export const authorsByLocale: Statement = {
  name: 'authors-by-locale',
  text: `
    select locale, count(*)::integer as n from account
    where person_id = any($1::uuid[]) group by locale`,
};

/** $1 keys, $2 works, $3 how many of them. Index moderation_case_group. */
export const openOfGroups: Statement = {
  name: 'open-of-groups',
  text: `
    select c.id, count(*) over ()::integer as of_all from moderation_case c
    where c.group_key = any($1::uuid[]) and c.work_id = any($2::integer[]) and c.state = 'open'
    order by c.priority desc, c.opened_at, c.id
    limit $3`,
};

/**
 * $1 batch, $2 who asks: all that was decided in it, also what was taken back. Nothing for who may be
 * asked for a second look at one of them. Index decision_batch.
 */
export const batchInFull: Statement = {
  name: 'batch-in-full',
  text: `
    select d.id, d.case_id, d.action, d.reason, d.words, d.after, ${iso('d.at')} as at,
      d.undone_at is not null as undone, d.actor_id, p.name as actor_name, p.handle as actor_handle
    from decision d join person p on p.id = d.actor_id
    where d.batch_id = $1 and not exists (
      select from decision k where k.batch_id = $1 and ${keptFrom('k.id', '$2')})
    order by d.annotation_id`,
};
