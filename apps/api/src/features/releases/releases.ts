import {
  limits,
  type EntryAt,
  type PublishedCommentary,
  type ReleasedPart,
  type ReleasedPartSummary,
  type ReleaseSummary,
  type ReleaseView,
} from '@glossator/contract';
import {
  readReleaseNumber,
  writeReleaseNumber,
  type ReleaseDocument,
  type ReleasePart,
  type ReleasePlace,
} from '@glossator/domain';
import { pageOf, readCursor, writeCursor } from '../../cursor.ts';
import type { Db } from '../../db/client.ts';
import { placeIn } from '../../markdown/place.ts';
import { renderMarkdown } from '../../markdown/render.ts';
import type { Viewer } from '../../plugins/session.ts';
import { notFound } from '../../refusal.ts';
import { addressBetween, addressesOf, focusOn } from '../works/address.ts';
import { isWithheld } from '../works/service.ts';
import { requireWork, type LoadedWork, type TextStore } from '../works/text-store.ts';
import * as statements from './statements.ts';

export interface ReleaseDeps {
  readonly db: Db;
  readonly texts: TextStore;
}

interface Numbered {
  readonly major: number;
  readonly minor: number;
}
export interface ReleaseRow extends Numbered {
  readonly id: string;
  readonly slug: string;
  readonly work: string;
  readonly front: Omit<ReleaseDocument, 'parts'>;
  readonly sha256: string;
  readonly released: string;
  readonly retracted: string | null;
  readonly retraction: string;
}
export interface PartRow extends Omit<ReleasePart, 'body'> {
  readonly n: number;
}
type WrittenRow = PartRow & Pick<ReleasePart, 'body'>;
type Row<Each> = Each & Record<string, unknown>;

/** The release of this number; the newest where none is named. */
export async function rowOf(db: Db, slug: string, number: string | undefined): Promise<ReleaseRow> {
  const wanted = number === undefined ? null : readReleaseNumber(number);
  const [row] =
    wanted === null
      ? await db.rows<Row<ReleaseRow>>(statements.newestRelease, [slug])
      : await db.rows<Row<ReleaseRow>>(statements.releaseOf, [slug, wanted.major, wanted.minor]);
  if (row === undefined) throw notFound();
  return row;
}

/** Which document a release is, and what reads it as it was hashed. */
export async function findDocument({ db }: ReleaseDeps, slug: string, number?: string) {
  const { id, sha256 } = await rowOf(db, slug, number);
  const read = async (): Promise<string> => {
    const [row] = await db.rows<{ document: string }>(statements.documentOf, [id]);
    if (row === undefined) throw notFound();
    return row.document;
  };
  return { sha256, read };
}

/** The newest first. */
export async function listReleases(db: Db, slug: string): Promise<ReleaseSummary[]> {
  const rows = await db.rows<Row<Numbered & Omit<ReleaseSummary, 'number'>>>(
    statements.releasesOf,
    [slug],
  );
  return rows.map(({ major, minor, ...each }) => ({
    ...each,
    number: writeReleaseNumber({ major, minor }),
  }));
}

export async function readRelease(
  deps: ReleaseDeps,
  slug: string,
  number?: string,
): Promise<ReleaseView> {
  const row = await rowOf(deps.db, slug, number);
  const [all, parts, work] = await Promise.all([
    listReleases(deps.db, slug),
    deps.db.rows<Row<PartRow>>(statements.partsOfRelease, [row.id]),
    requireWork(deps.texts, row.work),
  ]);
  const { front } = row;
  const newest = all.find(({ retracted }) => retracted === null);
  const successor = newest?.number ?? null;
  return {
    ...viewOf(front),
    released: row.released,
    sha256: row.sha256,
    successor: successor === front.number ? null : successor,
    retracted: row.retracted === null ? null : { at: row.retracted, notice: row.retraction },
    releases: all,
    parts: parts.map((part) => summaryOf(work, part)),
  };
}

const viewOf = (front: Omit<ReleaseDocument, 'parts'>) => ({
  slug: front.slug,
  number: front.number,
  work: front.work,
  versions: front.versions,
  language: front.language,
  titles: front.titles,
  subtitle: front.subtitle,
  abstracts: front.abstracts,
  contributors: front.contributors.map((each) => ({ ...each, roles: [...each.roles] })),
  licence: front.licence,
  interests: front.interests,
  statement: front.statement,
  change: front.change,
});

export const summaryOf = (work: LoadedWork, part: PartRow): ReleasedPartSummary => {
  const { n, kind, label, title, words, places } = part;
  return { n, kind, label, title, words, at: addressesOf(work.structure, places) };
};

/** Words of an edition are shown to whoever may read it. */
function placesFor(work: LoadedWork, viewer: Viewer, places: readonly ReleasePlace[]) {
  const isShown = (edition: string, version: string): boolean => {
    const head = work.editions.find(
      (each) => each.edition_id === edition && each.version === version,
    );
    return head !== undefined && !isWithheld(head, viewer);
  };
  const nothing = { exact: '', prefix: '', suffix: '' };
  return places.map((place) => ({
    ...place,
    address: addressBetween(work.structure, place.from, place.to),
    loci: place.loci.map((locus) => ({
      ...locus,
      ...(isShown(locus.edition, locus.version) ? {} : nothing),
      sha256: null,
    })),
  }));
}

/** How the words of its parts are read: references to its entries stay in the same release. */
async function readerOf(
  { db }: ReleaseDeps,
  work: LoadedWork,
  viewer: Viewer,
  release: { readonly id: string; readonly slug: string } & Numbered,
): Promise<(row: WrittenRow) => ReleasedPart> {
  const labels = new Set(
    (await db.rows<{ label: string }>(statements.labelsOf, [release.id])).map(({ label }) => label),
  );
  const address = `/c/${release.slug}@${writeReleaseNumber(release)}`;
  const place = placeIn(work.head.slug, work.structure);
  const within = {
    ...place,
    key: `${place.key} ${release.id}`,
    entry: (label: string) => (labels.has(label) ? `${address}/${label}` : null),
  };
  return (row) => ({
    ...summaryOf(work, row),
    places: placesFor(work, viewer, row.places),
    html: renderMarkdown(row.body, within),
  });
}

export async function readParts(
  deps: ReleaseDeps,
  viewer: Viewer,
  slug: string,
  number: string | undefined,
  cursor: string | undefined,
  limit: number = limits.pageSize,
) {
  const release = await rowOf(deps.db, slug, number);
  const work = await requireWork(deps.texts, release.work);
  const [after] = readCursor(cursor, 'number') ?? [0];
  const read = await readerOf(deps, work, viewer, release);
  return pageOf(
    await deps.db.rows<Row<WrittenRow>>(statements.readParts, [release.id, after, limit + 1]),
    limit,
    read,
    ({ n }) => writeCursor(n),
  );
}

export async function readEntry(
  deps: ReleaseDeps,
  viewer: Viewer,
  slug: string,
  number: string | undefined,
  label: string,
): Promise<ReleasedPart> {
  const release = await rowOf(deps.db, slug, number);
  const [row] = await deps.db.rows<Row<WrittenRow>>(statements.partByLabel, [release.id, label]);
  if (row === undefined) throw notFound();
  const work = await requireWork(deps.texts, release.work);
  const read = await readerOf(deps, work, viewer, release);
  return read(row);
}

export async function listCommentariesOn(
  deps: ReleaseDeps,
  slug: string,
): Promise<PublishedCommentary[]> {
  const work = await requireWork(deps.texts, slug);
  const rows = await deps.db.rows<Row<Numbered & Omit<PublishedCommentary, 'number'>>>(
    statements.commentariesOn,
    [work.id],
  );
  return rows.map(({ major, minor, ...row }) => ({
    ...row,
    number: writeReleaseNumber({ major, minor }),
  }));
}

type AtRow = Row<WrittenRow & Numbered & { readonly slug: string; readonly release: string }>;

/** What commentaries say on a clause, a section or a range: entries that stand on it or inside. */
export async function entriesAt(
  deps: ReleaseDeps,
  viewer: Viewer,
  slug: string,
  address: string,
  cursor: string | undefined,
  limit: number = limits.pageSize,
) {
  const work = await requireWork(deps.texts, slug);
  const { inside } = focusOn(work.structure, address);
  const after = readCursor(cursor, 'slug', 'number') ?? ['', 0];
  const rows = await deps.db.rows<AtRow>(statements.entriesAt, [
    work.id,
    inside.map(({ uid }) => uid),
    ...after,
    limit + 1,
  ]);
  const readers = new Map(
    await Promise.all(
      [...new Map(rows.map((row) => [row.release, row])).values()].map(
        async ({ release, ...row }) =>
          [release, await readerOf(deps, work, viewer, { ...row, id: release })] as const,
      ),
    ),
  );
  return pageOf(
    rows,
    limit,
    (row): EntryAt => {
      const read = readers.get(row.release);
      if (read === undefined) throw new Error('a release was not read');
      return { slug: row.slug, number: writeReleaseNumber(row), part: read(row) };
    },
    ({ slug: last, n }) => writeCursor(last, n),
  );
}
