import type { CasePage, PersonDecisions } from '@glossator/contract';
import { expect, test } from 'vitest';
import {
  give,
  ownApp,
  refusal,
  rootOf,
  seen,
  startThread,
  type Person,
  type TestApp,
} from './support/index.ts';

/** A site whose works hold everybody. */
async function holding() {
  const site = await ownApp();
  await site.owner.query("update hold_rule set mode = 'hold-all'");
  const keeper = await site.addPerson({ name: 'Keeper', administrator: true });
  const author = await site.addPerson({ name: 'Author' });
  return { site, keeper, author };
}

async function decideAll(site: TestApp, who: Person, decision: object): Promise<void> {
  const { items } = (await site.as(who, 'GET', '/moderation/cases')).json<CasePage>();
  expect(items.length).toBeGreaterThan(0);
  for (const { id, version, note } of items) {
    const bound = { version, revision: note.revision, proposal: note.proposal };
    const url = `/moderation/cases/${id}/decision`;
    const answer = await site.as(who, 'POST', url, { ...bound, ...decision });
    expect(answer.statusCode, answer.body).toBe(200);
  }
}

const refuse = { action: 'refuse', reason: 'spam', words: 'It advertises.' };
const decided = async (site: TestApp, who: Person, { id }: Person) =>
  (await site.as(who, 'GET', `/moderation/people/${id}/decisions`)).json<PersonDecisions>();

test('the record counts how notes were decided on, in the works the asker moderates', async () => {
  const { site, keeper, author } = await holding();
  await startThread(site, author, '4.3.1.2');
  await startThread(site, author, '4.3.1.3');
  await decideAll(site, keeper, { action: 'approve' });
  await startThread(site, author, '4.1.1.1');
  await decideAll(site, keeper, refuse);
  const counted = { approved: 2, returned: 0, refused: 1, flagged: 0 };
  expect(await decided(site, keeper, author)).toEqual(counted);
  const here = await site.addPerson({ name: 'Here', moderates: 'ncss-2016' });
  expect(await decided(site, here, author)).toEqual(counted);
  await site.owner.query(
    `insert into work (slug, key, abbreviation, titles, issuer, issued, levels, rights, shipped, standing)
     select 'other', 'other', 'O', titles, issuer, issued, levels, rights, true, 'public' from work limit 1`,
  );
  const elsewhere = await site.addPerson({ name: 'Elsewhere', moderates: 'other' });
  const none = { approved: 0, returned: 0, refused: 0, flagged: 0 };
  expect(await decided(site, elsewhere, author)).toEqual(none);
  const [note] = (await site.as(author, 'GET', '/works/ncss-2016/threads?at=4.3.1.2')).json<{
    items: { annotations: { id: string }[] }[];
  }>().items;
  const hide = `/annotations/${note?.annotations[0]?.id ?? ''}/hide`;
  await site.as(keeper, 'POST', hide, { code: 'unlawful', reason: 'Unlawful' });
  const record = async (who: Person) =>
    (await site.as(who, 'GET', `/moderation/people/${author.id}`)).json<{ notes: object }>().notes;
  expect(await record(here)).toEqual({ published: 1, hidden: 1 });
  expect(await record(elsewhere)).toEqual({ published: 1, hidden: 0 });
});

test('a muted author’s note that waits is not sent in again, is taken back, and is decided on as before', async () => {
  const { site, keeper, author } = await holding();
  const first = rootOf(await startThread(site, author, '4.3.1.2'));
  const second = rootOf(await startThread(site, author, '4.3.1.3'));
  await give(site, keeper, author);
  const edit = { body: 'Other words', version: 1, seen };
  expect(refusal(await site.as(author, 'PUT', `/annotations/${first.id}`, edit))).toEqual([
    403,
    'muted',
  ]);
  expect((await site.as(author, 'DELETE', `/annotations/${second.id}`)).statusCode).toBe(200);
  await decideAll(site, keeper, { action: 'approve' });
  const read = await site.as(null, 'GET', `/annotations/${first.id}`);
  expect(read.json()).toMatchObject({ state: 'published', body: 'On 4.3.1.2' });
});
