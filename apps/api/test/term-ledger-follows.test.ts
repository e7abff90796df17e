import type { LedgerTermPage, TermLedgerView, TextEditing } from '@glossator/contract';
import { beforeEach, expect, test } from 'vitest';
import { ownApp, threadForm, type Person, type TestApp } from './support/index.ts';

/* The ledger ships for 1.0.0 of both editions; what becomes of it when a later version is released. */

let site: TestApp;
let eve: Person;
beforeEach(async () => {
  site = await ownApp();
  eve = await site.addPerson({ name: 'Eve', textEditor: true });
});

const correct = (path: string, before: string, after: string) => ({
  ...{ kind: 'correct', path, before, after, settles: [], note: { en: 'A slip.' } },
  ...{ cause: 'transcriber', certainty: 'high', evidence: [{ en: 'The Chinese says so.' }] },
});

async function release(number: string, changes: object[], edition = 'en-creemers'): Promise<void> {
  const draft = await site.as(eve, 'POST', `/editions/${edition}/text-drafts`);
  const { id } = draft.json<{ id: string }>();
  const form = { version: 1, changes, change: 'What is new.' };
  const put = await site.as(eve, 'PUT', `/text-drafts/${id}`, form);
  expect(put.statusCode, put.body).toBeLessThan(300);
  const made = await site.as(eve, 'POST', `/text-drafts/${id}/release`, { number, version: 2 });
  expect(made.statusCode, made.body).toBe(201);
}
const ledger = async () =>
  (await site.as(null, 'GET', '/api/works/ncss-2016/terms')).json<TermLedgerView>();
const pageOf = async (term: string) =>
  (
    await site.as(null, 'GET', `/api/works/ncss-2016/terms/${encodeURIComponent(term)}`)
  ).json<LedgerTermPage>();

const termsAt = async (at: string): Promise<string[]> => {
  const answer = await site.as(null, 'GET', `/api/works/ncss-2016/terms?at=${at}`);
  return answer.json<TermLedgerView>().terms.map(({ term }) => term);
};
const textOf = async (at: string, edition: string): Promise<string> => {
  const url = `/api/works/ncss-2016/forms/txt?at=${at}&edition=${edition}`;
  return (await site.as(null, 'GET', url)).body.trim().split('\t')[1] ?? '';
};
/** The clauses that stand in the place of one, by address. */
async function successorsOf(path: string): Promise<string[]> {
  const { rows } = await site.owner.query<{ path: string }>(
    `select u.path from unit_alias a join unit u on u.uid = any(a.successors)
     where a.path = $1 order by u.ord`,
    [path],
  );
  return rows.map((row) => row.path);
}

test('terms are listed where a split, a merge and a move have put their words', async () => {
  const [split, first, second, moved] = ['2.0.1.1', '1.1.5.2', '1.1.5.3', '4.7.1.1'];
  const before = new Map<string, string[]>();
  for (const at of [split, first, second, moved]) before.set(at, await termsAt(at));
  expect(before.get(split)).toContain('统筹');
  const chinese = await textOf(split, 'zh-cac');
  const english = await textOf(split, 'en-creemers');
  const cut = chinese.indexOf('，', chinese.length / 2) + 1;
  const space = english.indexOf(' ', english.length / 2);
  const parts = {
    'zh-cac': [chinese.slice(0, cut), chinese.slice(cut)],
    'en-creemers': [english.slice(0, space), english.slice(space + 1)],
  };
  const note = { en: 'As it is printed.' };
  await release('1.1.0', [
    { kind: 'split', path: split, parts, note },
    { kind: 'merge', paths: [first, second], note },
    { kind: 'move', path: moved, after: '1.1.4.1', note },
  ]);

  const born = await successorsOf(split);
  expect(born).toHaveLength(2);
  const now = await Promise.all(born.map(termsAt));
  for (const [n, terms] of now.entries()) {
    expect(terms).not.toEqual([]);
    for (const term of terms) expect(parts['zh-cac'][n]).toContain(term);
  }
  expect(new Set(now.flat())).toEqual(new Set(before.get(split)));

  const [merged = ''] = await successorsOf(first);
  expect(new Set(await termsAt(merged))).toEqual(
    new Set([...(before.get(first) ?? []), ...(before.get(second) ?? [])]),
  );
  expect(await termsAt('1.1.4.1x1')).toEqual(before.get(moved));
  expect(await termsAt('4.7.1')).not.toContain('统筹');

  // What is said of a term is said where it stands.
  const seen = ['zh-cac:1.1.0', 'en-creemers:1.1.0'];
  for (const [n, at] of born.entries()) {
    const said = await site.as(eve, 'POST', '/api/threads', {
      ...threadForm(at, { pointing: { kind: 'term', term: '统筹' } }),
      seen,
    });
    const stands = parts['zh-cac'][n]?.includes('统筹') === true;
    expect(said.statusCode, said.body).toBe(stands ? 201 : 422);
  }
});

test('a term whose words were corrected away is not listed at its clause any more', async () => {
  expect(await termsAt('3.4.0')).toContain('统筹');
  const text = await textOf('3.4.0', 'zh-cac');
  await release('1.0.1', [correct('3.4.0', '统筹', '兼顾')], 'zh-cac');
  expect(await textOf('3.4.0', 'zh-cac')).toBe(text.replace('统筹', '兼顾'));
  expect(await termsAt('3.4.0')).not.toContain('统筹');
  expect(await termsAt('4.7.1.1')).toContain('统筹');
});

test('words that stand are followed, words that were corrected are told as they were', async () => {
  const before = await pageOf('统筹');
  await release('1.0.1', [correct('2.0.1.1', 'comprehensively handle', 'coordinate')]);
  const { row, uses, target } = await pageOf('统筹');
  expect([target.made, target.version]).toEqual(['1.0.0', '1.0.1']);
  expect(uses.map(({ path, changed, target: words }) => [path, changed, words?.exact])).toEqual(
    before.uses.map(({ path, target: words }, n) => [path, n === 0, words?.exact]),
  );
  expect(uses[0]).toMatchObject({ targetStands: false, sourceStands: true, rendering: null });
  // What stands further on in the same clause is found where it stands now.
  expect(uses[1]?.target?.before).toContain('coordinate');
  expect(row).toMatchObject({ changed: 1, lost: 0, unrendered: 0 });
  expect(row.renderings.map(({ rendering }) => rendering)).not.toContain('comprehensively handle');
  expect(row.renderings).toHaveLength(before.row.renderings.length - 1);
  const all = await ledger();
  expect(all.terms.find(({ term }) => term === '统筹')?.changed).toBe(1);
  expect(all.terms.find(({ term }) => term === '网络安全')).toMatchObject({ changed: 0 });
});

test('the corrections that ship change no row', async () => {
  const { terms } = await ledger();
  const editing = (await site.as(eve, 'GET', '/text-editing')).json<TextEditing>();
  const proposal = editing.editions.find(({ id }) => id === 'en-creemers')?.proposals[0];
  const url = `/text-proposals/en-creemers/1.0.1/${proposal?.sha256 ?? ''}/release`;
  const made = await site.as(eve, 'POST', url, { number: '1.0.1' });
  expect(made.statusCode, made.body).toBe(201);
  const now = await ledger();
  expect([now.target.made, now.target.version]).toEqual(['1.0.0', '1.0.1']);
  for (const { term, renderings, drift, changed } of now.terms) {
    const was = terms.find((each) => each.term === term);
    expect({ term, renderings, drift, changed }).toEqual({
      ...{ term, renderings: was?.renderings, drift: was?.drift, changed: 0 },
    });
  }
});

test('of an edition that is not shown it is not told either what changed', async () => {
  await release('1.0.1', [correct('2.0.1.1', 'comprehensively handle', 'coordinate')]);
  await site.owner.query("update edition set access = 'withheld' where id = 'en-creemers'");
  const { row, uses } = await pageOf('统筹');
  expect(row).toMatchObject({ changed: 0, lost: 0, unrendered: 0, renderings: [], drift: null });
  expect(
    uses.every(({ changed, targetStands, target }) => !changed && targetStands && target === null),
  ).toBe(true);
});
