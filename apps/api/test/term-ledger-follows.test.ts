import type { LedgerTermPage, TermLedgerView, TextEditing } from '@glossator/contract';
import { beforeEach, expect, test } from 'vitest';
import { ownApp, type Person, type TestApp } from './support/index.ts';

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
