import type { Pointing } from '@glossator/contract';
import type { Db, Statement } from '../../db/client.ts';
import type { TermBody } from '../../db/term-schema.ts';
import type { Viewer } from '../../plugins/session.ts';
import { Refusal } from '../../refusal.ts';
import { newestOf, sideOf } from '../term-ledger/sides.ts';
import { standsIn } from '../term-ledger/standing.ts';
import { targetOf, type Focus } from '../works/address.ts';
import { isWithheld } from '../works/service.ts';
import type { LoadedWork, TextStore } from '../works/text-store.ts';
import { plainTarget, type Target } from './target.ts';

/** $1 work, $2 term. The places where it stands, and the version whose word it is. Primary keys. */
export const termToRemark: Statement = {
  name: 'term-to-remark',
  text: `
    select t.body, l.source_version from term t join term_ledger l on l.work_id = t.work_id
    where t.work_id = $1 and t.term = $2`,
};

/** What is said of a term stands on a clause in which it stands, as any other note. */
export async function findTerm(
  { db, texts }: { readonly db: Db; readonly texts: TextStore },
  viewer: Pick<Viewer, 'person' | 'works'>,
  work: LoadedWork,
  focus: Focus,
  { term }: Extract<Pointing, { kind: 'term' }>,
): Promise<Target> {
  const [found] = await db.rows<{ body: TermBody; source_version: number }>(termToRemark, [
    work.id,
    term,
  ]);
  const source = work.editions.find(({ version_id }) => version_id === found?.source_version);
  // The same of what is not there and of what is not shown: a term is a word of the text.
  if (found === undefined || source === undefined || isWithheld(source, viewer))
    throw new Refusal('term-unknown', `The ledger of this work has no term ${term}.`);
  const side = await sideOf(texts, source, newestOf(work, source, viewer));
  if (!standsIn(work, side, focus.segments)(found.body.uses))
    throw new Refusal('pointing-outside', `${term} does not stand at ${focus.address}.`);
  return { ...plainTarget(targetOf(focus)), term };
}
