import { appealRules } from '@glossator/domain';
import type { Statement } from '../../db/client.ts';

/**
 * $1 note, locked by its caller. What its author could appeal: the last decision that took something
 * from them and stands. Index decision_note.
 */
export const appealable: Statement = {
  name: 'appealable',
  text: `
    select a.state, a.version, a.author_id,
      a.state in ('returned', 'refused', 'hidden') or coalesce(q.state in ('returned', 'refused'), false)
        as is_kept,
      d.id as decision, d.at < now() - interval '${String(appealRules.months)} months' as is_late, p.words as said,
      d.action in ('approve', 'unhide', 'overturn') as is_granted
    from annotation a
    left join proposed_revision q on q.annotation_id = a.id
    left join lateral (
      select d.id, d.at, d.action from decision d
      where d.annotation_id = a.id and d.undone_at is null and d.action not in ('keep', 'uphold')
      order by d.at desc limit 1) d on true
    left join appeal p on p.decision_id = d.id
    where a.id = $1`,
};

/** $1 decision, $2 case, $3 words, $4 days. */
export const insertAppeal: Statement = {
  name: 'insert-appeal',
  text: `
    insert into appeal (decision_id, case_id, words, due_at)
    values ($1, $2, $3, now() + make_interval(days => $4))`,
};

/** $1 note. Whoever runs the site is written to where nobody else may decide. */
export const alarmed: Statement = {
  name: 'appeal-alarmed',
  text: `
    select c.email, c.email_key as key, c.locale
    from site_role s join account c on c.person_id = s.person_id
    where s.role = 'administrator' and not has_other_judge($1)
    order by c.person_id`,
};

/** $1 person. Index decision_author. */
export const eraseAppealWords: Statement = {
  name: 'erase-appeals',
  text: `
    update appeal set words = ''
    where decision_id in (select id from decision where author_id = $1)`,
};
