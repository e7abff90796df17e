import type { Pointing } from '@glossator/contract';
import { readReleaseNumber } from '@glossator/domain';
import type { Db, Statement } from '../../db/client.ts';
import { Refusal } from '../../refusal.ts';
import { targetOf, type Focus } from '../works/address.ts';
import type { LoadedWork } from '../works/text-store.ts';
import { plainTarget, type AboutPart, type Target } from './target.ts';

/**
 * $1 slug, $2 major, $3 minor, $4 label, $5 work. The units on which a part of a release stands, and those
 * by which its places are named: words of a limb stand in its sentence. Nothing of what is not published,
 * or was withdrawn. Indexes commentary_slug_key, release_part_label, release_place_part.
 */
export const partToRemark: Statement = {
  name: 'part-to-remark',
  text: `
    select c.id as "commentaryId", p.born, r.id as "releaseId", p.label,
      array(
        select s.uid from release_place s where s.release_id = r.id and s.n = p.n
        union select e ->> end_of from jsonb_array_elements(p.places) e
          cross join unnest(array['from', 'to']) end_of) as uids
    from commentary c
    join commentary_release r on r.commentary_id = c.id and r.withdrawn_at is null
    join release_part p on p.release_id = r.id and p.label = $4 and p.label <> ''
    where c.slug = $1 and r.major = $2 and r.minor = $3 and c.work_id = $5`,
};

/** What is said of a part of a commentary stands on one of its clauses, as any other note. */
export async function findPart(
  db: Db,
  work: LoadedWork,
  focus: Focus,
  { slug, number, label }: Extract<Pointing, { kind: 'part' }>,
): Promise<Target> {
  const wanted = readReleaseNumber(number);
  const [found] = await db.rows<AboutPart & { readonly uids: string[] } & Record<string, unknown>>(
    partToRemark,
    [slug, wanted?.major, wanted?.minor, label, work.id],
  );
  // The same of what is not there and of what is not published: an outsider learns nothing of a draft.
  if (found === undefined)
    throw new Refusal('part-unknown', `There is no entry ${label} of ${slug} ${number} here.`);
  const { uids, ...part } = found;
  const target = plainTarget(targetOf(focus));
  if (!uids.includes(target.from) || !uids.includes(target.to))
    throw new Refusal('pointing-outside', `${label} does not stand on ${focus.address}.`);
  return { ...target, part };
}
