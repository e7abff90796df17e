import type { TextChange, UnitChange } from '@glossator/document';
import type { Db } from '../../db/client.ts';
import type { Changes } from './decide.ts';
import {
  allSuccessors,
  changedUnits,
  entriesOf,
  readingsOf,
  unitChange,
  Units,
  type Readings,
} from './release-texts.ts';

/** One version of an edition that comes after another. */
export interface TextStep {
  readonly workId: number;
  /** Ids of rows of edition_version. */
  readonly before: number;
  readonly after: number;
  readonly successors: ReadonlyMap<string, readonly string[]>;
}

/** What notes stand on: the text before and after a release. */
export interface Ground {
  readonly units: Units;
  readonly after: Readings;
  /** Units whose text is another, or that are gone. */
  readonly changed: ReadonlySet<string>;
  /** Those, and those of whose apparatus something was changed. */
  readonly touched: readonly string[];
  readonly change: UnitChange;
  readonly entry: Changes['entry'];
  /** The same from versions on which some notes were written. */
  readonly since: (versions: readonly number[]) => Promise<Changes>;
}

export async function survey(db: Db, step: TextStep): Promise<Ground> {
  const units = await Units.of(db, step.workId);
  const before = await readingsOf(db, step.before);
  const after = await readingsOf(db, step.after);
  const oldEntries = await entriesOf(db, step.before);
  const newEntries = await entriesOf(db, step.after);
  const successors: TextChange['successors'] = await allSuccessors(
    db,
    step.workId,
    step.successors,
  );
  const changed = changedUnits(before, after, units);
  const change = unitChange(before, after, changed, units, successors);
  const known = new Map([[step.before, change]]);
  const entry: Changes['entry'] = (number) => ({
    before: oldEntries.get(number)?.body ?? null,
    after: newEntries.get(number)?.body ?? null,
  });
  const otherEntries = [...oldEntries].flatMap(([number, { body, uids }]) =>
    newEntries.get(number)?.body === body ? [] : uids,
  );
  return {
    units,
    after,
    changed,
    touched: [...new Set([...changed, ...otherEntries])],
    change,
    entry,
    since: async (versions) => {
      for (const version of versions) {
        if (known.has(version)) continue;
        const older = await readingsOf(db, version);
        known.set(
          version,
          unitChange(older, after, changedUnits(older, after, units), units, successors),
        );
      }
      return { now: change, since: (version) => known.get(version) ?? change, entry };
    },
  };
}
