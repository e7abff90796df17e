import type { LedgerTermPage, TermLedgerView } from '@glossator/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { termsAt, termsOfWork } from '../src/features/term-ledger/statements.ts';
import { startApp, stopApp, type TestApp } from './support/index.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startApp();
});
afterAll(() => stopApp(site));

const ledgerAt = async (query = '') => {
  const answer = await site.as(null, 'GET', `/api/works/ncss-2016/terms${query}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<TermLedgerView>();
};
const ask = (term: string) =>
  site.as(null, 'GET', `/api/works/ncss-2016/terms/${encodeURIComponent(term)}`);

describe('the ledger', () => {
  test('has every term with its renderings, its drift and its places along the text', async () => {
    const { terms, source, target } = await ledgerAt();
    expect([source.edition, target.edition]).toEqual(['zh-cac', 'en-creemers']);
    expect(terms).toHaveLength(41);
    const coordinate = terms.find(({ term }) => term === '统筹');
    expect(coordinate).toMatchObject({
      note: { commentary: 'ncss-2016-textual-notes', label: 'T79' },
      drift: 1,
      lost: 0,
      unrendered: 0,
    });
    expect(coordinate?.marks.map(({ path, rendering }) => [path, rendering])).toEqual([
      ['2.0.1.1', 0],
      ['2.0.1.1', 1],
      ['3.4.0', 2],
      ['4.7.1.1', 3],
    ]);
    for (const { marks } of terms) {
      const places = marks.map(({ at }) => at);
      expect(places).toEqual(places.toSorted((one, other) => one - other));
    }
  });

  test('of a clause, of a section, of a clause without any', async () => {
    const at = async (address: string) =>
      (await ledgerAt(`?at=${address}`)).terms.map(({ term }) => term);
    expect(await at('3.4.0')).toEqual(['网络', '网络安全', '统筹'].toSorted(byPlace));
    expect((await at('4.6')).length).toBeGreaterThan(5);
    expect(await at('3.4.1.5')).toEqual([]);
  });

  test('of another work is none', async () => {
    for (const path of ['no-such-work/terms', 'ncss-2016/terms/nothing'])
      expect((await site.as(null, 'GET', `/api/works/${path}`)).statusCode).toBe(404);
    expect((await site.as(null, 'GET', '/api/works/ncss-2016/terms?at=x')).statusCode).toBe(400);
  });
});

const order = ['网络', '网络安全', '统筹'];
const byPlace = (one: string, other: string): number => order.indexOf(one) - order.indexOf(other);

test('a term stands with what is around it in both languages, lost places with their gap', async () => {
  const page = (await ask('关键信息基础设施')).json<LedgerTermPage>();
  expect(page.uses).toHaveLength(10);
  expect(page.row).toMatchObject({ lost: 9, renderings: [{ count: 1 }] });
  expect(page.uses.filter(({ gap }) => gap !== null)).toHaveLength(9);
  expect(page.uses.at(-1)).toMatchObject({
    path: '4.9.2.1',
    target: { exact: 'critical information infrastructure', after: ' protection, etc.' },
  });
  const coordinate = (await ask('统筹')).json<LedgerTermPage>();
  expect(coordinate.uses[0]?.target).toMatchObject({ exact: 'comprehensively handle' });
  expect([coordinate.previous, coordinate.next].every((term) => term !== null)).toBe(true);
});

describe('an edition that is not shown', () => {
  test('renders nothing: neither words, nor counts of them, nor gaps', async () => {
    await site.owner.query("update edition set access = 'withheld' where id = 'en-creemers'");
    const body = (await ask('统筹')).body + JSON.stringify(await ledgerAt());
    expect(/comprehensively|law-breaking|"gap":"/u.test(body)).toBe(false);
    const { terms } = await ledgerAt();
    for (const { drift, renderings, lost, unrendered, marks } of terms) {
      expect({ drift, renderings, lost, unrendered }).toEqual({
        drift: null,
        renderings: [],
        lost: 0,
        unrendered: 0,
      });
      expect(marks.every(({ rendering, lost: gone }) => rendering === null && !gone)).toBe(true);
    }
    await site.owner.query("update edition set access = 'public' where id = 'en-creemers'");
  });

  test('has no ledger where its terms are its words', async () => {
    await site.owner.query("update edition set access = 'withheld' where id = 'zh-cac'");
    for (const path of ['terms', `terms/${encodeURIComponent('统筹')}`]) {
      const answer = await site.as(null, 'GET', `/api/works/ncss-2016/${path}`);
      expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([
        403,
        'edition-withheld',
      ]);
    }
    await site.owner.query("update edition set access = 'public' where id = 'zh-cac'");
  });
});

test('is read by its indexes, however many works have one', async () => {
  await site.owner.query('begin');
  await site.owner.query(`
    insert into work (slug, key, abbreviation, titles, issuer, issued, levels, rights,
        shipped, standing)
      select 'w-' || n, 'w-' || n, '', '{}', '{}', now(), '[]', '{}', true, 'public' from generate_series(1, 2000) n;
    insert into term_ledger (work_id, source_version, target_version, commentary)
      select w.id, v.id, v.id, '' from work w, (select min(id) as id from edition_version) v
      where w.slug like 'w-%';
    insert into term (work_id, term, ord, body, uids)
      select w.id, 't' || n, n, '{}', array['s-' || w.id || n] from work w, generate_series(1, 20) n
      where w.slug like 'w-%';
    analyze term; analyze term_ledger`);
  for (const [{ text }, values] of [
    [termsOfWork, [1]],
    [termsAt, [1, ['s-1', 's-2']]],
  ] as const) {
    const { rows } = await site.owner.query(`explain ${text}`, [...values]);
    expect(JSON.stringify(rows)).not.toContain('Seq Scan');
  }
  await site.owner.query('rollback');
});
