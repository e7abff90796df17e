import { limits, type DraftSaved, type DraftView } from '@glossator/contract';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { refusal, startApp, stopApp, type Person, type TestApp } from './support/index.ts';

let site: TestApp;
let ada: Person;
let number = 0;
let place: string;

beforeAll(async () => {
  site = await startApp();
  ada = await site.addPerson({ name: 'Ada' });
});
afterAll(() => stopApp(site));
beforeEach(() => {
  number += 1;
  place = `new:ncss-2016:4.${String(number)}`;
});

async function save(body: string, more: Record<string, unknown> = {}): Promise<DraftSaved> {
  const answer = await site.as(ada, 'PUT', `/drafts/${place}`, { body, layer: 'public', ...more });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}
const drop = (choice: Record<string, string>) =>
  site.as(ada, 'DELETE', `/drafts/${place}?${new URLSearchParams(choice).toString()}`);

async function kept(): Promise<string[]> {
  const { items } = (await site.as(ada, 'GET', '/drafts')).json<{ items: DraftView[] }>();
  return items
    .filter((each) => each.place === place)
    .map(({ body }) => body)
    .sort();
}

test('what two devices write stands side by side; neither is written over', async () => {
  const [desk, phone] = [randomUUID(), randomUUID()];
  await save('At the desk', { writer: desk });
  const second = await save('On the phone', { writer: phone });
  expect(second.others.map(({ body }) => body)).toEqual(['At the desk']);
  const third = await save('At the desk, later', { writer: desk });
  expect(third.others.map(({ body }) => body)).toEqual(['On the phone']);
  expect(await kept()).toEqual(['At the desk, later', 'On the phone']);
  const page = await site.as(
    ada,
    'GET',
    `/works/ncss-2016/reading?at=${place.split(':')[2] ?? ''}`,
  );
  expect(page.json<{ drafts: DraftView[] }>().drafts.map(({ body }) => body)).toEqual([
    'At the desk, later',
    'On the phone',
  ]);
});

test('whoever goes on from a version takes its place, but not that of a later one', async () => {
  const [desk, phone] = [randomUUID(), randomUUID()];
  const begun = await save('Begun', { writer: desk });
  await save('Begun, gone on', { writer: phone, over: begun.version });
  expect(await kept()).toEqual(['Begun, gone on']);
  const again = await save('Anew at the desk', { writer: desk });
  await save('Still at the desk', { writer: desk });
  await save('From the phone', { writer: randomUUID(), over: again.version });
  expect(await kept()).toEqual(['Begun, gone on', 'From the phone', 'Still at the desk']);
});

test('kind, tags, layer and what is pointed at come back, and which browser it was', async () => {
  const pointing = {
    kind: 'words',
    edition: 'zh-cac',
    version: '1.0.0',
    words: '网络安全',
  };
  const marks = { layer: 'notebook', kind: 'question', tags: 'law, 主权', pointing };
  expect(await save('Half', marks)).toMatchObject({ ...marks, body: 'Half', others: [] });
});

test('an edit says which version of the note it was begun from', async () => {
  expect(await save('New')).toMatchObject({ begun: 0 });
  expect(await save('An edit', { begun: 3 })).toMatchObject({ begun: 3 });
  const { items } = (await site.as(ada, 'GET', '/drafts')).json<{ items: DraftView[] }>();
  expect(items.find((each) => each.place === place)?.begun).toBe(3);
});

test('one version goes alone, by its writer or its number; without a choice all go', async () => {
  const [desk, phone] = [randomUUID(), randomUUID()];
  await save('One', { writer: desk });
  const { version } = await save('Two', { writer: phone });
  await save('Three', { writer: randomUUID() });
  expect((await drop({ writer: desk })).statusCode).toBe(200);
  expect(await kept()).toEqual(['Three', 'Two']);
  await drop({ version });
  expect(await kept()).toEqual(['Three']);
  await save('Four', { writer: randomUUID() });
  await drop({});
  expect(await kept()).toEqual([]);
});

test('of many writers the latest are kept', async () => {
  for (let n = 0; n < 12; n += 1) await save(`Text ${String(n)}`, { writer: randomUUID() });
  expect(await kept()).toHaveLength(8);
  expect(await kept()).toContain('Text 11');
});

test('two devices at once lose nothing', async () => {
  await Promise.all(['One', 'Two', 'Three'].map((body) => save(body, { writer: randomUUID() })));
  expect(await kept()).toEqual(['One', 'Three', 'Two']);
});

test('what is no draft is refused', async () => {
  const put = (payload: Record<string, unknown>) =>
    site.as(ada, 'PUT', `/drafts/${place}`, { body: 'x', layer: 'public', ...payload });
  for (const payload of [
    { writer: 'me' },
    { over: 'urn:uuid:00000000-0000-0000-0000-000000000000' },
    { tags: 'x'.repeat(601) },
    { kind: 'poem' },
    { begun: -1 },
    { begun: 1.5 },
    { pointing: { kind: 'words', words: 'x' } },
    { device: 'mine' },
  ])
    expect(refusal(await put(payload))).toEqual([400, 'request-malformed']);
});

describe('what a draft points at', () => {
  const locus = (exact: string) => ({
    ...{ edition: 'zh-cac', version: '1.0.0', at: '4.1.1.1', start: 0, end: 3 },
    ...{ exact, prefix: '前'.repeat(32), suffix: '后'.repeat(32) },
  });
  const put = (...exact: string[]) =>
    site.as(ada, 'PUT', `/drafts/${place}`, {
      ...{ body: 'On a passage', layer: 'public' },
      pointing: { kind: 'range', loci: exact.map(locus) },
    });

  test('is kept for the longest passage that a note may point at', async () => {
    const rows = Array.from({ length: limits.lociOfRange }, () => '字'.repeat(100));
    const answer = await put(...rows);
    expect(answer.statusCode, answer.body).toBe(200);
  });
  test('is refused where it is longer than any', async () => {
    const rows = Array.from({ length: 10 }, () => '字'.repeat(limits.quotationLength));
    expect(refusal(await put(...rows))).toEqual([422, 'pointing-too-long']);
  });
  test.each(['a\0b', 'a\ud800b'])('is refused with characters that no text has', async (exact) => {
    expect(refusal(await put(exact))).toEqual([400, 'text-malformed']);
  });
});

test('there are so many drafts and no more; those that are there go on', async () => {
  const maker = await site.addPerson({ name: 'Maker' });
  await site.owner.query(
    `insert into draft (person_id, place, body, layer)
     select $1, 'new:ncss-2016:' || n, 'x', 'public' from generate_series(1, $2::integer) n`,
    [maker.id, limits.drafts],
  );
  const put = (at: string) =>
    site.as(maker, 'PUT', `/drafts/new:ncss-2016:${at}`, { body: 'More', layer: 'public' });
  expect(refusal(await put('0.1'))).toEqual([409, 'drafts-too-many']);
  expect((await put('7')).statusCode).toBe(200);
  await site.as(maker, 'DELETE', '/drafts/new:ncss-2016:8');
  expect((await put('0.1')).statusCode).toBe(200);
});
