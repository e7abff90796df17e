import type { CaseView } from '@glossator/contract';
import { expect, test } from 'vitest';
import { chosenParts, shorten } from './chosen-rows.ts';

const it = (id: string, body: string, key?: string) =>
  ({ id, note: { body }, group: key === undefined ? null : { key, size: 9 } }) as CaseView;

test('near texts stand together and are compared with their first; one alone stands for itself', () => {
  const parts = chosenParts([
    it('a', 'alone'),
    it('b', 'strike the clause', 'g'),
    it('c', 'of another group', 'h'),
    it('d', 'keep the clause', 'g'),
  ]);
  expect(parts.map(({ group, rows }) => [group, rows.map((row) => row.it.id)])).toEqual([
    ['g', ['b', 'd']],
    [null, ['a', 'c']],
  ]);
  expect(parts[0]?.rows.map(({ changes }) => changes)).toEqual([
    null,
    [
      { kind: 'removed', text: 'strike' },
      { kind: 'added', text: 'keep' },
      { kind: 'same', text: ' the clause' },
    ],
  ]);
});

test('of a long same only what stands beside a difference is left', () => {
  const same = 'a'.repeat(60) + 'b'.repeat(60) + 'c'.repeat(60);
  const short = shorten([
    { kind: 'same', text: same },
    { kind: 'added', text: 'x' },
    { kind: 'same', text: same },
  ]);
  expect(short.map(({ text }) => text)).toEqual([
    ` … ${'c'.repeat(40)}`,
    'x',
    `${'a'.repeat(40)} … `,
  ]);
});
