import { limits, type Pointing } from '@glossator/contract';
import {
  codePointLength,
  describeRange,
  locateQuotation,
  resolveSelector,
  type Unit,
} from '@glossator/document';
import { Refusal } from '../../refusal.ts';
import { isWithheld } from '../works/service.ts';
import type { Viewer } from '../../plugins/session.ts';
import type { Focus } from '../works/address.ts';
import type { LoadedWork, TextStore, VersionText } from '../works/text-store.ts';
import type { StoredLocus, Target } from './target.ts';

type Of<Kind extends Pointing['kind']> = Extract<Pointing, { kind: Kind }>;
type Side = Of<'hinge'>['loci'][number];

/** Where a pointing is sought: inside the focus, by somebody who can read what they point at. */
export interface Place {
  readonly texts: TextStore;
  readonly work: LoadedWork;
  readonly focus: Focus;
  readonly viewer: Pick<Viewer, 'person' | 'works'>;
}

interface Version {
  readonly id: number;
  readonly text: VersionText;
}

async function versionOf(place: Place, edition: string, version: string): Promise<Version> {
  const { work, texts, viewer } = place;
  const head = work.editions.find(
    (each) => each.edition_id === edition && each.version === version,
  );
  if (head === undefined)
    throw new Refusal('version-unknown', `This work has no edition version ${edition}:${version}.`);
  if (isWithheld(head, viewer))
    throw new Refusal('edition-withheld', 'The words of this edition are not shown here.');
  return { id: head.version_id, text: await texts.version(head.version_id) };
}

function segmentAt({ focus }: Place, path: string): Unit {
  const unit = focus.segments.find((each) => each.path === path);
  if (unit === undefined)
    throw new Refusal('pointing-outside', `${path} does not lie in ${focus.address}.`);
  return unit;
}

async function locate(place: Place, side: Side): Promise<StoredLocus> {
  if ('words' in side) return locateWords(place, side);
  const version = await versionOf(place, side.edition, side.version);
  const unit = segmentAt(place, side.at);
  const whole = { version_id: version.id, uid: unit.uid };
  if (!('exact' in side))
    return { ...whole, start_at: null, end_at: null, exact: '', prefix: '', suffix: '' };
  const { start, end, exact, prefix, suffix } = side;
  const reading = version.text.texts.get(unit.uid)?.reading ?? '';
  if (!resolveSelector(reading, { start, end, exact, prefix, suffix }).ok)
    throw new Refusal(
      'pointing-mismatch',
      `“${exact}” does not stand at ${side.at} from ${String(start)} to ${String(end)}.`,
    );
  return { ...whole, start_at: start, end_at: end, exact, prefix, suffix };
}

async function range(place: Place, { loci }: Of<'range'>): Promise<Target> {
  checkLength(loci.reduce((sum, { exact }) => sum + codePointLength(exact), 0));
  const found = await Promise.all(loci.map((locus) => locate(place, locus)));
  const order = found.map(({ uid }) => place.focus.segments.findIndex((each) => each.uid === uid));
  const isRun = order.every((at, n) => n === 0 || at > (order[n - 1] ?? at));
  if (!isRun || new Set(found.map((each) => each.version_id)).size > 1)
    throw new Refusal(
      'pointing-mismatch',
      'A range lies in one edition, a segment a row, in order.',
    );
  return around(
    'range',
    found.map(({ uid }) => uid),
    found,
  );
}

async function locateWords(
  place: Place,
  { edition, version, words: wanted }: Omit<Of<'words'>, 'kind'>,
): Promise<StoredLocus> {
  const { id, text } = await versionOf(place, edition, version);
  checkLength(codePointLength(wanted));
  const found = place.focus.segments.flatMap((unit) => {
    const reading = text.texts.get(unit.uid)?.reading ?? '';
    const located = locateQuotation(reading, wanted);
    if (!located.ok && located.reason === 'ambiguous') throw ambiguous();
    return located.ok ? [{ unit, reading, ...located.value }] : [];
  });
  const [first, second] = found;
  if (first === undefined)
    throw new Refusal('words-absent', 'These words do not stand in this clause.');
  if (second !== undefined) throw ambiguous();
  const { start, end, unit, reading } = first;
  const described = describeRange(reading, { start, end }, limits.contextLength);
  if (!described.ok) throw new Error(`found words do not stand: ${described.reason}`);
  const { exact, prefix, suffix } = described.value;
  return { version_id: id, uid: unit.uid, start_at: start, end_at: end, exact, prefix, suffix };
}

async function words(place: Place, wanted: Of<'words'>): Promise<Target> {
  const found = await locateWords(place, wanted);
  return around('range', [found.uid], [found]);
}

function checkLength(length: number): void {
  if (length > limits.quotationLength)
    throw new Refusal(
      'pointing-too-long',
      `At most ${String(limits.quotationLength)} characters can be marked.`,
    );
}

const ambiguous = (): Refusal =>
  new Refusal('words-ambiguous', 'These words stand more than once in this clause.');

async function hinge(place: Place, { loci }: Of<'hinge'>): Promise<Target> {
  if (loci[0]?.edition === loci[1]?.edition)
    throw new Refusal('pointing-mismatch', 'A hinge lies between two editions.');
  for (const side of loci) if ('exact' in side) checkLength(codePointLength(side.exact));
  const found = await Promise.all(loci.map((side) => locate(place, side)));
  const uids = new Set(found.map(({ uid }) => uid));
  return around(
    'hinge',
    place.focus.segments.map(({ uid }) => uid).filter((uid) => uids.has(uid)),
    found,
  );
}

async function entry(place: Place, { edition, number }: Of<'entry'>): Promise<Target> {
  const head = place.work.editions.findLast((each) => each.edition_id === edition);
  if (head === undefined) throw noEntry(edition, number);
  const { text } = await versionOf(place, edition, head.version);
  const found = text.apparatus.find((each) => each.number === number);
  const uids = new Set(found?.loci.map(({ uid }) => uid));
  const places = place.work.structure.units.filter(({ uid }) => uids.has(uid));
  if (!places.some(({ uid }) => place.focus.segments.some((each) => each.uid === uid)))
    throw noEntry(edition, number);
  return {
    ...around(
      'entry',
      places.map(({ uid }) => uid),
      [],
    ),
    entry: { edition, number },
  };
}

const noEntry = (edition: string, number: string): Refusal =>
  new Refusal('entry-unknown', `There is no entry ${number} of ${edition} here.`);

function around(
  kind: Target['kind'],
  places: readonly string[],
  loci: readonly StoredLocus[],
): Target {
  const [from, to] = [places[0], places.at(-1)];
  if (from === undefined || to === undefined)
    throw new Refusal('pointing-outside', 'What was marked does not lie in this clause.');
  const alone = { aboutId: null, entry: null, part: null, term: null };
  return { kind, from, to, places: [...places], loci, ...alone };
}

/** What a pointing means in its work; notes, parts of commentaries and terms are found elsewhere. */
export function findTarget(
  place: Place,
  pointing: Exclude<Pointing, { kind: 'note' | 'part' | 'term' }>,
): Promise<Target> {
  switch (pointing.kind) {
    case 'range':
      return range(place, pointing);
    case 'words':
      return words(place, pointing);
    case 'hinge':
      return hinge(place, pointing);
    case 'entry':
      return entry(place, pointing);
  }
}
