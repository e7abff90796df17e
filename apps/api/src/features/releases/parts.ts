import {
  limits,
  type EntryAt,
  type PartName,
  type ReleasedEntry,
  type ReleasedPart,
  type ReleasedPartSummary,
  type ReleaseView,
} from '@glossator/contract';
import {
  writeReleaseNumber,
  type ReleaseDocument,
  type ReleasePart,
  type ReleasePlace,
} from '@glossator/domain';
import { pageOf, readCursor, writeCursor } from '../../cursor.ts';
import type { Db } from '../../db/client.ts';
import { citable } from '../../markdown/citations.ts';
import { placeIn } from '../../markdown/place.ts';
import { plainOpening, renderMarkdown, type Headings } from '../../markdown/render.ts';
import type { Viewer } from '../../plugins/session.ts';
import { notFound } from '../../refusal.ts';
import { addressBetween, addressesOf, focusOn } from '../works/address.ts';
import { isWithheld } from '../works/service.ts';
import { requireWork, workAround, type LoadedWork } from '../works/text-store.ts';
import {
  headOf,
  rowOf,
  type Numbered,
  type ReleaseDeps,
  type ReleaseRow,
  type Row,
} from './releases.ts';
import { shownWords } from './shown-words.ts';
import { sectionsOf, titled } from './sections.ts';
import * as statements from './statements.ts';

export interface PartRow extends Omit<ReleasePart, 'body'> {
  readonly n: number;
}
type WrittenRow = PartRow & Pick<ReleasePart, 'body'>;

export async function readRelease(
  deps: ReleaseDeps,
  viewer: Viewer,
  slug: string,
  number?: string,
): Promise<Omit<ReleaseView, 'formats'>> {
  const row = await rowOf(deps.db, slug, number);
  const [parts, work] = await Promise.all([
    deps.db.rows<Row<PartRow>>(statements.partsOfRelease, [row.id]),
    workAround(deps.texts, row.work),
  ]);
  const editions = await shownWords(deps, work, viewer, row);
  const { structure } = work;
  const sections = sectionsOf(
    structure,
    parts.flatMap(({ places }) => places),
  );
  return {
    ...(await headOf(deps.db, row, work)),
    sections: titled(structure, sections, editions),
    parts: parts.map((part) => summaryOf(work, part)),
  };
}

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

/** More clauses than these are not written out beside a part. */
const mostPassages = 4;

async function passagesOf(
  deps: ReleaseDeps,
  work: LoadedWork,
  viewer: Viewer,
  release: ReleaseRow,
  places: readonly ReleasePlace[],
): Promise<ReleasedEntry['passages']> {
  const whole = places.filter(({ kind, loci }) => kind === 'segment' && loci.length === 0);
  if (whole.length === 0 || whole.length > mostPassages) return [];
  const editions = await shownWords(deps, work, viewer, release);
  return whole.map(({ from, to }) => ({
    address: addressBetween(work.structure, from, to),
    words: editions.flatMap(({ edition, lang, texts }) => {
      const text = texts.get(from)?.reading ?? '';
      return text === '' ? [] : [{ edition, lang, text }];
    }),
  }));
}

/** What of a release the citations in its words need. */
interface Cited {
  readonly front: Pick<ReleaseDocument, 'language' | 'items'>;
}

/**
 * How the words of its parts are read: references to its entries stay in the same release, and their
 * headings stand below that of the part, of which each page has a level of its own.
 */
async function readerOf(
  { db }: ReleaseDeps,
  work: LoadedWork,
  viewer: Viewer,
  release: Cited & { readonly id: string; readonly slug: string } & Numbered,
  headings: Headings,
): Promise<(row: WrittenRow) => ReleasedPart> {
  const labels = new Set(
    (await db.rows<{ label: string }>(statements.labelsOf, [release.id])).map(({ label }) => label),
  );
  const address = `/c/${release.slug}@${writeReleaseNumber(release)}`;
  const place = placeIn(work.head.slug, work.structure);
  const { language, items = [] } = release.front;
  const within = {
    ...place,
    key: `${place.key} ${release.id}`,
    citable: citable(items, language),
    entry: (label: string) => (labels.has(label) ? `${address}/${label}` : null),
  };
  return (row) => ({
    ...summaryOf(work, row),
    places: placesFor(work, viewer, row.places),
    html: renderMarkdown(row.body, within, headings),
  });
}

/** Which parts: behind a cursor, or from a number on. */
interface PartsAsked {
  readonly from?: number;
  readonly cursor?: string;
  readonly limit?: number;
}

export async function readParts(
  deps: ReleaseDeps,
  viewer: Viewer,
  slug: string,
  number: string | undefined,
  { from = 1, cursor, limit = limits.pageSize }: PartsAsked,
) {
  const release = await rowOf(deps.db, slug, number);
  const work = await workAround(deps.texts, release.work);
  const [after] = readCursor(cursor, 'number') ?? [from - 1];
  const read = await readerOf(deps, work, viewer, release, 3);
  return pageOf(
    await deps.db.rows<Row<WrittenRow>>(statements.readParts, [release.id, after, limit + 1]),
    limit,
    read,
    ({ n }) => writeCursor(n),
  );
}

/** A part by its label, or by its number in the order. */
export async function partOf(
  db: Db,
  release: string,
  which: string | number,
): Promise<Row<WrittenRow>> {
  const statement = typeof which === 'string' ? statements.partByLabel : statements.partByNumber;
  const [row] = await db.rows<Row<WrittenRow>>(statement, [release, which]);
  if (row === undefined) throw notFound();
  return row;
}

/** What is read on the page of a part. */
export async function readEntry(
  deps: ReleaseDeps,
  viewer: Viewer,
  slug: string,
  number: string | undefined,
  which: string | number,
): Promise<ReleasedEntry> {
  const release = await rowOf(deps.db, slug, number);
  const row = await partOf(deps.db, release.id, which);
  const work = await workAround(deps.texts, release.work);
  const [read, passages, head, beside] = await Promise.all([
    readerOf(deps, work, viewer, release, 2),
    passagesOf(deps, work, viewer, release, row.places),
    headOf(deps.db, release, work),
    deps.db.rows<Row<PartName>>(statements.partsBeside, [release.id, row.n]),
  ]);
  return {
    ...read(row),
    passages,
    release: head,
    previous: beside.find(({ n }) => n < row.n) ?? null,
    next: beside.find(({ n }) => n > row.n) ?? null,
  };
}

type AtRow = Row<
  WrittenRow &
    Numbered &
    Pick<EntryAt, 'slug' | 'titles' | 'language'> & {
      readonly release: string;
      readonly items: ReleaseDocument['items'] | null;
    }
>;

/** What commentaries say on a clause, a section or a range: entries that stand on it or inside. */
export async function entriesAt(
  deps: ReleaseDeps,
  viewer: Viewer,
  slug: string,
  address: string,
  cursor: string | undefined,
  limit: number = limits.pageSize,
) {
  const work = await requireWork(deps.texts, slug, viewer);
  const { inside } = focusOn(work.structure, address);
  const after = readCursor(cursor, 'slug', 'number') ?? ['', 0];
  const uids = new Set<string>(inside.map(({ uid }) => uid));
  const rows = await deps.db.rows<AtRow>(statements.entriesAt, [
    work.id,
    [...uids],
    ...after,
    limit + 1,
  ]);
  const readers = new Map(
    await Promise.all(
      [...new Map(rows.map((row) => [row.release, row])).values()].map(
        async ({ release, ...row }) =>
          [
            release,
            await readerOf(
              deps,
              work,
              viewer,
              {
                ...row,
                id: release,
                front: { language: row.language, items: row.items ?? [] },
              },
              // Beside a clause, where the page's own headings are those of the text.
              null,
            ),
          ] as const,
      ),
    ),
  );
  return pageOf(
    rows,
    limit,
    (row): EntryAt => {
      const read = readers.get(row.release);
      if (read === undefined) throw new Error('a release was not read');
      const { slug: of, titles, language } = row;
      const places = row.places.filter(
        ({ from, to, loci }) =>
          uids.has(from) || uids.has(to) || loci.some(({ uid }) => uids.has(uid)),
      );
      const part = read({ ...row, places });
      return {
        ...{ slug: of, number: writeReleaseNumber(row), titles, language },
        part: {
          ...part,
          html: part.html.length > limits.besideText ? null : part.html,
          opening: [...plainOpening(row.body, citable(row.items ?? [], language))]
            .slice(0, limits.openingLength)
            .join(''),
        },
      };
    },
    ({ slug: last, n }) => writeCursor(last, n),
  );
}
