import type { RevisionView } from '@glossator/contract';
import { expect, test } from 'vitest';
import { changesBetween } from './changes-between.ts';

const revision = (number: number, body: string | null): RevisionView => ({
  number,
  body,
  html: body,
  kind: 'comment',
  tags: [],
  written: '2026-01-31T00:00:00Z',
  seen: ['zh-cac:1.0.0'],
  withdrawn: body === null ? { by: 'author', at: '2026-02-01T00:00:00Z', reason: null } : null,
  current: number === 4,
  abilities: { withdraw: false },
});

test.each([
  ['each comes from the one before', ['d', 'c', 'b', 'a'], [3, 2, 1, null]],
  ['one without words is passed over', ['d', null, 'b', 'a'], [2, null, 1, null]],
  ['also where several are', ['d', null, null, 'a'], [1, null, null, null]],
  [
    'nothing is at hand before the oldest with words',
    ['d', 'c', null, null],
    [3, null, null, null],
  ],
] as const)('%s', (_name, bodies, expected) => {
  const compared = changesBetween(bodies.map((body, n) => revision(4 - n, body)));
  expect(compared.map(({ changes }) => changes?.from ?? null)).toEqual(expected);
});
