import type {
  ClauseCompletion,
  CompletionQuery,
  PersonCompletions,
  Preview,
  ReferenceCompletions,
  TagCompletions,
} from '@glossator/contract';
import { limits } from '@glossator/contract';
import { handleKey, tagKey, type LayerKind } from '@glossator/domain';
import { actorValues } from '../../db/visibility.ts';
import { placeIn } from '../../markdown/place.ts';
import { readMarkdown } from '../../markdown/render.ts';
import { requireMember } from '../../permission.ts';
import type { Viewer } from '../../plugins/session.ts';
import { Refusal } from '../../refusal.ts';
import { acceptText } from '../../text-input.ts';
import { search } from '../search/service.ts';
import { requireWork, inWork, type LoadedWork } from '../works/text-store.ts';
import { readNoteCards, wordsOfSegments, type ReferenceDeps } from './cards.ts';
import { peopleHere, peopleNamed, tagsHere } from './statements.ts';

const most = 6;
const clauseLength = 60;

/*
 * What is written for a layer is offered only what everybody sees who reads that layer: nothing of a
 * notebook for a public note. A notebook is read by its owner, who sees both.
 */
async function layersFor({ db }: ReferenceDeps, viewer: Viewer, layer: LayerKind) {
  if (layer === 'notebook') return viewer.layers;
  const rows = await db.rows<{ id: number }>(
    { name: 'layers-of-kind', text: 'select id from layer where kind = $1 and id = any($2)' },
    [layer, viewer.layers],
  );
  return rows.map(({ id }) => id);
}

const startsAt = (path: string, q: string): boolean =>
  path === q || (path.startsWith(q) && (q.endsWith('.') || !/^\d/.test(path.slice(q.length))));

/** Clauses by the beginning of their address: containers first, then in document order. */
export async function clausesAt(
  { texts }: ReferenceDeps,
  viewer: Viewer,
  work: LoadedWork,
  q: string,
): Promise<ClauseCompletion[]> {
  const { units } = work.structure;
  const found = units.filter(({ path, kind }) => kind !== 'limb' && startsAt(path, q));
  const first = found.toSorted(
    (left, right) => left.path.split('.').length - right.path.split('.').length,
  );
  return Promise.all(
    first.slice(0, most).map(async (unit) => {
      const segment = unit.kind === 'container' ? headingOf(work, unit.path) : unit.uid;
      const uids = segment === undefined ? [] : [segment];
      return {
        address: unit.path,
        words: await wordsOfSegments(texts, work, viewer, uids, clauseLength),
      };
    }),
  );
}

const headingOf = (work: LoadedWork, path: string): string | undefined =>
  work.structure.units.find((each) => each.kind === 'heading' && each.path === `${path}.0`)?.uid ??
  work.structure.units.find((each) => each.kind !== 'container' && each.path.startsWith(`${path}.`))
    ?.uid;

/** Clauses and notes with these words in them; nothing is an operator while one writes. */
async function withWords(
  deps: ReferenceDeps,
  viewer: Viewer,
  work: LoadedWork,
  { q, layer }: CompletionQuery,
  layers: readonly number[],
): Promise<ReferenceCompletions> {
  const words = q.replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim();
  if (words === '') return { clauses: [], notes: [] };
  const asked = layer === 'public' ? { layer: ['public' as const] } : {};
  const found = await search(deps, viewer, { q: words, work: work.head.slug, ...asked });
  const addresses = [...new Set(found.texts.items.map(({ address }) => address))].slice(0, most);
  const clauses = addresses.map(async (address) => {
    const uid = work.structure.units.find(({ path }) => path === address)?.uid;
    const uids = uid === undefined ? [] : [uid];
    return { address, words: await wordsOfSegments(deps.texts, work, viewer, uids, clauseLength) };
  });
  const ids = found.notes.items.slice(0, most).map(({ id }) => id);
  return {
    clauses: await Promise.all(clauses),
    notes: await readNoteCards(deps, viewer, layers, ids),
  };
}

export async function completeReference(
  deps: ReferenceDeps,
  viewer: Viewer,
  asked: CompletionQuery,
): Promise<ReferenceCompletions> {
  requireMember(viewer.actor);
  const work = await requireWork(deps.texts, asked.work, viewer);
  const q = asked.q.trim();
  if (q === '' || /^\d[\dx.]*[a-z]?$/.test(q))
    return { clauses: await clausesAt(deps, viewer, work, q), notes: [] };
  return withWords(deps, viewer, work, asked, await layersFor(deps, viewer, asked.layer));
}

export async function completePerson(
  deps: ReferenceDeps,
  viewer: Viewer,
  asked: CompletionQuery,
): Promise<PersonCompletions> {
  requireMember(viewer.actor);
  const layers = await layersFor(deps, viewer, asked.layer);
  const q = handleKey(asked.q.trim());
  const work = await requireWork(deps.texts, asked.work, viewer);
  const values = [...actorValues(viewer.actor), layers];
  type Row = PersonCompletions['people'][number];
  const people =
    q === ''
      ? await deps.db.rows<Row>(peopleHere, [...values, work.id, most])
      : await deps.db.rows<Row>(peopleNamed, [...values, q, most]);
  return { people };
}

export async function completeTag(
  deps: ReferenceDeps,
  viewer: Viewer,
  asked: CompletionQuery,
): Promise<TagCompletions> {
  requireMember(viewer.actor);
  const layers = await layersFor(deps, viewer, asked.layer);
  const work = await requireWork(deps.texts, asked.work, viewer);
  const values = [...actorValues(viewer.actor), layers, work.id, tagKey(asked.q.trim()), 20];
  const rows = await deps.db.rows<{ tag: string }>(tagsHere, values);
  return { tags: rows.map(({ tag }) => tag) };
}

/** A text as the note would show it. Nothing is kept. */
export async function preview(
  { texts }: ReferenceDeps,
  viewer: Viewer,
  { work: slug, body }: { readonly work: string; readonly body: string },
): Promise<Preview> {
  requireMember(viewer.actor);
  if (body.trim() === '') throw new Refusal('text-malformed', 'There is nothing to preview yet.');
  const accepted = acceptText(body, { field: 'The text', max: limits.partLength });
  return inWork(texts, slug, viewer, ({ structure }) => {
    const { html, unknown } = readMarkdown(accepted, placeIn(slug, structure));
    return { html, unknown: [...unknown] };
  });
}
