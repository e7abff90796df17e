import { proposeImport, type Source } from '@glossator/document/import';
import { median } from '../median.ts';
import type { Row } from '../report.ts';
import { longText, sourcesOf } from './long-text.ts';

const WORDS = 200_000;
const FEWER = 50_000;
const ROUNDS = 5;

/** What reading alone takes: each block parted at full stops, nothing told apart and nothing paired. */
function splitAtStops(sources: readonly Source[]): number {
  return sources.reduce(
    (all, { blocks }) =>
      blocks.reduce((sum, { text }) => sum + text.split(/(?<=[.。])/u).length, all),
    0,
  );
}

function propose(sources: readonly Source[]): void {
  const proposed = proposeImport(sources);
  if (!proposed.ok) throw new Error(`nothing was proposed: ${proposed.reason}`);
}

/** Milliseconds of a processor: what else the machine does at the time does not count. */
function timed(work: () => void): number {
  const begun = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}

/** The long one, a shorter one and the floor, by turns. */
function measure(isNumbered: boolean): readonly Row[] {
  const long = sourcesOf(longText(WORDS, isNumbered));
  const short = sourcesOf(longText(FEWER, isNumbered));
  propose(short);
  const rounds = Array.from({ length: ROUNDS }, () => ({
    long: timed(() => {
      propose(long);
    }),
    short: timed(() => {
      propose(short);
    }),
    floor: timed(() => {
      splitAtStops(long);
    }),
  }));
  const of = (name: 'long' | 'short' | 'floor'): number =>
    median(rounds.map((round) => round[name]));
  const what = `200,000 words and their Chinese, ${isNumbered ? 'articles' : 'no numbers'}`;
  return [
    {
      what: `${what}, proposed`,
      unit: 'ms',
      ours: of('long'),
      beside: 'split at stops',
      theirs: of('floor'),
      wanted: { of: 'ours', most: 5_000 },
    },
    {
      what,
      unit: 'ms',
      ours: of('long'),
      beside: 'four times 50,000',
      theirs: 4 * of('short'),
      wanted: { of: 'ratio', most: 1.5 },
    },
  ];
}

export const importRows = (): Promise<Row[]> =>
  Promise.resolve([...measure(true), ...measure(false)]);
