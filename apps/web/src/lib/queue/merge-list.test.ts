import type { CasePage, CaseView } from '@glossator/contract';
import { expect, test } from 'vitest';
import { mergeList } from './merge-list.ts';

const it = (id: string, more: Partial<CaseView> = {}) =>
  ({ id, state: 'open', ...more }) as CaseView;
const page = (...items: CaseView[]) => ({ items, next: null }) as unknown as CasePage;

test('a list that was not asked again is as it was', () => {
  expect(mergeList([it('a')], null)).toEqual({ cases: [{ it: it('a'), over: false }], fresh: 0 });
});

test('what is decided keeps its place; what has come is counted, not shown', () => {
  const { cases, fresh } = mergeList([it('a'), it('b')], page(it('c'), it('b'), it('d')));
  expect(cases.map((each) => [each.it.id, each.over])).toEqual([
    ['a', true],
    ['b', false],
  ]);
  expect(fresh).toBe(2);
});

test('a case that somebody looks at now says so', () => {
  const claim = { by: { id: 'm', name: 'Mo', handle: 'mo' }, until: '', mine: false };
  const { cases } = mergeList([it('a')], page(it('a', { claim })));
  expect(cases[0]?.it.claim).toEqual(claim);
});

test('what stands behind the end of a page that was asked again is not taken for decided', () => {
  const waits = (id: string, opened: string) => it(id, { priority: 10, opened });
  const now = { ...page(waits('n', '2026-01-02')), next: 'more' };
  const { cases } = mergeList([waits('a', '2026-01-01'), waits('b', '2026-01-03')], now);
  expect(cases.map(({ over }) => over)).toEqual([true, false]);
});
