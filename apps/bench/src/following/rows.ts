import { say, type Database, type Ground } from '../ground.ts';
import { median } from '../median.ts';
import type { Row } from '../report.ts';
import { inProcess } from './in-process.ts';
import type { Measured } from './measure.ts';
import { meanwhileRows } from './meanwhile.ts';
import { writeOn, type Layout } from './written-on.ts';

const sizes = [1_000, 10_000, 100_000] as const;
/** A large one is long enough by itself. */
const roundsOf = (notes: number): number => (notes < 100_000 ? 3 : 1);

interface Both {
  readonly notes: number;
  readonly ours: Measured;
  readonly floor: Measured;
}

const middle = (all: readonly Measured[]): Measured => ({
  ms: median(all.map(({ ms }) => ms)),
  cpu: median(all.map(({ cpu }) => cpu)),
  peak: median(all.map(({ peak }) => peak)),
});

const named = (notes: number): string => `${notes.toLocaleString('en')} notes`;

/** Both by turns. */
async function measureBoth(database: Database, notes: number): Promise<Both> {
  const taken = { ours: [] as Measured[], floor: [] as Measured[] };
  for (let round = 0; round < roundsOf(notes); round += 1) {
    taken.floor.push(await inProcess('write', database));
    taken.ours.push(await inProcess('release', database));
  }
  const both = { notes, ours: middle(taken.ours), floor: middle(taken.floor) };
  const [ours, floor] = [both.ours, both.floor].map(
    ({ ms, cpu }) => `${ms.toFixed(0)} ms by the clock, ${cpu.toFixed(0)} of processors`,
  );
  say(`${named(notes)}: ${String(ours)}; their rows alone ${String(floor)}.`);
  return both;
}

/** A version of a text under up to 100,000 notes: what it takes, and what others wait meanwhile. */
export async function followingRows(ground: Ground): Promise<Row[]> {
  const filled = (notes: number, layout: Layout): Promise<Database> =>
    ground.database(
      `${layout === 'all on the clause' ? 'on_clause' : 'around'}_${String(notes)}`,
      (client) => writeOn(client, notes, layout),
    );
  const measured: Both[] = [];
  for (const notes of sizes)
    measured.push(await measureBoth(await filled(notes, 'all on the clause'), notes));
  const around = await measureBoth(await filled(100_000, 'one in 100 on it'), 100_000);
  const [small, middling, large] = measured;
  if (small === undefined || middling === undefined || large === undefined)
    throw new Error('nothing was measured');
  return [
    ...measured.map(({ notes, ours, floor }): Row => ({
      what: `following: a clause is corrected on which ${named(notes)} stand, processor time`,
      ...{ unit: 'ms', ours: ours.cpu, beside: 'their rows are written', theirs: floor.cpu },
      // What a release does whatever stands on the text is most of a small one.
      wanted: notes < 10_000 ? null : { of: 'ratio', most: 4 },
    })),
    {
      what: `following: the same under ${named(large.notes)}`,
      ...{ unit: 'ms', ours: large.ours.cpu, beside: `10 × ${named(middling.notes)}` },
      ...{ theirs: 10 * middling.ours.cpu, wanted: { of: 'ratio', most: 1.3 } },
    },
    {
      what: `following: ${named(around.notes)} on the text, 1,000 of them on the clause`,
      ...{ unit: 'ms', ours: around.ours.cpu, beside: `${named(small.notes)}, all on the clause` },
      ...{ theirs: small.ours.cpu, wanted: { of: 'ratio', most: 2 } },
    },
    {
      what: `following: memory under ${named(large.notes)}`,
      ...{ unit: 'MB', ours: large.ours.peak, beside: named(small.notes), theirs: small.ours.peak },
      wanted: { of: 'ratio', most: 2.5 },
    },
    ...(await meanwhileRows(ground, await filled(100_000, 'all on the clause'))),
  ];
}
