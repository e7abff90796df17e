import { setImmediate } from 'node:timers/promises';
import type { NoteHit, SearchQuerystring, SearchView, TextHit } from '@glossator/contract';
import type { LayerKind, NoteKind } from '@glossator/domain';
import { readCursor, writeCursor } from '../../cursor.ts';
import type { Db } from '../../db/client.ts';
import { actorValues } from '../../db/visibility.ts';
import { readMarkdown } from '../../markdown/render.ts';
import type { Viewer } from '../../plugins/session.ts';
import { addressBetween } from '../works/address.ts';
import { chooseVersions } from '../works/service.ts';
import type { LoadedWork, TextStore } from '../works/text-store.ts';
import { conditionValues, within, type Within } from './matching.ts';
import { readQuery, type FoldedTerm, type ReadQuery } from './read-query.ts';
import { snippetOf } from './snippet.ts';
import { findNotes, findTexts, hitNotes, mostCounted } from './statements.ts';
import { stretchesOf, tsqueryOf } from './tsquery.ts';

export interface SearchDeps {
  readonly db: Db;
  readonly texts: TextStore;
}

const notesOfPage = 20;
const textsOfPage = 20;
/** Code points of a clause that are shown beside a note. */
const clauseLength = 120;

interface Found {
  readonly total: number;
  readonly ids: readonly string[];
  readonly layer: SearchView['facets']['layer'];
  readonly kind: SearchView['facets']['kind'];
  readonly tag: SearchView['facets']['tag'];
  readonly by: SearchView['facets']['by'];
  readonly work: SearchView['facets']['work'];
}

const wantedWords = (terms: readonly FoldedTerm[]): readonly string[] =>
  terms.filter(({ not }) => !not).map(({ folded }) => folded);

async function find(
  { db }: SearchDeps,
  viewer: Viewer,
  { terms, filter }: ReadQuery,
  place: Within,
  part: string | null,
  offset: number,
): Promise<Found> {
  const [row] = await db.rows<Found & Record<string, unknown>>(findNotes, [
    ...conditionValues(viewer, terms, filter, place, part),
    wantedWords(terms),
    offset,
    notesOfPage,
  ]);
  if (row === undefined) throw new Error('a search without an answer');
  return row;
}

/** The longest word of three letters or more, as LIKE looks for it inside others. */
function partOf(terms: readonly FoldedTerm[]): string | null {
  const words = wantedWords(terms).filter((word) => /^[^\p{Script=Han}]{3,}$/u.test(word));
  const [longest] = words.toSorted((left, right) => right.length - left.length);
  return longest === undefined ? null : `%${longest.replaceAll(/[\\%_]/g, '\\$&')}%`;
}

interface HitRow {
  readonly id: string;
  readonly thread: string;
  readonly work: string;
  readonly from_uid: string;
  readonly to_uid: string;
  readonly layer: LayerKind;
  readonly kind: NoteKind;
  readonly tags: string[];
  readonly author_id: string;
  readonly author_name: string;
  readonly author_handle: string;
  readonly created: string;
  readonly body: string;
}

async function clauseWords(
  texts: TextStore,
  work: LoadedWork,
  viewer: Viewer,
  uid: string,
): Promise<NoteHit['clause']> {
  const shown = chooseVersions(work, new Map(), viewer).filter(({ withheld }) => !withheld);
  const words = await Promise.all(
    shown.map(async ({ head }) => {
      const reading = (await texts.version(head.version_id)).texts.get(uid)?.reading ?? null;
      if (reading === null) return [];
      const points = Array.from(reading);
      const cut = points.length > clauseLength;
      const text = cut ? `${points.slice(0, clauseLength).join('')}…` : reading;
      return [{ edition: head.edition_id, lang: head.lang, text }];
    }),
  );
  return words.flat();
}

async function presentNotes(
  { db, texts }: SearchDeps,
  viewer: Viewer,
  ids: readonly string[],
  words: readonly string[],
): Promise<NoteHit[]> {
  const rows = await db.rows<HitRow & Record<string, unknown>>(hitNotes, [
    ...actorValues(viewer.actor),
    viewer.layers,
    ids,
  ]);
  const works = new Map<string, LoadedWork | null>();
  for (const slug of new Set(rows.map(({ work }) => work))) works.set(slug, await texts.work(slug));
  const hits: NoteHit[] = [];
  for (const row of rows) {
    const work = works.get(row.work) ?? null;
    // Others have their turn between two notes.
    await setImmediate();
    hits.push({
      id: row.id,
      thread: row.thread,
      work: row.work,
      address: addressBetween(work?.structure, row.from_uid, row.to_uid),
      layer: row.layer,
      kind: row.kind,
      tags: row.tags,
      author: {
        id: row.author_id,
        name: row.author_name,
        handle: row.author_name === '' ? '' : row.author_handle,
      },
      created: row.created,
      snippet: snippetOf(readMarkdown(row.body).plain, words),
      clause: work === null ? [] : await clauseWords(texts, work, viewer, row.from_uid),
    });
  }
  return hits;
}

interface TextRow extends Omit<TextHit, 'snippet'> {
  readonly reading: string;
  readonly uid: string;
}

async function searchTexts(
  { db }: SearchDeps,
  viewer: Viewer,
  { terms }: ReadQuery,
  place: Within,
): Promise<SearchView['texts']> {
  const query = tsqueryOf(terms);
  if (query === null) return { items: [], more: false };
  const rows = await db.rows<TextRow & Record<string, unknown>>(findTexts, [
    query,
    stretchesOf(terms),
    terms.filter(({ not }) => not).map(({ folded }) => folded),
    viewer.person !== null,
    place.work,
    place.units,
    viewer.layers,
    textsOfPage + 1,
    viewer.works,
  ]);
  const words = wantedWords(terms);
  return {
    items: rows.slice(0, textsOfPage).map(({ reading, ...row }) => ({
      work: row.work,
      edition: row.edition,
      lang: row.lang,
      supplement: row.supplement,
      address: row.address,
      snippet: snippetOf(reading, words),
      notes: row.notes,
    })),
    more: rows.length > textsOfPage,
  };
}

/** One search over texts and notes, under the reader's rights: what is not seen is not counted. */
export async function search(
  deps: SearchDeps,
  viewer: Viewer,
  asked: SearchQuerystring,
): Promise<SearchView> {
  const query = readQuery(asked);
  const place = await within(deps.texts, viewer, query.filter);
  const offset = readCursor(asked.cursor, 'number')?.[0] ?? 0;
  const { scope = 'all' } = asked;
  const isTextOnly = scope === 'texts';
  const texts =
    scope === 'notes' || offset > 0
      ? { items: [], more: false }
      : await searchTexts(deps, viewer, query, place);
  let found = isTextOnly ? none : await find(deps, viewer, query, place, null, offset);
  const part = partOf(query.terms);
  const inside = !isTextOnly && found.total === 0 && texts.items.length === 0 && part !== null;
  if (inside) found = await find(deps, viewer, query, place, part, offset);
  const { total, ids, ...facets } = found;
  const next = offset + ids.length;
  return {
    texts,
    notes: {
      items: await presentNotes(deps, viewer, ids, wantedWords(query.terms)),
      next:
        ids.length === notesOfPage && next < Math.min(total, mostCounted)
          ? writeCursor(next)
          : null,
      total: Math.min(total, mostCounted),
      more: total > mostCounted,
    },
    facets: {
      layer: facets.layer,
      kind: facets.kind,
      tag: facets.tag,
      by: facets.by,
      work: facets.work,
    },
    inside: inside && total > 0,
  };
}

const none: Found = { total: 0, ids: [], layer: [], kind: [], tag: [], by: [], work: [] };
