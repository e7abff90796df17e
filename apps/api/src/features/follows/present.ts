import type { Viewer } from '../../plugins/session.ts';
import { wordsOfSegments } from '../references/cards.ts';
import { addressBetween } from '../works/address.ts';
import { workAround, type TextStore } from '../works/text-store.ts';

/** The address of what stands between two units today. */
export async function addressOf(
  texts: TextStore,
  slug: string | null,
  fromUid: string | null,
  toUid: string | null,
): Promise<string | null> {
  if (slug === null || fromUid === null) return null;
  const structure = (await texts.recent(slug))?.structure;
  return addressBetween(structure, fromUid, toUid ?? fromUid);
}

/** Code points of what a clause begins with. */
const longest = 80;

/** What a clause begins with, in each edition the viewer may see; a section with its heading. */
export async function wordsAt(
  texts: TextStore,
  viewer: Viewer,
  slug: string | null,
  uid: string | null,
  length = longest,
): Promise<{ lang: string; text: string }[]> {
  if (slug === null || uid === null) return [];
  const work = await workAround(texts, slug);
  const { byUid, units } = work.structure;
  const unit = byUid.get(uid);
  const heading =
    unit?.kind === 'container'
      ? units.find(({ kind, path }) => kind === 'heading' && path === `${unit.path}.0`)
      : unit;
  const shown = heading?.kind === 'limb' ? heading.parent : heading?.uid;
  if (shown === null || shown === undefined) return [];
  const words = await wordsOfSegments(texts, work, viewer, [shown], length);
  return words.map(({ lang, text }) => ({ lang, text }));
}
