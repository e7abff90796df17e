import type { CasePage } from '@glossator/contract';
import { expect, test } from 'vitest';
import {
  annotation,
  annotationType,
  container,
  ownApp,
  programOf,
  replyTo,
  type Json,
  type Person,
  type TestApp,
} from './support/index.ts';

/* What becomes of what a program writes where a moderator reads it first; decision 0031. */

async function held(mode = 'hold-all') {
  const site = await ownApp();
  await site.owner.query('update hold_rule set mode = $1', [mode]);
  const ada = await site.addPerson({ name: 'Ada' });
  const ben = await site.addPerson({ name: 'Ben' });
  const keeper = await site.addPerson({ name: 'Keeper', administrator: true });
  return {
    site,
    keeper,
    ada,
    ben,
    mine: await programOf(site, ada),
    others: [await programOf(site, ben), await programOf(site, keeper)],
  };
}

async function approve(site: TestApp, keeper: Person): Promise<void> {
  const { items } = (await site.as(keeper, 'GET', '/moderation/cases')).json<CasePage>();
  const [it] = items;
  if (it === undefined) throw new Error('no case');
  const form = {
    version: it.version,
    revision: it.note.revision,
    proposal: it.note.proposal,
    action: 'approve',
  };
  const answer = await site.as(keeper, 'POST', `/moderation/cases/${it.id}/decision`, form);
  expect(answer.statusCode, answer.body).toBe(200);
}

const titled = (value: string): Json => annotation({ body: { type: 'TextualBody', value } });
const headers = (etag: unknown = '*') => ({
  'content-type': annotationType,
  'if-match': String(etag),
});
const idOf = (url: string): string => url.slice(url.lastIndexOf('/') + 1);

test('a note that waits is made, and is there for its author’s programs alone', async () => {
  const { site, keeper, ben, mine, others } = await held();
  const made = await mine.ask(container, {
    method: 'POST',
    payload: JSON.stringify(titled('Xyzzy')),
    headers: { 'content-type': annotationType },
  });
  expect(made.statusCode, made.body).toBe(201);
  const iri = String(made.headers.location);
  expect(made.json<Json>()).toMatchObject({ id: iri });
  const read = await mine.ask(iri);
  expect([read.statusCode, read.body]).toEqual([200, made.body]);
  expect(read.headers.allow).toContain('PUT');
  for (const other of others) expect((await other.ask(iri)).statusCode).toBe(404);
  expect(
    (await site.app.inject({ url: iri.replace('http://localhost:3000', '') })).statusCode,
  ).toBe(404);
  for (const who of [mine, ...others]) {
    const all = await who.ask(container);
    expect(all.json<Json>()['total']).toBe(0);
    expect(all.body).not.toContain('Xyzzy');
  }
  expect((await site.as(ben, 'GET', `/annotations/${idOf(iri)}`)).statusCode).toBe(404);
  const put = await mine.ask(iri, {
    method: 'PUT',
    payload: JSON.stringify({
      ...read.json<Json>(),
      body: { type: 'TextualBody', value: 'Mended' },
    }),
    headers: headers(read.headers.etag),
  });
  expect(put.statusCode, put.body).toBe(200);
  await approve(site, keeper);
  expect((await others[0]?.ask(iri))?.body).toContain('Mended');
  expect((await mine.ask(container)).json<Json>()['total']).toBe(1);
});

test('one that waits is taken away: gone for its author, never there for others', async () => {
  const { mine, others } = await held();
  const made = await mine.ask(container, {
    method: 'POST',
    payload: JSON.stringify(titled('Xyzzy')),
    headers: { 'content-type': annotationType },
  });
  const iri = String(made.headers.location);
  const gone = await mine.ask(iri, {
    method: 'DELETE',
    headers: { 'if-match': String(made.headers.etag) },
  });
  expect(gone.statusCode).toBe(204);
  expect((await mine.ask(iri)).statusCode).toBe(410);
  for (const other of others) expect((await other.ask(iri)).statusCode).toBe(404);
});

test('an edit of a public note that waits is accepted, and what stands is told', async () => {
  const { site, keeper, mine, others } = await held('publish');
  const made = await mine.ask(container, {
    method: 'POST',
    payload: JSON.stringify(titled('Approved words')),
    headers: { 'content-type': annotationType },
  });
  const iri = String(made.headers.location);
  await site.owner.query("update hold_rule set mode = 'hold-all'");
  const replace = async (value: string) =>
    mine.ask(iri, {
      method: 'PUT',
      payload: JSON.stringify({ ...made.json<Json>(), body: { type: 'TextualBody', value } }),
      headers: headers(made.headers.etag),
    });
  for (const words of ['Quite other words, the first time', 'Xyzzy, written anew while it waits']) {
    const put = await replace(words);
    expect(put.statusCode, put.body).toBe(202);
    expect(put.headers['content-location']).toBe(iri);
    expect(put.headers.etag).toBeUndefined();
    expect(put.body).toBe(made.body);
  }
  expect((await mine.ask(iri)).headers.etag).toBe(made.headers.etag);
  for (const other of others) expect((await other.ask(iri)).body).not.toContain('Xyzzy');
  await approve(site, keeper);
  expect((await others[0]?.ask(iri))?.body).toContain('Xyzzy');
});

test('an answer that waits is its author’s programs’ alone too', async () => {
  const { site, ada, ben, mine, others } = await held('publish');
  const root = await mine.ask(container, {
    method: 'POST',
    payload: JSON.stringify(titled('Asked')),
    headers: { 'content-type': annotationType },
  });
  await site.owner.query("update hold_rule set mode = 'hold-all'");
  const answer = await replyTo(site, ben, idOf(String(root.headers.location)), 'Xyzzy');
  const iri = `${container}${answer.id}`;
  expect((await others[0]?.ask(iri))?.statusCode).toBe(200);
  expect((await others[1]?.ask(iri))?.statusCode).toBe(404);
  expect((await mine.ask(iri)).statusCode).toBe(404);
  expect((await site.as(ada, 'GET', `/annotations/${answer.id}`)).statusCode).toBe(404);
});
