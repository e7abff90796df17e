import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReadingView, SearchView, WorkPage } from '@glossator/contract';
import { isOwnSlug, ownSlug } from '../src/features/own-works/name.ts';
import { NameTaken, storeOwnWork } from '../src/features/own-works/store.ts';
import { startApp, stopApp, type Person, type TestApp } from './support/index.ts';
import { bringWork, rareWord, smallWork } from './support/own-work.ts';

let site: TestApp;
let ada: Person;
beforeAll(async () => {
  site = await startApp();
  ada = await site.addPerson({ name: 'Ada' });
});
afterAll(() => stopApp(site));

test('what somebody brings is read, found and listed by them, and cited by its addresses', async () => {
  const work = await bringWork(site, ada);
  const at = `/works/${work.slug}`;
  const reading = await site.as(ada, 'GET', `${at}/reading?at=2.2`);
  expect(reading.statusCode, reading.body).toBe(200);
  const view = reading.json<ReadingView>();
  expect(view.work?.units.length).toBe(12);
  expect(view.work?.editions.map(({ texts }) => texts[work.uid]?.reading)).toEqual([
    '桥下见斑驴者须报。',
    'Whoever finds a quagga under the bridge reports it.',
  ]);
  const found = (await site.as(ada, 'GET', `/search?q=${rareWord}`)).json<SearchView>();
  expect(found.texts.items.map(({ work: slug, address }) => [slug, address])).toEqual([
    [work.slug, '2.2'],
  ]);
  const listed = (await site.as(ada, 'GET', '/works')).json<WorkPage>();
  expect(listed.items.map(({ slug }) => slug)).toContain(work.slug);
  const plain = await site.as(ada, 'GET', `${at}/editions/${work.editions[1] ?? ''}/text`);
  expect(plain.body).toContain('2.2\tWhoever finds a quagga');
  const cited = await site.as(ada, 'GET', `${at}/address?cite=2.2`);
  expect(cited.json()).toEqual({ address: '2.2' });
  const unit = await site.as(ada, 'GET', `/units/${work.uid}`);
  expect(unit.json()).toMatchObject({ work: work.slug, path: '2.2' });
});

test('the same text twice is two works, of which neither tells that there is the other', async () => {
  const first = await bringWork(site, ada);
  const second = await bringWork(site, await site.addPerson({ name: 'Ben' }));
  expect(second.slug).not.toBe(first.slug);
  expect(second.uid).not.toBe(first.uid);
});

test('a taken name stores nothing', async () => {
  const work = smallWork();
  await site.app.transact((db) => storeOwnWork(db, ada.id, work));
  await expect(site.app.transact((db) => storeOwnWork(db, ada.id, work))).rejects.toThrow(
    NameTaken,
  );
  const { rows } = await site.owner.query('select from work where slug = $1', [work.work.slug]);
  expect(rows.length).toBe(1);
});

test('a text that names a clause of another work is not stored', async () => {
  const work = smallWork();
  const [version] = work.versions;
  if (version === undefined) throw new Error('a work without a version');
  const [text, ...others] = version.texts;
  if (text === undefined) throw new Error('a version without a text');
  const versions = [{ ...version, texts: [{ ...text, uid: 's-ck0wd8v6' as const }, ...others] }];
  await expect(
    site.app.transact((db) => storeOwnWork(db, ada.id, { ...work, versions })),
  ).rejects.toThrow();
});

test.each([
  ['Law of Wells (2026)', /^law-of-wells-2026-[0-9a-z]{8}$/u],
  ['数据安全法', /^[0-9a-z]{8}$/u],
  ['x'.repeat(90), /^x{43}-[0-9a-z]{8}$/u],
])('%s is named with what nobody guesses', (wish, pattern) => {
  const slug = ownSlug(wish);
  expect(slug).toMatch(pattern);
  expect(isOwnSlug(slug)).toBe(true);
  expect(ownSlug(wish)).not.toBe(slug);
});

test('a work is stored under such a name alone', async () => {
  const work = smallWork();
  const named = { ...work, work: { ...work.work, slug: 'wells', key: 'wells' } };
  await expect(site.app.transact((db) => storeOwnWork(db, ada.id, named))).rejects.toThrow(
    'ownSlug',
  );
});
