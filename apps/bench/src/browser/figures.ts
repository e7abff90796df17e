import { median } from '../median.ts';
import type { Row, Wanted } from '../report.ts';

/** What was measured, by name and number of notes. */
export class Figures {
  readonly #values = new Map<string, number[]>();

  add(name: string, notes: number, value: number): void {
    const key = `${name} ${String(notes)}`;
    this.#values.set(key, [...(this.#values.get(key) ?? []), value]);
  }

  of(name: string, notes: number): number {
    return median(this.#values.get(`${name} ${String(notes)}`) ?? []);
  }
}

const peers = { bare: 'bare highlight', recogito: 'Recogito' } as const;
const most = 1.5;
/** Milliseconds: longer tasks are felt. */
const felt = 50;

export function rowsOf(figures: Figures, sizes: readonly [number, number, number]): Row[] {
  const [none, some, many] = sizes;
  const beside = (
    what: string,
    name: string,
    unit: Row['unit'],
    against: readonly (keyof typeof peers)[],
    wanted: (notes: number, peer: keyof typeof peers) => Wanted | null,
  ): Row[] =>
    [some, many].flatMap((notes) =>
      against.map((peer): Row => ({
        what: `${what}, ${String(notes)} notes`,
        unit,
        ours: figures.of(`${name} ours`, notes),
        beside: peers[peer],
        theirs: figures.of(`${name} ${peer}`, notes),
        wanted: wanted(notes, peer),
      })),
    );
  const ratio = (notes: number, peer: string): Wanted | null =>
    notes === many && peer === 'bare' ? { of: 'ratio', most } : null;
  const both = ['bare', 'recogito'] as const;
  // What a page of ours holds without any note is not what notes cost.
  const ownMemory = (notes: number): number =>
    figures.of('memory ours', notes) - figures.of('memory ours', none);

  return [
    {
      what: `first paint of the reader, ${String(some)} notes`,
      unit: 'ms',
      ours: figures.of('paint', some),
      beside: 'without notes',
      theirs: figures.of('paint', none),
      wanted: { of: 'ratio', most: 1.2 },
    },
    ...beside('notes there to marks drawn', 'drawn', 'ms', both, ratio),
    ...beside('40 scroll steps, work', 'work away', 'ms', both, ratio),
    ...beside('40 scroll steps, mouse over the text, work', 'work mouse', 'ms', both, ratio),
    ...beside('40 scroll steps, longest task', 'longest away', 'ms', both, (_notes, peer) =>
      peer === 'bare' ? { of: 'ours', most: felt } : null,
    ),
    ...beside(
      '40 scroll steps, mouse over the text, longest task',
      'longest mouse',
      'ms',
      both,
      (_notes, peer) => (peer === 'bare' ? { of: 'ours', most: felt } : null),
    ),
    ...beside('memory of notes', 'memory', 'MB', both, ratio).map((row) => ({
      ...row,
      ours: ownMemory(row.what.includes(String(many)) ? many : some),
    })),
    ...beside('press on marked words to thread', 'press', 'ms', ['recogito'], () => null),
  ];
}
