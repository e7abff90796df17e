import type { Pointing } from '@glossator/contract';
import { isWithin, type Layer } from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import type { Viewer } from '../../plugins/session.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { targetOf, type Focus } from '../works/address.ts';
import { workAround, type LoadedWork } from '../works/text-store.ts';
import { visible, type AnnotationDeps } from './access.ts';
import { findPart } from './find-part.ts';
import { findTerm } from './find-term.ts';
import { findTarget } from './pointing.ts';
import { targetRow } from './carry-repository.ts';
import type { Reader } from './repository.ts';
import { plainTarget, type Target } from './target.ts';

/** A layer, and the assignment in which it is written. */
type AimedLayer = Layer & { readonly assignment?: string };

/**
 * A thread about another note stands where that one does. Its audience may only be the same or
 * narrower: else it would tell of a note that its readers may not know of.
 */
async function aboutNote(
  deps: AnnotationDeps,
  reader: Reader,
  work: LoadedWork,
  layer: AimedLayer,
  id: string,
): Promise<Target> {
  const row = await visible(deps, reader, id);
  if (row.work_id !== work.id) throw notFound();
  // Between a student and the staff any note of the assignment may be spoken of that its writer sees:
  // the staff sees them all, and the student their own.
  const isBetween = layer.kind === 'feedback' && row.assignment === layer.assignment;
  if (!isBetween && !isWithin(layer, { kind: row.layer, ownerId: row.owner_id })) throw wider();
  const { places, from, to } = await targetRow(deps.db, row.thread);
  return {
    kind: 'note',
    from,
    to,
    places,
    loci: [],
    aboutId: id,
    entry: null,
    part: null,
    term: null,
  };
}

export const wider = (): Refusal =>
  new Refusal('audience-wider', 'The note this is about is not open to that audience.');

/** Whether a thread about a note may be read by all who see a layer. */
export async function checkAudience(db: Db, threadId: string, layer: Layer): Promise<void> {
  const { about } = await targetRow(db, threadId);
  if (about !== null && !isWithin(layer, about)) throw wider();
}

/** What a form points at: the clause it addresses, or something inside it. */
export async function targetIn(
  deps: AnnotationDeps,
  writer: Reader & Pick<Viewer, 'person' | 'works'>,
  work: LoadedWork,
  focus: Focus,
  layer: AimedLayer,
  pointing: Pointing | undefined,
): Promise<Target> {
  if (pointing === undefined) return plainTarget(targetOf(focus));
  if (pointing.kind === 'note') return aboutNote(deps, writer, work, layer, pointing.annotation);
  if (pointing.kind === 'part') return findPart(deps.db, work, focus, pointing);
  // What may be read is asked anew: the work at hand may be as it was a while ago.
  const now = await workAround(deps.texts, work.head.slug);
  if (pointing.kind === 'term') return findTerm(deps, writer, now, focus, pointing);
  return findTarget({ texts: deps.texts, work: now, focus, viewer: writer }, pointing);
}
