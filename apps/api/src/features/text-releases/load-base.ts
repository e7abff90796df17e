import type { BaseEdition, ReleaseBase, Uid } from '@glossator/document';
import type { Db } from '../../db/client.ts';
import { notFound } from '../../refusal.ts';
import { frozenVersion } from '../works/frozen-version.ts';
import { makeTextStore, type LoadedWork } from '../works/text-store.ts';
import * as statements from './statements.ts';

type Head = LoadedWork['head'];

/** A work as it stands, with what a release of one of its editions is made from. */
export interface Ground {
  readonly work: LoadedWork;
  readonly base: ReleaseBase;
  /** The newest version of each edition, by its id. */
  readonly newest: ReadonlyMap<string, Head>;
}

/** Reads everything anew: inside the transaction of a release nothing remembered is good enough. */
export async function loadBase(db: Db, editionId: string): Promise<Ground> {
  const [found] = await db.rows<{ slug: string }>(statements.workOfEdition, [editionId]);
  if (found === undefined) throw notFound();
  const texts = makeTextStore(db);
  const work = await texts.work(found.slug);
  if (work === null) throw notFound();
  const newest = new Map(work.editions.map((head) => [head.edition_id, head]));
  const [numbers, retired] = [
    await db.rows<{ edition_id: string; numbers: string[] }>(statements.usedNumbers, [work.id]),
    await db.rows<{ uid: Uid }>(statements.retiredUnits, [work.id]),
  ];
  const { units, aliases } = work.structure;
  const editions: BaseEdition[] = [];
  for (const head of newest.values())
    editions.push({
      ...frozenVersion(head, await texts.version(head.version_id), units),
      usedNumbers: numbers.find((each) => each.edition_id === head.edition_id)?.numbers ?? [],
    });
  return {
    work,
    newest,
    base: {
      workKey: work.head.key,
      units,
      aliases,
      retired: retired.map(({ uid }) => uid),
      editions,
    },
  };
}
