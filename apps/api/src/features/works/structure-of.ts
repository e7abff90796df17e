import { Refusal } from '../../refusal.ts';
import type { FormerStructure, LoadedWork, Structure } from './text-store.ts';

const formerOf = ({ formers }: LoadedWork, versionId: number): FormerStructure | undefined =>
  formers.find(({ last }) => versionId <= last);

/** How the work was divided when this version was released. */
export const structureOf = (work: LoadedWork, versionId: number): Structure =>
  formerOf(work, versionId)?.structure ?? work.structure;

/**
 * The work as the pinned versions have it: divided as it was then, with the editions of that time. The
 * work itself where nothing older is pinned.
 */
export function asPinned(work: LoadedWork, pins: ReadonlyMap<string, string>): LoadedWork {
  const pinned = work.editions.filter((each) => pins.get(each.edition_id) === each.version);
  const formers = new Set(pinned.map(({ version_id: id }) => formerOf(work, id)));
  if (formers.size > 1)
    throw new Refusal(
      'versions-apart',
      'These versions divide the work differently: pin one of them, and the others are of its time.',
    );
  const [former] = formers;
  if (former === undefined) return work;
  const earlier = work.formers.findLast(({ last }) => last < former.last)?.last ?? 0;
  return { ...work, structure: former.structure, span: { after: earlier, last: former.last } };
}
