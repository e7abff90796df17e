import { limits, type CaseFilter, type CasePage, type CaseView } from '@glossator/contract';
import { keepsPublicNotes, type Actor, type QueueKind } from '@glossator/domain';
import { readCursor, writeCursor } from '../../cursor.ts';
import type { Db } from '../../db/client.ts';
import { ends } from '../../db/instant.ts';
import { requireMember } from '../../permission.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { focusOn } from '../works/address.ts';
import { aroundWork, type Structure, type TextStore } from '../works/text-store.ts';
import { requireAnyKeeper, type ModerationDeps } from './access.ts';
import { presentCase, type CaseRow } from './present-case.ts';
import { caseCounts, casesInFull, openCases, openOfGroup } from './queue-statements.ts';
import { worksOf } from './works.ts';

interface Place extends Record<string, unknown> {
  readonly id: string;
  readonly priority: number;
  readonly opened: string;
}

/** Cases as one moderator sees them, in the order of their ids. */
export async function readCases(
  { db, texts }: Pick<ModerationDeps, 'db' | 'texts'>,
  actor: Actor,
  ids: readonly string[],
): Promise<CaseView[]> {
  if (ids.length === 0) return [];
  const rows = await db.rows<CaseRow>(casesInFull, [ids, actor.personId]);
  const structures = new Map<string, Structure>();
  for (const { work } of rows)
    if (!structures.has(work))
      structures.set(work, await aroundWork(texts, work, ({ structure }) => structure));
  return rows.flatMap((row) => {
    const structure = structures.get(row.work);
    return structure === undefined || !keepsPublicNotes(actor, row.work_id)
      ? []
      : [presentCase(row, actor, structure)];
  });
}

export async function readCase(
  deps: Pick<ModerationDeps, 'db' | 'texts'>,
  actor: Actor,
  id: string,
): Promise<CaseView> {
  requireMember(actor);
  const [found] = await readCases(deps, actor, [id]);
  if (found === undefined) throw notFound();
  return found;
}

/** Open cases of the works that the actor moderates: by priority, then those that wait longest. */
export async function listCases(
  deps: Pick<ModerationDeps, 'db' | 'texts'>,
  actor: Actor,
  { work, kind, claimed, author, group, at }: CaseFilter,
  cursor: string | undefined,
  limit: number = limits.pageSize,
): Promise<CasePage> {
  const personId = requireAnyKeeper(actor);
  const works = await worksKept(deps.db, actor, work);
  const place = readCursor(cursor, 'number', 'instant', 'uuid');
  const units = await unitsAt(deps.texts, work, at);
  const [rows, { counts, oldest }] = await Promise.all([
    deps.db.rows<Place>(group === undefined ? openCases : openOfGroup, [
      works,
      kind ?? null,
      personId,
      claimed ?? null,
      author ?? null,
      place?.[0] ?? 32_767,
      place?.[1] ?? ends.firstInstant,
      place?.[2] ?? ends.firstUuid,
      limit + 1,
      units,
      ...(group === undefined ? [] : [group]),
    ]),
    countCases(deps.db, works),
  ]);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const items = await readCases(
    deps,
    actor,
    shown.map(({ id }) => id),
  );
  const next =
    rows.length > limit && last !== undefined
      ? writeCursor(last.priority, last.opened, last.id)
      : null;
  return { items, next, counts, oldest };
}

/** The units that an address names; null where none is asked for. */
async function unitsAt(
  texts: TextStore,
  work: string | undefined,
  at: string | undefined,
): Promise<readonly string[] | null> {
  if (at === undefined) return null;
  if (work === undefined)
    throw new Refusal('request-malformed', 'A clause is one of a work: name the work as well.');
  return aroundWork(texts, work, ({ structure }) =>
    focusOn(structure, at).inside.map(({ uid }) => uid),
  );
}

async function worksKept(db: Db, actor: Actor, slug: string | undefined): Promise<number[]> {
  const works = await worksOf(db, actor);
  if (slug === undefined) return works.map(({ id }) => id);
  const known = works.find((each) => each.slug === slug);
  if (known === undefined) throw notFound();
  return [known.id];
}

async function countCases(db: Db, works: readonly number[]) {
  const rows = await db.rows<{ kind: QueueKind; n: number; oldest: string }>(caseCounts, [works]);
  const of = (kind: QueueKind): number => rows.find((row) => row.kind === kind)?.n ?? 0;
  const [oldest = null] = rows.map((row) => row.oldest).toSorted();
  return {
    counts: { held: of('held'), edit: of('edit'), flagged: of('flagged'), appeal: of('appeal') },
    oldest,
  };
}
