import { releaseFormats, type ReleaseFormat } from '@glossator/domain';
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { say, type Ground } from '../ground.ts';
import { median } from '../median.ts';
import type { Row } from '../report.ts';
import type { Asked, Measured } from './measure.ts';
import { timeStoring } from './store.ts';
import type { Task } from './tasks.ts';

/** A large one is long enough by itself. */
const sizes = [
  { entries: 200, rounds: 3 },
  { entries: 800, rounds: 1 },
  { entries: 2_000, rounds: 1 },
] as const;
const [small, , large] = sizes;
const times = large.entries / small.entries;

/** What each file is measured beside: W3C annotations hold the source as it is, an EPUB is an archive. */
const floors: Readonly<Record<ReleaseFormat, Task>> = {
  html: 'parse',
  epub: 'parse and pack',
  tei: 'parse',
  markdown: 'parse',
  w3c: 'clean and write as JSON',
  pdf: 'html',
};

const named = (entries: number): string => `${entries.toLocaleString('en')} entries`;

function measure(asked: Asked): Promise<Measured> {
  const file = fileURLToPath(new URL('./measure.ts', import.meta.url));
  return new Promise((resolve, reject) => {
    const child = fork(file, []);
    child.once('message', (measured) => {
      child.removeAllListeners('exit');
      resolve(measured as Measured);
    });
    child.once('exit', (code) => {
      reject(new Error(`the measuring of ${asked.task} ended with ${String(code)}`));
    });
    child.send(asked);
  });
}

/** Both by turns. */
async function measureBoth(
  tasks: readonly [Task, Task],
  { entries, rounds }: (typeof sizes)[number],
) {
  const taken = { ours: [] as Measured[], theirs: [] as Measured[] };
  for (let round = 0; round < rounds; round += 1) {
    taken.ours.push(await measure({ task: tasks[0], entries }));
    taken.theirs.push(await measure({ task: tasks[1], entries }));
  }
  const middle = (all: readonly Measured[]): Measured => ({
    ms: median(all.map(({ ms }) => ms)),
    peak: median(all.map(({ peak }) => peak)),
  });
  return { entries, ours: middle(taken.ours), theirs: middle(taken.theirs) };
}

const growth = (what: string, ours: number, theirs: number): Row => ({
  what: `${what} of ${named(large.entries)}`,
  ...{ unit: 'ms', ours, beside: `${String(times)} × ${named(small.entries)}` },
  theirs: theirs * times,
  wanted: { of: 'ratio', most: 1.3 },
});

async function rowsOf(format: ReleaseFormat): Promise<Row[]> {
  const floor = floors[format];
  const [first, ...others] = await inTurn(sizes, (size) => measureBoth([format, floor], size));
  const last = others.at(-1);
  if (first === undefined || last === undefined) throw new Error('nothing was measured');
  const memory = { what: `memory of ${format}, ${named(last.entries)}`, unit: 'MB' } as const;
  return [
    ...[first, ...others].map(({ entries, ours, theirs }): Row => ({
      what: `${format} of ${named(entries)}`,
      ...{ unit: 'ms', ours: ours.ms, beside: floor, theirs: theirs.ms },
      // How long a browser takes to print is not ours.
      wanted: format === 'pdf' ? null : { of: 'ratio', most: 3 },
    })),
    growth(format, last.ours.ms, first.ours.ms),
    {
      ...{ ...memory, ours: last.ours.peak, beside: floor, theirs: last.theirs.peak },
      wanted: { of: 'ratio', most: 2 },
    },
    {
      ...{ ...memory, ours: last.ours.peak, beside: named(first.entries), theirs: first.ours.peak },
      wanted: { of: 'ratio', most: times },
    },
  ];
}

async function inTurn<From, To>(all: readonly From[], one: (each: From) => Promise<To>) {
  const made: To[] = [];
  for (const each of all) made.push(await one(each));
  return made;
}

/** A release of up to 2,000 entries with 5,000 footnotes, stored and made into each file. */
export async function releaseRows(ground: Ground): Promise<Row[]> {
  const stored = await inTurn(sizes, async ({ entries }) => ({
    entries,
    ...(await timeStoring(ground, entries, 3)),
  }));
  const rows = stored.map(({ entries, ours, alone }): Row => ({
    what: `release of ${named(entries)}`,
    ...{ unit: 'ms', ours, beside: 'its document alone', theirs: alone, wanted: null },
  }));
  rows.push(growth('release', stored.at(-1)?.ours ?? NaN, stored[0]?.ours ?? NaN));
  const { CHROMIUM } = process.env;
  for (const format of releaseFormats.filter((each) => each !== 'pdf' || CHROMIUM !== undefined)) {
    say(`${format}, as it grows.`);
    rows.push(...(await rowsOf(format)));
  }
  return rows;
}
