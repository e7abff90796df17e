import { codePointSlice, isSegment, segmentsOf, type Unit } from '@glossator/document';
import type { ChangedWords } from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import { structureOf } from '../works/structure-of.ts';
import type { LoadedWork, Structure, TextStore, VersionText } from '../works/text-store.ts';
import { basesOf } from './statements.ts';

/** A revision of a part. */
interface Written {
  readonly id: string;
  readonly revision: number;
}
interface Stretch {
  readonly from: string;
  readonly to: string;
}
/** What changed in a stretch of the text since a part was written. */
export type ChangedUnder = (part: string, stretch: Stretch) => readonly ChangedWords[];

/** An edition that has a newer version than when the part was written. */
interface Base extends Record<string, unknown> {
  readonly part: string;
  readonly base: number;
  readonly newest: number;
}

/** The segments of a stretch, or the limb that it is; nothing where an end has left the text. */
function unitsIn(structure: Structure, { from, to }: Stretch): readonly Unit[] {
  const [first, last] = [structure.byUid.get(from), structure.byUid.get(to)];
  if (first === undefined || last === undefined) return [];
  if (first === last && first.kind === 'limb') return [first];
  const begins = segmentsOf(structure, first).at(0)?.ord ?? Infinity;
  const ends = segmentsOf(structure, last).at(-1)?.ord ?? -Infinity;
  return structure.units.filter(
    (unit) => isSegment(unit) && unit.ord >= begins && unit.ord <= ends,
  );
}

function wordsOf({ texts, limbs }: VersionText, { uid, kind }: Unit): string | null {
  if (kind !== 'limb') return texts.get(uid)?.sha256 ?? null;
  const limb = limbs[uid];
  const reading = limb === undefined ? null : (texts.get(limb.sentence)?.reading ?? null);
  return limb === undefined || reading === null
    ? null
    : codePointSlice(reading, limb.start, limb.end);
}

interface Step {
  readonly pin: string;
  readonly before: { readonly text: VersionText; readonly structure: Structure };
  readonly after: { readonly text: VersionText; readonly structure: Structure };
}

function changedIn({ before, after }: Step, stretch: Stretch): string[] {
  const here = unitsIn(after.structure, stretch);
  // That it is gone is said otherwise.
  if (here.length === 0) return [];
  const changed = here.filter((unit) => wordsOf(before.text, unit) !== wordsOf(after.text, unit));
  const gone = unitsIn(before.structure, stretch).filter(
    (unit) =>
      wordsOf(before.text, unit) !== null &&
      !after.structure.byUid.has(unit.uid) &&
      !hasSuccessors(after.structure, unit.uid),
  );
  return [...gone, ...changed].toSorted((a, b) => a.ord - b.ord).map(({ path }) => path);
}

/** Those stand where it stood, and are new there. */
const hasSuccessors = ({ aliases }: Structure, uid: string): boolean =>
  aliases.some((alias) => alias.uid === uid && alias.successors.length > 0);

/** Of parts at some revision: where the text was released anew since, with other words. */
export async function changedSince(
  db: Db,
  texts: TextStore,
  work: LoadedWork,
  parts: readonly Written[],
): Promise<ChangedUnder> {
  const rows = await db.rows<Base>(basesOf, [
    parts.map(({ id }) => id),
    parts.map(({ revision }) => revision),
    work.id,
  ]);
  const steps = new Map<string, Step>();
  for (const { base, newest } of rows) {
    const key = `${String(base)} ${String(newest)}`;
    if (!steps.has(key)) steps.set(key, await stepBetween(texts, work, base, newest));
  }
  const ofPart = Map.groupBy(rows, ({ part }) => part);
  return (part, stretch) =>
    (ofPart.get(part) ?? []).flatMap(({ base, newest }) => {
      const step = steps.get(`${String(base)} ${String(newest)}`);
      const clauses = step === undefined ? [] : changedIn(step, stretch);
      return step === undefined || clauses.length === 0 ? [] : [{ pin: step.pin, clauses }];
    });
}

async function stepBetween(
  texts: TextStore,
  work: LoadedWork,
  base: number,
  newest: number,
): Promise<Step> {
  const head = work.editions.find(({ version_id: id }) => id === base);
  if (head === undefined) throw new Error(`the work has no version ${String(base)}`);
  return {
    pin: `${head.edition_id} ${head.version}`,
    before: { text: await texts.version(base), structure: structureOf(work, base) },
    after: { text: await texts.version(newest), structure: work.structure },
  };
}
