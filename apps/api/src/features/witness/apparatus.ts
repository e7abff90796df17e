import type { ApparatusIndex, ApparatusPage, ApparatusView } from '@glossator/contract';
import type { Db } from '../../db/client.ts';
import type { Viewer } from '../../plugins/session.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { readThreads } from '../annotations/threads.ts';
import { readerIn } from '../gate/reader.ts';
import { entryTeller, type EntryTeller } from '../works/entry-teller.ts';
import { chooseVersions, isWithheld, readPins } from '../works/service.ts';
import { asPinned } from '../works/structure-of.ts';
import { requireWork, type LoadedWork, type VersionText } from '../works/text-store.ts';
import { linesAround, placeOf } from './copy-lines.ts';
import { groundOf, type EditionHead, type Ground, type WitnessDeps } from './ground.ts';
import { copyOffset, presentWork } from './present.ts';
import { threadsOnEntry } from './repository.ts';

interface Deps extends WitnessDeps {
  readonly db: Db;
}

const present = ({ edition_id, lang, title, version }: EditionHead, withheld: boolean) => ({
  id: edition_id,
  lang,
  title,
  version,
  withheld,
});

/** Where the copy has what an entry is about; null where that is known of no version that was read from it. */
function offsetsOf(
  ground: Ground | null,
  edition: string,
  { uid, start, end }: ApparatusView['loci'][number],
): { readonly from: number; readonly to: number } | null {
  const copied = ground?.editions.find((each) => each.head.edition_id === edition);
  const segment = copied?.withheld === true ? undefined : copied?.segments.get(uid);
  if (segment === undefined || start === null || end === null) return null;
  const from = copyOffset(segment, start);
  return { from, to: end > start ? copyOffset(segment, end - 1) + 1 : from };
}

function presentPlaces(
  { structure }: LoadedWork,
  ground: Ground | null,
  edition: string,
  { loci }: ApparatusView,
) {
  return loci.map((locus) => {
    const unit = structure.byUid.get(locus.uid);
    const found = offsetsOf(ground, edition, locus);
    return {
      uid: locus.uid,
      path: unit?.path ?? locus.uid,
      kind: unit?.kind ?? ('sentence' as const),
      place: found === null || ground === null ? null : placeOf(ground, found.from),
    };
  });
}

const teller = ({ texts }: Deps, viewer: Viewer, work: LoadedWork): Promise<EntryTeller> =>
  entryTeller(texts, work, (head) => isWithheld(head, viewer));

/** Every entry of every edition, in the order of its numbers, with where the copy has it. */
export async function listApparatus(
  deps: Deps,
  viewer: Viewer,
  slug: string,
  pins: string | undefined,
): Promise<ApparatusIndex> {
  const now = await requireWork(deps.texts, slug, viewer);
  const ground = await groundOf(deps, viewer, now);
  const pinned = readPins(now, pins);
  const work = asPinned(now, pinned);
  const chosen = chooseVersions(work, pinned, viewer);
  const told = await teller(deps, viewer, work);
  const editions = await Promise.all(
    chosen.map(async ({ head, withheld }) => {
      const { apparatus } = await deps.texts.version(head.version_id);
      return {
        ...present(head, withheld),
        entries: withheld
          ? []
          : apparatus.map((entry) => ({
              entry: told(entry),
              places: presentPlaces(work, ground, head.edition_id, entry),
            })),
      };
    }),
  );
  return {
    work: presentWork({ work }),
    hasWitness: ground !== null,
    editions: editions.filter(({ withheld, entries }) => withheld || entries.length > 0),
  };
}

/** The newest version that has the entry, or the pinned one: numbers are never given again. */
async function findEntry(
  { texts }: Deps,
  viewer: Viewer,
  work: LoadedWork,
  asked: { edition: string; number: string; pins: string | undefined },
): Promise<{ head: EditionHead; text: VersionText; entry: ApparatusView }> {
  const pinned = readPins(work, asked.pins).get(asked.edition);
  const versions = work.editions.filter(
    (each) =>
      each.edition_id === asked.edition && (pinned === undefined || each.version === pinned),
  );
  for (const head of versions.toReversed()) {
    if (isWithheld(head, viewer))
      throw new Refusal('edition-withheld', 'The words of this edition are not shown here.');
    const text = await texts.version(head.version_id);
    const entry = text.apparatus.find(({ number }) => number === asked.number);
    if (entry !== undefined) return { head, text, entry };
  }
  throw notFound();
}

/** What other editions that this reader may see have for a clause. */
async function othersOf(
  { texts }: Deps,
  viewer: Viewer,
  work: LoadedWork,
  edition: string,
  pins: ReturnType<typeof readPins>,
): Promise<(uid: string) => ApparatusPage['places'][number]['others']> {
  const chosen = chooseVersions(work, pins, viewer).filter(
    // A supplement is no witness to what stood here.
    ({ head, withheld }) =>
      head.edition_id !== edition && head.relation !== 'supplement' && !withheld,
  );
  const read = await Promise.all(
    chosen.map(async ({ head }) => ({ head, text: await texts.version(head.version_id) })),
  );
  return (uid) =>
    read.flatMap(({ head, text }) => {
      const words = text.texts.get(uid)?.reading ?? null;
      return words === null ? [] : [{ edition: head.edition_id, lang: head.lang, text: words }];
    });
}

const mostThreads = 50;

async function threadsOn(
  { db }: Deps,
  viewer: Viewer,
  work: LoadedWork,
  edition: string,
  { number, loci }: ApparatusView,
): Promise<ApparatusPage['threads']> {
  const reader = await readerIn(db, viewer, undefined);
  const rows = await db.rows<{ id: string }>(threadsOnEntry, [
    ...[work.id, [...new Set(loci.map(({ uid }) => uid))], reader.layers],
    ...[edition, number, mostThreads],
  ]);
  const ids = rows.map(({ id }) => id);
  return { items: await readThreads(db, reader, work.structure, ids), next: null };
}

/** One entry: what is said of it, what the copy has there, what others have, the notes about it. */
export async function readEntry(
  deps: Deps,
  viewer: Viewer,
  slug: string,
  asked: { edition: string; number: string; pins: string | undefined },
): Promise<ApparatusPage> {
  const now = await requireWork(deps.texts, slug, viewer);
  const { head, text, entry } = await findEntry(deps, viewer, now, asked);
  const ground = await groundOf(deps, viewer, now);
  const pins = readPins(now, asked.pins);
  // Also where nothing is pinned: what a later version settled stands in clauses of its own time.
  const work = asPinned(now, new Map([...pins, [head.edition_id, head.version]]));
  const others = await othersOf(deps, viewer, work, asked.edition, pins);
  const offsets = entry.loci
    .map((locus) => offsetsOf(ground, asked.edition, locus))
    .find((each) => each !== null);
  const numbers = text.apparatus.map(({ number }) => number);
  const index = numbers.indexOf(entry.number);
  return {
    work: presentWork({ work }),
    edition: present(head, false),
    entry: (await teller(deps, viewer, work))(entry),
    places: presentPlaces(work, ground, asked.edition, entry).map((place) => ({
      ...place,
      reading: text.texts.get(place.uid)?.reading ?? null,
      others: others(place.uid),
    })),
    lines:
      ground === null || offsets == null
        ? []
        : linesAround(ground, placeOf(ground, offsets.from).line, offsets.from, offsets.to),
    witness: ground?.record.head ?? null,
    threads: await threadsOn(deps, viewer, work, asked.edition, entry),
    previous: numbers[index - 1] ?? null,
    next: numbers[index + 1] ?? null,
  };
}
