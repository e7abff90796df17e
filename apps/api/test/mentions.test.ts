import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  member,
  password,
  replyTo,
  rootOf,
  seen,
  startApp,
  startThread,
  stopApp,
  type Person,
  type TestApp,
} from './support/index.ts';

let site: TestApp;
let ada: Person;
let bob: Person;
let cem: Person;

beforeAll(async () => {
  site = await startApp();
  ada = await site.addPerson({ name: 'Ada' });
  bob = await site.addPerson({ name: 'Bob' });
  cem = await site.addPerson({ name: '李伟' });
});
afterAll(() => stopApp(site));

async function calledBy(note: string): Promise<string[]> {
  const { rows } = await site.owner.query<{ name: string }>(
    'select p.name from mention m join person p on p.id = m.person_id where annotation_id = $1 order by p.name',
    [note],
  );
  return rows.map(({ name }) => name);
}

test('a note calls the people it names, in either case, and nobody else', async () => {
  const body = `@${bob.handle.toUpperCase()} and @${cem.handle}, @nobody, \`@${cem.handle}\`, and myself, @${ada.handle}`;
  expect(await calledBy(rootOf(await startThread(site, ada, '4.3', { body })).id)).toEqual([
    'Bob',
    '李伟',
  ]);
});

test('an answer calls, an edit calls anew, and a copy calls as its source does', async () => {
  const root = rootOf(await startThread(site, ada, '4.3.1.2'));
  const answer = await replyTo(site, bob, root.id, `Ask @${ada.handle}`);
  expect(await calledBy(answer.id)).toEqual(['Ada']);
  const edited = await site.as(bob, 'PUT', `/annotations/${answer.id}`, {
    body: `Ask @${cem.handle} instead`,
    version: 1,
    seen,
  });
  expect(edited.statusCode).toBe(200);
  expect(await calledBy(answer.id)).toEqual(['李伟']);
  const stale = await site.as(bob, 'PUT', `/annotations/${answer.id}`, {
    body: `@${ada.handle}`,
    version: 1,
    seen,
  });
  expect(stale.statusCode).toBe(409);
  expect(await calledBy(answer.id)).toEqual(['李伟']);
  const copied = await site.as(bob, 'POST', `/annotations/${answer.id}/copies`, {
    layer: 'notebook',
    key: randomUUID(),
  });
  expect(await calledBy(rootOf(copied.json()).id)).toEqual(['李伟']);
});

test('who has left is called by nobody, and calls nobody', async () => {
  const dora = await member(site, 'dora@example.org', 'Dora');
  const calls = rootOf(await startThread(site, ada, '4.1', { body: `@${dora.handle}` }));
  const called = rootOf(await startThread(site, dora, '4.1', { body: `@${ada.handle}` }));
  expect(await calledBy(calls.id)).toEqual(['Dora']);
  expect(await calledBy(called.id)).toEqual(['Ada']);
  const left = await site.as(dora, 'DELETE', '/account', { password, writing: 'remove' });
  expect(left.statusCode).toBe(200);
  expect(await calledBy(calls.id)).toEqual([]);
  expect(await calledBy(called.id)).toEqual([]);
  const again = await startThread(site, ada, '4.1', { body: `@${dora.handle}` });
  expect(await calledBy(rootOf(again).id)).toEqual([]);
});
