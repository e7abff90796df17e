import { limits } from '@glossator/contract';
import { readTags, tagLimits, type NoteKind } from '@glossator/domain';
import { placeIn } from '../../markdown/place.ts';
import { readMarkdown, rendererVersion } from '../../markdown/render.ts';
import { Refusal } from '../../refusal.ts';
import { acceptText } from '../../text-input.ts';
import { findable } from '../search/findable.ts';
import type { LoadedWork } from '../works/text-store.ts';
import type { Words } from './repository.ts';

/** What a form says of a note. */
export interface NoteInput {
  readonly body: string;
  readonly seen: readonly string[];
  readonly kind?: NoteKind;
  readonly tags?: readonly string[];
}

export const bodyOf = ({ body }: Pick<NoteInput, 'body'>): string =>
  acceptText(body, { field: 'The note', max: limits.noteLength });

/** `known` holds where the form is silent. Every version its author claims to have seen must exist. */
export function wordsOf(
  work: LoadedWork,
  { body, seen, kind, tags }: NoteInput,
  known: Pick<Words, 'kind' | 'tags'> = { kind: 'comment', tags: [] },
): Words {
  const accepted = bodyOf({ body });
  const read = readTags(tags ?? known.tags);
  if (!read.ok)
    throw new Refusal(
      'tags-malformed',
      `At most ${String(tagLimits.count)} tags of ${String(tagLimits.length)} characters, without commas or quotation marks (${read.reason}).`,
    );
  checkSeen(work, seen);
  const { html, plain, mentions } = readMarkdown(accepted, placeIn(work.head.slug, work.structure));
  return {
    body: accepted,
    html,
    renderer: rendererVersion,
    seen,
    kind: kind ?? known.kind,
    tags: read.value,
    search: findable(plain, read.value),
    mentions,
  };
}

function checkSeen(work: LoadedWork, seen: readonly string[]): void {
  const known = new Set(work.editions.map((each) => `${each.edition_id}:${each.version}`));
  const unknown = seen.find((each) => !known.has(each));
  if (unknown !== undefined)
    throw new Refusal('version-unknown', `This work has no edition version ${unknown}.`);
}
