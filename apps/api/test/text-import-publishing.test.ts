import type { TextImportView } from '@glossator/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publishOff } from '../src/features/text-imports/publish-off.ts';
import { refusal, startApp, stopApp, type Person, type TestApp } from './support/index.ts';

let site: TestApp;
let ann: Person;
let otto: Person;
beforeAll(async () => {
  site = await startApp();
  ann = await site.addPerson({ name: 'Ann' });
  otto = await site.addPerson({ name: 'Otto' });
}, 60_000);
afterAll(() => stopApp(site));

const act =
  'Chapter I General\n\nArticle 1. This Act protects networks.\n\nArticle 2. Operators keep records.\n';
const law = '第一章 总则\n\n第一条 本法保护网络。\n\n第二条 运营者保存记录。\n';
const form = {
  ...{ version: 0, slug: 'networks-act', abbreviation: 'NA', issued: '2020-05-01', original: 0 },
  titles: { 'zh-Hans': '网络法', en: 'Networks Act' },
  ...{ issuer: { en: 'Nobody' }, rights: 'Written for this test.' },
};

const read = async (id: string): Promise<TextImportView> =>
  (await site.as(ann, 'GET', `/text-imports/${id}`)).json();

async function until(id: string, isThere: (view: TextImportView) => boolean) {
  for (;;) {
    const view = await read(id);
    if (isThere(view)) return view;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function bring(): Promise<string> {
  const sources = [law, act].map((text, n) => ({
    ...{ text, fileName: '', file: '' },
    lang: n === 0 ? 'zh-Hans' : 'en',
  }));
  const answer = await site.as(ann, 'POST', '/text-imports', { title: 'Networks', sources });
  const { id } = answer.json<TextImportView>();
  await until(id, ({ state }) => state === 'ready');
  return id;
}

/** As it waits when the process ends that was to publish it. */
const leave = (id: string, declared: object = form) =>
  site.owner.query(`update text_import set state = 'publishing', declared = $2 where id = $1`, [
    id,
    JSON.stringify(declared),
  ]);
const worksOf = async (title: string): Promise<number> => {
  const { rows } = await site.owner.query<{ n: number }>(
    `select count(*)::integer as n from work where titles ->> 'en' = $1`,
    [title],
  );
  return rows[0]?.n ?? 0;
};
const titled = (en: string) => ({ ...form, titles: { en } });
const deps = (more: object = {}) => {
  const { db, transact } = site.app.textImports;
  const report = (error: unknown): void => {
    throw error;
  };
  return { db, transact, report, ...more };
};

test('what was corrected becomes a private work, in which its owner reads, and nobody else', async () => {
  const id = await bring();
  const publish = (more: object) =>
    site.as(ann, 'POST', `/text-imports/${id}/publication`, { ...form, ...more });
  expect(refusal(await publish({ version: 3 }))).toEqual([409, 'text-import-stale']);
  expect(refusal(await publish({ titles: {} }))).toEqual([422, 'title-required']);
  for (const issued of ['', 'last year', '2021-02-30'])
    expect(refusal(await publish({ issued }))).toEqual([422, 'issued-required']);
  const made = await publish({});
  expect(made.statusCode, made.body).toBe(202);
  expect(refusal(await publish({}))).toEqual([409, 'text-import-not-ready']);
  const published = await until(id, ({ state }) => state === 'published');
  const slug = published.slug ?? '';
  expect(slug).toMatch(/^networks-act-[0-9a-z]{8}$/);
  expect(published).toMatchObject({ sources: [], declared: null });
  const own = await site.as(ann, 'GET', `/works/${slug}/reading`);
  expect(own.statusCode, own.body).toBe(200);
  expect(own.body).toContain('Operators keep records.');
  // Its files say of it what was declared.
  const file = async (form: string) =>
    (await site.as(ann, 'GET', `/works/${slug}/forms/${form}`)).body;
  expect(JSON.parse(await file('json'))).toMatchObject({ work: { issuer: { en: 'Nobody' } } });
  expect(await file('tei')).toContain('<publisher>Nobody</publisher>');
  expect(await file('tei')).toContain('<p xml:lang="en">Written for this test.</p>');
  expect(await file('akn')).toContain('showAs="Nobody"');
  expect(await file('jsonld')).toContain('legislationPassedBy');
  expect((await site.as(otto, 'GET', `/works/${slug}/reading`)).statusCode).toBe(404);
}, 120_000);

test('nothing is corrected while it is being published', async () => {
  const id = await bring();
  await leave(id, titled('Closed Act'));
  const standing = { version: 0, from: 0 };
  const corrections = [{ do: 'check', unit: 1, checked: true }];
  for (const [suffix, body] of [
    ['corrections', { ...standing, corrections }],
    ['undo', standing],
    ['reading', { version: 0, n: 0, encoding: 'utf-8' }],
  ] as const)
    expect(refusal(await site.as(ann, 'POST', `/text-imports/${id}/${suffix}`, body))).toEqual([
      ...[409, 'text-import-not-ready'],
    ]);
  expect(await read(id)).toMatchObject({ state: 'publishing', counts: null });
}, 120_000);

test('what a process left is published by the next, by two at once as one work', async () => {
  const id = await bring();
  await leave(id, titled('Left Act'));
  await Promise.all([1, 2].map(() => publishOff(deps(), id)));
  expect((await read(id)).state).toBe('published');
  expect(await worksOf('Left Act')).toBe(1);
  await publishOff(deps(), id);
  expect(await worksOf('Left Act')).toBe(1);
}, 120_000);

test('of what was thrown away meanwhile no work is left', async () => {
  const id = await bring();
  await leave(id, titled('Dropped Act'));
  const { transact } = site.app.textImports;
  const late: typeof transact = async (work) => {
    const dropped = await site.as(ann, 'DELETE', `/text-imports/${id}`);
    expect(dropped.statusCode).toBe(200);
    return transact(work);
  };
  await publishOff(deps({ transact: late }), id);
  expect(await worksOf('Dropped Act')).toBe(0);
}, 120_000);

test('where it breaks off nothing of it is there, and it can be sent again as it was', async () => {
  const id = await bring();
  await leave(id, titled('Broken Act'));
  const { transact } = site.app.textImports;
  const broken: typeof transact = (work) =>
    transact(async (db) => {
      await work(db);
      throw new Error('the disk is full');
    });
  const reported: unknown[] = [];
  const report = (error: unknown): void => void reported.push(error);
  await publishOff(deps({ transact: broken, report }), id);
  expect(String(reported[0])).toContain('the disk is full');
  expect(await worksOf('Broken Act')).toBe(0);
  const view = await read(id);
  expect(view).toMatchObject({ state: 'ready', publishFault: 'broken' });
  expect(view.declared).toEqual(titled('Broken Act'));
  const again = await site.as(ann, 'POST', `/text-imports/${id}/publication`, view.declared ?? {});
  expect(again.statusCode, again.body).toBe(202);
  expect(await until(id, ({ state }) => state === 'published')).toMatchObject({
    publishFault: null,
  });
}, 120_000);
