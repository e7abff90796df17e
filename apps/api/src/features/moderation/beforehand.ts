import type { HoldsView } from '@glossator/contract';
import { keepsPublicNotes, ruleAt, type Actor, type HoldRule } from '@glossator/domain';
import type { Db, Statement } from '../../db/client.ts';

/*
 * $1 person, $2 work, $3 units. What is known before a word is written: the rules at the place, how many
 * notes of the person stand (index annotation_standing, read up to a hundred), and the median wait
 * (index moderation_case_waits).
 */
export const holdsStatement: Statement = {
  name: 'holds-beforehand',
  text: `
    with recursive place as (
      select uid, parent_uid, ord from unit where work_id = $2 and uid = any($3::text[])
      union
      select u.uid, u.parent_uid, u.ord from place p join unit u on u.uid = p.parent_uid
    )
    select
      (select coalesce(json_agg(json_build_object('mode', r.mode, 'newcomerNotes', r.newcomer_notes,
          'isForWhole', r.from_uid is null)), '[]')
        from hold_rule r
        left join unit f on f.uid = r.from_uid left join unit t on t.uid = r.to_uid
        where r.work_id = $2 and (r.from_uid is null
          or exists (select from place p where p.ord between f.ord and t.ord))) as rules,
      (select count(*)::integer from (
        select from annotation a join public_note n on n.annotation_id = a.id
        where a.author_id = $1 and a.state = 'published' limit 100) x) as approved,
      exists (select from always_held h
        where h.person_id = $1 and (h.work_id is null or h.work_id = $2)) as always_held,
      (select ceil(percentile_cont(0.5) within group (
          order by extract(epoch from x.ended_at - x.opened_at)) / 60)::integer
        from (select m.opened_at, m.ended_at from moderation_case m
          where m.work_id = $2 and m.state = 'decided' and m.kind in ('held', 'edit')
          order by m.ended_at desc limit 50) x) as median`,
};

interface Row extends Record<string, unknown> {
  readonly rules: readonly (HoldRule & { readonly isForWhole: boolean })[];
  readonly approved: number;
  readonly always_held: boolean;
  readonly median: number | null;
}

/** Why whatever this person writes here waits, before they write it; null where that depends on it. */
export async function holdsBeforehand(
  db: Db,
  actor: Actor,
  workId: number,
  uids: readonly string[],
): Promise<HoldsView | null> {
  if (actor.personId === null) return null;
  const [row] = await db.rows<Row>(holdsStatement, [actor.personId, workId, uids]);
  if (row === undefined) return null;
  const { approved, always_held: isAlways, median: medianMinutes } = row;
  const { mode, newcomerNotes: needed } = ruleAt(row.rules);
  const told = { approved, needed, medianMinutes };
  if (isAlways) return { ...told, why: 'always-hold' };
  if (keepsPublicNotes(actor, workId)) return null;
  if (mode === 'hold-all') return { ...told, why: 'hold-all' };
  return mode === 'hold-newcomers' && approved < needed ? { ...told, why: 'newcomer' } : null;
}
