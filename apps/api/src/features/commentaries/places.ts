import { limits, type LocusView, type PlaceForm, type PlaceView } from '@glossator/contract';
import { placesOf, type PartKind, type PlaceKind } from '@glossator/domain';
import type { Viewer } from '../../plugins/session.ts';
import { Refusal } from '../../refusal.ts';
import { findTarget } from '../annotations/pointing.ts';
import { plainTarget, type StoredLocus, type Target } from '../annotations/target.ts';
import { addressBetween, focusOn, targetOf, type Focus } from '../works/address.ts';
import { isWithheld } from '../works/service.ts';
import type { LoadedWork, Structure, TextStore } from '../works/text-store.ts';

/** Where a part stands, as its revision keeps it. */
export interface StoredPlace {
  readonly kind: PlaceKind;
  readonly from: string;
  readonly to: string;
  readonly loci: readonly StoredLocus[];
  readonly entry: { readonly edition: string; readonly number: string } | null;
}

export interface PlaceDeps {
  readonly texts: TextStore;
}
type Reader = Pick<Viewer, 'person' | 'works'>;

/** An address that is nowhere is a fault of the form: it is the form that was found. */
function focusAt(structure: Structure, at: string): Focus {
  try {
    return focusOn(structure, at);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'not-found') throw error;
    throw new Refusal('address-unknown', `This work has nothing at ${at}.`);
  }
}

async function find(
  { texts }: PlaceDeps,
  work: LoadedWork,
  viewer: Reader,
  { at, pointing }: PlaceForm,
): Promise<Target> {
  const focus = focusAt(work.structure, at);
  if (pointing === undefined) return plainTarget(targetOf(focus));
  if (pointing.kind === 'note' || pointing.kind === 'part' || pointing.kind === 'term')
    throw unfit('A commentary is on the text, not on a note, a term or another commentary.');
  return findTarget({ texts, work, focus, viewer }, pointing);
}

const unfit = (detail: string): Refusal => new Refusal('place-unfit', detail);

const stands: Readonly<Record<PartKind, string>> = {
  introduction: 'An introduction is on the whole, and stands on no clause.',
  essay: 'An essay stands on sections or spans of them.',
  entry: 'An entry stands on clauses.',
};

/** Places as a form names them, as they are stored; the same one twice is one. */
export async function acceptPlaces(
  deps: PlaceDeps,
  work: LoadedWork,
  viewer: Reader,
  kind: PartKind,
  asked: readonly PlaceForm[],
): Promise<StoredPlace[]> {
  const found = await Promise.all(
    asked.map(async (place): Promise<StoredPlace> => {
      const target = await find(deps, work, viewer, place);
      const fit = placesOf[kind].find((each) => each === target.kind);
      if (fit === undefined) throw unfit(`${stands[kind]} ${place.at} is none.`);
      const { from, to, loci, entry } = target;
      return { kind: fit, from, to, loci, entry };
    }),
  );
  if (kind === 'entry' && found.length === 0)
    throw unfit('An entry stands on at least one clause.');
  if (found.length > limits.partPlaces) throw unfit(`At most ${String(limits.partPlaces)} places.`);
  return [...new Map(found.map((place) => [JSON.stringify(place), place])).values()];
}

/** Number of the unit where the first of them begins, in the order of the text. */
export const orderOf = (structure: Structure, places: readonly StoredPlace[]): number =>
  Math.min(...places.map(({ from }) => structure.byUid.get(from)?.ord ?? Infinity));

async function presentLocus(
  { texts }: PlaceDeps,
  work: LoadedWork,
  viewer: Reader,
  locus: StoredLocus,
): Promise<LocusView[]> {
  const head = work.editions.find(({ version_id }) => version_id === locus.version_id);
  if (head === undefined) return [];
  const { texts: words } = await texts.version(head.version_id);
  const isShown = !isWithheld(head, viewer);
  return [
    {
      edition: head.edition_id,
      version: head.version,
      uid: locus.uid,
      start: locus.start_at,
      end: locus.end_at,
      exact: isShown ? locus.exact : '',
      prefix: isShown ? locus.prefix : '',
      suffix: isShown ? locus.suffix : '',
      sha256: words.get(locus.uid)?.sha256 ?? null,
    },
  ];
}

export const presentPlaces = (
  deps: PlaceDeps,
  work: LoadedWork,
  viewer: Reader,
  places: readonly StoredPlace[],
): Promise<PlaceView[]> =>
  Promise.all(
    places.map(async ({ loci, ...place }) => ({
      ...place,
      address: addressBetween(work.structure, place.from, place.to),
      loci: (
        await Promise.all(loci.map((locus) => presentLocus(deps, work, viewer, locus)))
      ).flat(),
    })),
  );
