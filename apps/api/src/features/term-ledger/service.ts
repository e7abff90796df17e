import type { TermLedgerView, LedgerTermPage } from '@glossator/contract';
import type { Uid } from '@glossator/document';
import type { Db } from '../../db/client.ts';
import type { Viewer } from '../../plugins/session.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { clauseOf } from '../citations/clause-of.ts';
import { focusOn } from '../works/address.ts';
import { isWithheld } from '../works/service.ts';
import { requireWork, type LoadedWork, type TextStore } from '../works/text-store.ts';
import { isCurrent, useFollower, type Side } from './follow-uses.ts';
import { newestOf, sideOf } from './sides.ts';
import { standsIn, withFormer } from './standing.ts';
import { along, presentRow, presentUses } from './present.ts';
import { termOfWork, termsAt, termsOfWork, type TermRowStored } from './statements.ts';

interface Deps {
  readonly db: Db;
  readonly texts: TextStore;
}

type Head = LoadedWork['head'];

function headOf({ editions }: LoadedWork, versionId: number | undefined): Head {
  const found = editions.find((each) => each.version_id === versionId);
  if (found === undefined) throw notFound();
  return found;
}

const side = (head: Head, base: Head, viewer: Viewer) => ({
  edition: head.edition_id,
  version: head.version,
  made: base.version,
  title: head.title,
  lang: head.lang,
  withheld: isWithheld(head, viewer),
});

function requireShown(source: Head, viewer: Viewer): void {
  if (isWithheld(source, viewer))
    throw new Refusal('edition-withheld', 'The words of this edition are not shown here.');
}

/**
 * The two versions that the ledger is of, and those in which its words are sought now; its terms are
 * words of the source.
 */
async function ground({ texts }: Deps, viewer: Viewer, work: LoadedWork, [row]: TermRowStored[]) {
  const sourceBase = headOf(work, row?.source_version);
  const targetBase = headOf(work, row?.target_version);
  const source = newestOf(work, sourceBase, viewer);
  const target = newestOf(work, targetBase, viewer);
  requireShown(source, viewer);
  const withheld = isWithheld(target, viewer);
  const sourceSide = await sideOf(texts, sourceBase, source);
  const targetSide = withheld ? null : await sideOf(texts, targetBase, target);
  const formerPaths = new Map(work.structure.aliases.map(({ uid, path }) => [uid, path] as const));
  const follow = useFollower(work, sourceSide, targetSide);
  return {
    head: {
      work: work.head.slug,
      titles: work.head.titles,
      source: side(source, sourceBase, viewer),
      target: side(target, targetBase, viewer),
    },
    sourceSide,
    targetSide,
    usesOf: ({ body }: TermRowStored) => body.uses.map(follow),
    rows: {
      pathOf: (uid: string): string =>
        work.structure.byUid.get(uid)?.path ?? formerPaths.get(uid as Uid) ?? uid,
      along: along(work.structure.units, sourceSide.now),
      withheld,
    },
  };
}

/** Terms that stand now where an address names. */
async function termsIn(
  { db }: Deps,
  work: LoadedWork,
  source: Side,
  at: string,
): Promise<readonly TermRowStored[]> {
  const { segments } = focusOn(work.structure, at);
  const asked = segments.map(({ uid }) => uid);
  const uids = isCurrent(source) ? asked : [...withFormer(work, asked)];
  const rows = await db.rows<TermRowStored>(termsAt, [work.id, uids]);
  const isHere = standsIn(work, source, segments);
  return rows.filter(({ body }) => isHere(body.uses));
}

/** All terms of a work, or those that stand where an address names; 404 where it has no ledger. */
export async function readLedger(
  deps: Deps,
  viewer: Viewer,
  slug: string,
  at: string | undefined,
): Promise<TermLedgerView> {
  const work = await requireWork(deps.texts, slug, viewer);
  const all = await deps.db.rows<TermRowStored>(termsOfWork, [work.id]);
  if (all.length === 0) throw notFound();
  const { head, rows, sourceSide, usesOf } = await ground(deps, viewer, work, all);
  const wanted = at === undefined ? all : await termsIn(deps, work, sourceSide, at);
  return { ...head, terms: wanted.map((each) => presentRow(each, usesOf(each), rows)) };
}

/** The work in whose ledger a term is; 404 where it is in none, 403 where its text is not shown. */
export async function requireTerm(
  deps: Deps,
  viewer: Viewer,
  slug: string,
  term: string,
): Promise<LoadedWork> {
  const work = await requireWork(deps.texts, slug, viewer);
  const [row] = await deps.db.rows<{ source_version: number }>(termOfWork, [work.id, term]);
  if (row === undefined) throw notFound();
  requireShown(headOf(work, row.source_version), viewer);
  return work;
}

export async function readTerm(
  deps: Deps,
  viewer: Viewer,
  slug: string,
  term: string,
): Promise<LedgerTermPage> {
  const work = await requireWork(deps.texts, slug, viewer);
  const all = await deps.db.rows<TermRowStored>(termsOfWork, [work.id]);
  const index = all.findIndex((each) => each.term === term);
  const found = all[index];
  if (found === undefined) throw notFound();
  const { head, rows, ...known } = await ground(deps, viewer, work, all);
  const { sourceSide, targetSide } = known;
  const uses = known.usesOf(found);
  const row = presentRow(found, uses, rows);
  return {
    ...head,
    row,
    uses: presentUses(uses, row, sourceSide, targetSide, (path) => clauseOf(work, path).citation),
    previous: all[index - 1]?.term ?? null,
    next: all[index + 1]?.term ?? null,
  };
}
