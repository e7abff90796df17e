import { setImmediate } from 'node:timers/promises';
import type { ClauseCard, NoteCard, PersonCard } from '@glossator/contract';
import { handleKey, type LayerKind, type NoteKind } from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import { actorValues } from '../../db/visibility.ts';
import { plainOpening } from '../../markdown/render.ts';
import type { Viewer } from '../../plugins/session.ts';
import { notFound } from '../../refusal.ts';
import { addressBetween, focusOn } from '../works/address.ts';
import { chooseVersions } from '../works/service.ts';
import { requireWork, type LoadedWork, type TextStore } from '../works/text-store.ts';
import { mostCounted, noteCard, noteCards, personCard } from './statements.ts';

export interface ReferenceDeps {
  readonly db: Db;
  readonly texts: TextStore;
}

/** Code points of a card. */
const longest = 280;
const segmentsShown = 3;

export function beginning(text: string, length = longest): string {
  const points = Array.from(text);
  return points.length > length ? `${points.slice(0, length).join('').trimEnd()}…` : text;
}

/** The words of some segments in each edition that the viewer may see. */
export async function wordsOfSegments(
  texts: TextStore,
  work: LoadedWork,
  viewer: Viewer,
  uids: readonly string[],
  length = longest,
): Promise<ClauseCard['words']> {
  const shown = chooseVersions(work, new Map(), viewer).filter(({ withheld }) => !withheld);
  const words = await Promise.all(
    shown.map(async ({ head }) => {
      const version = await texts.version(head.version_id);
      const readings = uids.flatMap((uid) => version.texts.get(uid)?.reading ?? []);
      const text = beginning(readings.join(head.lang.startsWith('zh') ? '' : ' '), length);
      return text === '' ? [] : [{ edition: head.edition_id, lang: head.lang, text }];
    }),
  );
  return words.flat();
}

export async function readClauseCard(
  { texts }: ReferenceDeps,
  viewer: Viewer,
  slug: string,
  at: string,
): Promise<ClauseCard> {
  const work = await requireWork(texts, slug, viewer);
  const { address, segments } = focusOn(work.structure, at);
  const uids = segments.slice(0, segmentsShown).map(({ uid }) => uid);
  return {
    work: slug,
    address,
    segments: segments.length,
    words: await wordsOfSegments(texts, work, viewer, uids),
  };
}

interface CardRow extends Record<string, unknown> {
  readonly id: string;
  readonly work: string;
  readonly from_uid: string;
  readonly to_uid: string;
  readonly layer: LayerKind;
  readonly kind: NoteKind;
  readonly author_id: string;
  readonly author_name: string;
  readonly author_handle: string;
  readonly created: string;
  readonly body: string;
}

async function presentCards(texts: TextStore, rows: readonly CardRow[]): Promise<NoteCard[]> {
  const cards: NoteCard[] = [];
  for (const row of rows) {
    const structure = (await texts.recent(row.work))?.structure;
    // Others have their turn between two notes.
    await setImmediate();
    cards.push({
      id: row.id,
      work: row.work,
      address: addressBetween(structure, row.from_uid, row.to_uid),
      layer: row.layer,
      kind: row.kind,
      author: {
        id: row.author_id,
        name: row.author_name,
        handle: row.author_name === '' ? '' : row.author_handle,
      },
      created: row.created,
      text: beginning(plainOpening(row.body)),
    });
  }
  return cards;
}

export async function readNoteCard(
  { db, texts }: ReferenceDeps,
  viewer: Viewer,
  id: string,
): Promise<NoteCard> {
  const values = [...actorValues(viewer.actor), viewer.layers, id];
  const [card] = await presentCards(texts, await db.rows<CardRow>(noteCard, values));
  if (card === undefined) throw notFound();
  return card;
}

export async function readNoteCards(
  { db, texts }: ReferenceDeps,
  viewer: Viewer,
  layers: readonly number[],
  ids: readonly string[],
): Promise<NoteCard[]> {
  if (ids.length === 0) return [];
  const values = [...actorValues(viewer.actor), layers, ids];
  return presentCards(texts, await db.rows<CardRow>(noteCards, values));
}

export async function readPersonCard(
  { db }: ReferenceDeps,
  viewer: Viewer,
  handle: string,
): Promise<PersonCard> {
  const values = [...actorValues(viewer.actor), viewer.layers, handleKey(handle)];
  const [row] = await db.rows<{ name: string; handle: string; notes: number }>(personCard, values);
  if (row === undefined) throw notFound();
  return { ...row, notes: Math.min(row.notes, mostCounted), more: row.notes > mostCounted };
}
