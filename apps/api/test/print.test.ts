import type { PrintView } from '@glossator/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusal, startApp, stopApp, type Person, type TestApp } from './support/index.ts';
import { replyTo, rootOf, startThread } from './support/notes.ts';

let site: TestApp;
let ada: Person;
let bob: Person;
beforeAll(async () => {
  site = await startApp();
  ada = await site.addPerson();
  bob = await site.addPerson();
});
afterAll(() => stopApp(site));

const print = async (who: Person | null, query: string): Promise<PrintView> =>
  (await site.as(who, 'GET', `/works/ncss-2016/print${query}`)).json();

test('notes are printed for whoever sees them, those that were asked for and no others', async () => {
  const secret = await startThread(site, ada, '4.3.1.2', { body: 'Mine alone', layer: 'notebook' });
  const open = rootOf(await startThread(site, ada, '4.3.1.3', { body: 'For **all**' }));
  await replyTo(site, bob, open.id, 'An answer');
  const asked = '?at=4.3&notes=mine&notes=public&notes=class';
  const bodies = async (who: Person | null, query: string) =>
    (await print(who, query)).notes.map(({ html, depth }) => [html.trim(), depth]);
  const all = [
    ['<p>For <strong>all</strong></p>', 0],
    ['<p>An answer</p>', 1],
  ];
  expect(secret).toBeDefined();
  expect(await bodies(ada, asked)).toEqual([['<p>Mine alone</p>', 0], ...all]);
  expect(await bodies(bob, asked)).toEqual(all);
  expect(await bodies(null, asked)).toEqual(all);
  expect(await bodies(ada, '?at=4.3&notes=mine')).toEqual([['<p>Mine alone</p>', 0]]);
  expect(await bodies(ada, '?at=4.3')).toEqual([]);
  expect(await bodies(ada, '?at=4.5&notes=public')).toEqual([]);
});

test('a part of the text is printed with what fills its gaps beside it, and a place that is not is refused', async () => {
  const { work, focus, more } = await print(null, '?at=4.3.1');
  expect(focus.segments).toHaveLength(3);
  expect(work.editions.map(({ id }) => id)).toEqual(['zh-cac', 'en-creemers']);
  expect(work.supplements.map(({ id, signedBy }) => [id, signedBy])).toEqual([
    ['en-glossator', null],
  ]);
  expect(more).toBe(false);
  const refused = async (query: string) =>
    refusal(await site.as(null, 'GET', `/works/ncss-2016/print${query}`));
  expect(await refused('?at=9.9')).toEqual([404, 'not-found']);
  expect((await refused('?notes=others'))[0]).toBe(400);
  expect(await refused('?pins=none:1.0.0')).toEqual([422, 'version-unknown']);
});
