import { limits } from '@glossator/contract';
import { renderMarkdown, rendererVersion } from '../../markdown/render.ts';
import { Refusal } from '../../refusal.ts';
import { acceptText } from '../../text-input.ts';
import type { LoadedWork } from '../works/text-store.ts';
import type { Words } from './repository.ts';

export function wordsOf(body: string, seen: readonly string[]): Words {
  const accepted = acceptText(body, { field: 'The note', max: limits.noteLength });
  return { body: accepted, html: renderMarkdown(accepted), renderer: rendererVersion, seen };
}

/** Every edition version an author claims to have seen must exist in the work. */
export function checkSeen(work: LoadedWork, seen: readonly string[]): void {
  const known = new Set(work.editions.map((each) => `${each.edition_id}:${each.version}`));
  const unknown = seen.find((each) => !known.has(each));
  if (unknown !== undefined)
    throw new Refusal('version-unknown', `This work has no edition version ${unknown}.`);
}
