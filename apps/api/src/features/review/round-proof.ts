import { limits, type RoundPart, type RoundPartPage } from '@glossator/contract';
import { withQuotations } from '@glossator/domain';
import { pageOf, readCursor, writeCursor } from '../../cursor.ts';
import type { Db } from '../../db/client.ts';
import { readMarkdown } from '../../markdown/render.ts';
import type { Viewer } from '../../plugins/session.ts';
import { notFound, Refusal } from '../../refusal.ts';
import type { StoredPlace } from '../commentaries/places.ts';
import { readQuotations } from '../promotions/quotations.ts';
import { addressesOf } from '../works/address.ts';
import type { ReviewDeps } from './deps.ts';
import { marginOf, presentThreads, type MarginOf } from './margin.ts';
import { threadsIn } from './margin-rows.ts';
import { partsBefore } from './margin-statements.ts';
import { roundReferences } from './round-references.ts';
import type { RoundRow } from './round-rows.ts';
import { partsHandedIn } from './submission-statements.ts';
import { requirePart } from './view.ts';

interface Row
  extends Omit<RoundPart, 'html' | 'at' | 'before' | 'threads'>, Record<string, unknown> {
  readonly places: readonly StoredPlace[];
}
interface Before extends Record<string, unknown> {
  readonly id: string;
  readonly revision: number;
  readonly label: string;
  readonly title: string;
  readonly body: string;
}

/** This round and those before it of which one reads the margins, the newest first. */
const roundsUpTo = ({ rounds }: MarginOf, { n, id }: RoundRow): RoundRow[] =>
  [...rounds.values()]
    .filter((each) => each.id === id || (each.n < n && each.cancelled === null))
    .sort((a, b) => b.n - a.n);

async function asBefore(
  db: Db,
  last: RoundRow | undefined,
  parts: readonly Row[],
): Promise<(part: Row) => RoundPart['before']> {
  if (last === undefined) return () => null;
  const rows = await db.rows<Before>(partsBefore, [last.submissionId, parts.map(({ id }) => id)]);
  const known = new Map(rows.map((row) => [row.id, row]));
  return ({ id, revision }) => {
    const before = known.get(id);
    if (before === undefined || before.revision === revision) return null;
    const { label, title, body } = before;
    return { round: last.n, label, title, body };
  };
}

/** What a round is about, as it was handed in, whatever was written since, with what stands in its margins. */
export async function readRoundProof(
  deps: ReviewDeps,
  viewer: Viewer,
  commentary: string,
  n: number,
  cursor: string | undefined,
  limit: number = limits.proofParts,
): Promise<RoundPartPage> {
  const { db } = deps;
  const takesPart = await requirePart(db, viewer.actor, commentary);
  const round = takesPart.rounds.find((each) => each.n === n);
  if (round === undefined) throw notFound();
  const { as, standing } = takesPart;
  if (as === 'reviewer' && round.own !== 'accepted')
    throw new Refusal('not-allowed', 'You are asked to review this; accept first.');
  const margin = marginOf(viewer.actor, takesPart);
  const [after] = readCursor(cursor, 'number') ?? [0];
  const size = Math.min(limit, limits.proofParts);
  const [{ structure, references, inMargin }, rows, quotations] = await Promise.all([
    roundReferences(deps, db, standing, round, size),
    db.rows<Row>(partsHandedIn, [round.submissionId, after, size + 1]),
    readQuotations(db, commentary),
  ]);
  const [own, ...earlier] = roundsUpTo(margin, round);
  const ids = rows.slice(0, size).map(({ id }) => id);
  const written = await threadsIn(db, margin.personId, own ? [own, ...earlier] : [], ids);
  const [threads, before] = await Promise.all([
    presentThreads(db, margin, written, inMargin),
    asBefore(db, earlier[0], rows),
  ]);
  const page = pageOf(
    rows,
    size,
    ({ places, ...row }): RoundPart => ({
      ...row,
      html: readMarkdown(withQuotations(row.body, quotations).body, references, 3).html,
      at: addressesOf(structure, places),
      before: before(row as Row),
      threads: threads.filter(({ part }) => part === row.id),
    }),
    ({ n: at }) => writeCursor(at),
  );
  const { names } = round;
  return { ...page, round: n, names, as, abilities: { begin: margin.open?.id === round.id } };
}
