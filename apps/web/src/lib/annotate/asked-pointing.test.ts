import { expect, it } from 'vitest';
import { askedPointing } from './asked-pointing.ts';

const note = '01890a5d-ac96-774b-bcce-b302099a8057';

it.each([
  ['', undefined],
  ['note=1', undefined],
  ['entry=', null],
  ['entry=zh-cac:G12', { kind: 'entry', edition: 'zh-cac', number: 'G12' }],
  ['entry=zh-cac:g1', null],
  ['entry=zh-cac:G1:G2', null],
  ['entry=<script>', null],
  [`about=${note}`, { kind: 'note', annotation: note }],
  [`about=${note}&entry=zh-cac:G1`, { kind: 'note', annotation: note }],
  ['about=mine', null],
  ['term=统筹', { kind: 'term', term: '统筹' }],
  ['term=', null],
  [`term=${'统'.repeat(65)}`, null],
  ['part=notes@1.0/T12', { kind: 'part', slug: 'notes', number: '1.0', label: 'T12' }],
  ['part=notes/T12', null],
  ['part=notes@1.0/', null],
  ['part=notes@1.0/<b>', null],
])('%s asks for %j', (query, pointing) => {
  expect(askedPointing(new URLSearchParams(query))).toEqual(pointing);
});
