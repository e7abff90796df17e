import type { TermLedgerView, LedgerTermPage } from '@glossator/contract';
import type { Uid } from '@glossator/document';
import type { Db } from '../../db/client.ts';
import type { Viewer } from '../../plugins/session.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { clauseOf } from '../citations/clause-of.ts';
import { focusOn } from '../works/address.ts';
import { chooseAll, isWithheld } from '../works/service.ts';
import { requireWork, type LoadedWork, type TextStore } from '../works/text-store.ts';
import { useFollower } from './follow-uses.ts';
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

/** The version of the same edition that is read now. */
const newestOf = (work: LoadedWork, base: Head, viewer: Viewer): Head =>
  chooseAll(work, new Map(), viewer).find(({ head }) => head.edition_id === base.edition_id)
    ?.head ?? base;

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
  const textsOf = async (base: Head, now: Head) => ({
    base: await texts.version(base.version_id),
    now: await texts.version(now.version_id),
  });
  const sourceSide = await textsOf(sourceBase, source);
  const targetSide = withheld ? null : await textsOf(targetBase, target);
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
  const { head, rows, usesOf } = await ground(deps, viewer, work, all);
  const wanted =
    at === undefined
      ? all
      : await deps.db.rows<TermRowStored>(termsAt, [
          work.id,
          focusOn(work.structure, at).segments.map(({ uid }) => uid),
        ]);
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
