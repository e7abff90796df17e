import type { DocxChoice, DocxChoices, DocxChosen } from '@glossator/contract';
import { checkText, parseCitation } from '@glossator/document';
import type { Viewer } from '../../plugins/session.ts';
import { Refusal } from '../../refusal.ts';
import { requireInCommentary } from '../commentaries/access.ts';
import type { CommentaryDeps } from '../commentaries/commentaries.ts';
import { summariesOf } from '../commentaries/outline.ts';
import { acceptPlaces, type StoredPlace } from '../commentaries/places.ts';
import { addressesOf } from '../works/address.ts';
import { workAround, type LoadedWork } from '../works/text-store.ts';
import { planOf, type Passage } from './plan.ts';
import { docxOf, passagesOf } from './service.ts';
import { choose } from './statements.ts';

export const changed = (): Refusal =>
  new Refusal('docx-changed', 'What would be written has changed since it was shown.');

/** Where a passage is to stand; an address may be written as a citation. */
export const placesOf = (
  deps: CommentaryDeps,
  work: LoadedWork,
  viewer: Viewer,
  { kind, at }: { readonly kind: Passage['kind']; readonly at: readonly string[] },
): Promise<StoredPlace[]> =>
  kind === 'left-out' || kind === 'introduction'
    ? Promise.resolve([])
    : acceptPlaces(
        deps,
        work,
        viewer,
        kind,
        at.map((text) => {
          const cited = parseCitation(text, work.head);
          return { at: cited.ok ? cited.value : text };
        }),
      );

async function accept(
  deps: CommentaryDeps,
  work: LoadedWork,
  viewer: Viewer,
  { n, kind, at }: DocxChoice,
  passage: Passage,
): Promise<Pick<Passage, 'n' | 'kind' | 'at'>> {
  try {
    if (!at.every((text) => checkText(text).ok))
      throw new Refusal('text-malformed', 'An address holds characters that cannot be kept.');
    // What was typed is kept, for whoever takes it in after all.
    if (kind === null) return { n, kind: 'left-out', at };
    if (passage.over > 0)
      throw new Refusal('docx-part-too-long', 'This is longer than a part can be; divide it.');
    const places = await placesOf(deps, work, viewer, { kind, at });
    return { n, kind, at: addressesOf(work.structure, places) };
  } catch (error) {
    // The page says it beside the passage.
    if (error instanceof Refusal) throw new Refusal(error.code, error.message, { n });
    throw error;
  }
}

/** What becomes of passages, and where. Nothing is written yet. */
export async function chooseInDocx(
  deps: CommentaryDeps,
  viewer: Viewer,
  commentary: string,
  { id, choices }: DocxChoices,
): Promise<DocxChosen> {
  const seen = await requireInCommentary(deps.db, viewer.actor, commentary, 'write');
  const kept = await docxOf(deps.db, commentary, seen.personId);
  if (kept?.id !== id) throw changed();
  const work = await workAround(deps.texts, seen.work);
  const passages = await passagesOf(deps.db, id);
  const byNumber = new Map(passages.map((each) => [each.n, each]));
  for (const choice of choices) {
    const passage = byNumber.get(choice.n);
    if (passage === undefined) throw changed();
    const accepted = await accept(deps, work, viewer, choice, passage);
    byNumber.set(choice.n, { ...passage, ...accepted });
  }
  const chosen = [...new Set(choices.map(({ n }) => n))].flatMap((n) => byNumber.get(n) ?? []);
  await deps.db.rows(choose, [
    id,
    chosen.map(({ n }) => n),
    chosen.map(({ kind }) => kind),
    chosen.map(({ at }) => JSON.stringify(at)),
  ]);
  return { plan: planOf(id, [...byNumber.values()], await summariesOf(deps, seen)).digest };
}
