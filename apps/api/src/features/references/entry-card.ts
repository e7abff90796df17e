import type { EntryCard } from '@glossator/contract';
import { writeReleaseNumber } from '@glossator/domain';
import { citable } from '../../markdown/citations.ts';
import { plainOpening } from '../../markdown/render.ts';
import { partOf } from '../releases/parts.ts';
import { rowOf } from '../releases/releases.ts';
import { beginning, type ReferenceDeps } from './cards.ts';

/** Everybody reads what is published: of the newest release where none is named. */
export async function readEntryCard(
  { db }: ReferenceDeps,
  slug: string,
  number: string | undefined,
  label: string,
): Promise<EntryCard> {
  const release = await rowOf(db, slug, number);
  const { title, body } = await partOf(db, release.id, label);
  const { titles, language, items = [] } = release.front;
  return {
    ...{ slug, number: writeReleaseNumber(release), titles, language, label, title },
    text: beginning(plainOpening(body, citable(items, language))),
  };
}
