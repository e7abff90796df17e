import type { Contributor } from '@glossator/contract';
import {
  acknowledge,
  withQuotations,
  type CommentaryDraft,
  type DraftPart,
  type DraftPlace,
  type Licence,
  type PartKind,
} from '@glossator/domain';
import type { BibliographyItem } from '@glossator/domain/csl-fields';
import type { Db } from '../../db/client.ts';
import { readMarkdown } from '../../markdown/render.ts';
import { readOrigin } from '../commentaries/origin.ts';
import { itemsCitedIn, referencesAmong, type Said } from '../commentaries/draft-references.ts';
import type { StoredPlace } from '../commentaries/places.ts';
import type { StoredReference } from '../commentaries/referred.ts';
import { notFound } from '../../refusal.ts';
import { readQuotations, type Quotations } from '../promotions/quotations.ts';
import { addressBetween } from '../works/address.ts';
import { isSupplement } from '../works/service.ts';
import { workAround, type LoadedWork, type TextStore } from '../works/text-store.ts';
import { changedSince, type ChangedUnder } from './changed-since.ts';
import * as statements from './statements.ts';

/** A title page and its byline. */
interface Front {
  readonly title: string;
  readonly subtitle: string;
  readonly abstract: string;
  readonly language: string;
  readonly licence: Licence | null;
  readonly interests: string;
  readonly contributors: readonly Contributor[];
}

interface PartRow {
  readonly id: string;
  readonly revision: number;
  readonly kind: PartKind;
  readonly label: string;
  readonly title: string;
  readonly body: string;
  readonly words: number;
  readonly places: readonly StoredPlace[];
  readonly refers: readonly StoredReference[];
}
type Row<Each> = Each & Record<string, unknown>;

/** What would be published, and the work it is on. */
export interface Draft {
  readonly draft: CommentaryDraft;
  readonly work: LoadedWork;
}

/**
 * Of an edition the version that came last: they are in the order in which they came. Of a supplement
 * only where its words are quoted.
 */
function newestVersions({ editions }: LoadedWork, parts: readonly DraftPart[]) {
  const quoted = new Set(
    parts.flatMap(({ places }) => places.flatMap(({ loci }) => loci.map((each) => each.edition))),
  );
  const meant = editions.filter((each) => !isSupplement(each) || quoted.has(each.edition_id));
  return Object.fromEntries(meant.map(({ edition_id: edition, version }) => [edition, version]));
}

function placeAt(
  { structure, editions }: LoadedWork,
  place: StoredPlace,
  changed: () => DraftPlace['changed'],
): DraftPlace {
  const { kind, from, to, loci, entry } = place;
  const pinned = loci.map(({ version_id: id, uid, start_at: start, end_at: end, ...words }) => {
    const head = editions.find((each) => each.version_id === id);
    if (head === undefined) throw new Error(`the work has no version ${String(id)}`);
    const { exact, prefix, suffix } = words;
    const at = { edition: head.edition_id, version: head.version, uid, start, end };
    return { ...at, exact, prefix, suffix };
  });
  const address = addressBetween(structure, from, to);
  const isGone = [from, to, ...loci.map(({ uid }) => uid)].some((uid) => !structure.byUid.has(uid));
  return {
    ...{ kind, address, from, to, loci: pinned, entry, isGone },
    // Words that are quoted are held against their own version.
    changed: loci.length > 0 ? [] : changed(),
  };
}

function partsAt(
  work: LoadedWork,
  rows: readonly PartRow[],
  said: Said,
  quotations: Quotations,
  changed: ChangedUnder,
): DraftPart[] {
  const labels = rows.flatMap(({ label }) => (label === '' ? [] : [[label, label] as const]));
  const { slug } = work.head;
  const references = referencesAmong({ slug, structure: work.structure }, new Map(labels), said);
  return rows.map(({ id, kind, label, title, body: written, words, places, refers }) => {
    const { body, quoted, unmet } = withQuotations(written, quotations);
    const { unknown, cites } = readMarkdown(body, references);
    return {
      ...{ id, kind, label, title, body, words, cites, quoted, unconsented: unmet },
      places: places.map((place) => placeAt(work, place, () => changed(id, place))),
      refers: refers.map((each) => ({
        address: addressBetween(work.structure, each.from, each.to),
        changed: changed(id, each),
      })),
      unresolved: [...unknown],
    };
  });
}

/** As it is written now, or as it was handed in last: that is what was accepted. */
export async function readDraft(
  db: Db,
  texts: TextStore,
  id: string,
  which: 'now' | 'handed-in',
): Promise<Draft> {
  const [ground] = await db.rows<{ slug: string; work: string; titles: Record<string, string> }>(
    statements.groundOf,
    [id],
  );
  if (ground === undefined) throw notFound();
  const work = await workAround(texts, ground.work);
  const origin = await readOrigin(db, id);
  const read = which === 'now' ? await readNow(db, id) : await readHandedIn(db, id);
  const { front, items } = read;
  // Revisions of a part quote by number: consent is that of now, whatever was handed in.
  const quotations = await readQuotations(db, id);
  const said = { language: front.language, items };
  const changed = await changedSince(db, texts, work, read.parts);
  const parts = partsAt(work, read.parts, said, quotations, changed);
  return {
    draft: {
      ...{ slug: ground.slug, work: { slug: ground.work, titles: ground.titles } },
      versions: newestVersions(work, parts),
      ...front,
      basedOn: origin?.basedOn ?? [],
      isOriginTakenDown: origin?.isTakenDown ?? false,
      items,
      acknowledgements: acknowledge(parts, quotations),
      parts,
    },
    work,
  };
}

async function readNow(db: Db, id: string) {
  const [front] = await db.rows<Row<Front>>(statements.frontNow, [id]);
  if (front === undefined) throw notFound();
  return {
    front,
    items: await itemsCitedIn(db, id),
    parts: await db.rows<Row<PartRow>>(statements.partsNow, [id]),
  };
}

async function readHandedIn(db: Db, id: string) {
  const [last] = await db.rows<{ id: string; front: Front; items: BibliographyItem[] }>(
    statements.lastHandedIn,
    [id],
  );
  if (last === undefined) throw new Error(`nothing of ${id} was handed in`);
  return {
    front: last.front,
    items: last.items,
    parts: await db.rows<Row<PartRow>>(statements.partsHandedIn, [last.id]),
  };
}
