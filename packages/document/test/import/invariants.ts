import { expect } from 'vitest';

import type { ImportProposal } from '../../src/import/index.ts';

/** White space, and hyphens that show only at the end of a line. */
const SEPARATOR = /^[\s\u00ad]*$/u;

/** Every code point of every source is in one unit or one piece of furniture, or parts two of them. */
export function expectAllAccounted({ sources, sides, furniture }: ImportProposal): void {
  const pieces = [...sides.flatMap(({ units }) => units), ...furniture].flatMap(
    (each) => each.pieces,
  );
  for (const [s, { blocks }] of sources.entries()) {
    for (const [b, block] of blocks.entries()) {
      const characters = [...block.text];
      const taken = new Array<number>(characters.length).fill(0);
      for (const { source, block: at, start, end } of pieces) {
        if (source !== s || at !== b) continue;
        expect(start).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(characters.length);
        for (let i = start; i < end; i += 1) taken[i] = (taken[i] ?? 0) + 1;
      }
      expect(Math.max(0, ...taken)).toBeLessThanOrEqual(1);
      const left = characters.filter((_, i) => taken[i] === 0).join('');
      expect(left).toMatch(SEPARATOR);
    }
  }
}

/** Every unit is in one row; rows keep the order of both sides; ids are unique and below the next. */
export function expectInOrder({ sides, pairs, nextId, furniture, folds }: ImportProposal): void {
  const rows = [pairs.flatMap(({ left }) => left), pairs.flatMap(({ right }) => right)];
  for (const [i, row] of rows.entries()) {
    expect(row).toEqual((sides[i]?.units ?? []).map(({ id }) => id));
  }
  const ids = [...rows.flat(), ...furniture.map(({ id }) => id)];
  expect(new Set(ids).size).toBe(ids.length);
  expect(Math.max(...ids)).toBeLessThan(nextId);
  expect(pairs.every(({ left, right }) => left.length + right.length > 0)).toBe(true);
  const units = new Map(
    sides.flatMap((side) => side.units.map((unit) => [unit.id, unit] as const)),
  );
  for (const unit of units.values()) {
    expect(unit.text).not.toBe('');
    expect(unit.text ?? unit.label).toMatch(unit.label === '' ? /^/u : /^\S/u);
    expect((unit.text ?? '').startsWith(unit.label)).toBe(true);
    expect(unit.kind === 'heading').toBe(unit.depth !== null);
  }
  for (const { unit, start, end, before } of folds) {
    expect([...(units.get(unit)?.text ?? '')].slice(start, end).join('')).toBe(before);
  }
  for (const { units: all } of sides) {
    expect(all[0]?.kind === 'sentence' ? all[0].opens : true).toBe(true);
  }
}

/** Pieces of one side stand in the order of the sources. */
export function expectSourceOrder({ sides }: ImportProposal): void {
  for (const { units } of sides) {
    const places = units.flatMap(({ pieces }) =>
      pieces.map(({ source, block, start }) => source * 1e12 + block * 1e6 + start),
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  }
}

/** A proposal as it comes, all of this true of it. */
export function checked(proposal: ImportProposal): ImportProposal {
  expectAllAccounted(proposal);
  expectInOrder(proposal);
  expectSourceOrder(proposal);
  return proposal;
}
