import type {
  FurniturePage,
  ImportStretch,
  ImportUnit,
  NewSource,
  TextImportDesk,
  TextImportList,
  TextImportView,
} from '@glossator/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tidyTextImports } from '../src/features/text-imports/erase.ts';
import { makeProposals } from '../src/features/text-imports/proposals.ts';
import { workOff } from '../src/features/text-imports/work-off.ts';
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

const act = `Networks Act

Chapter I General Provisions

Article 1. This Act protects networks. It applies to all.

Article 2. Networks are what connects. Nobody may cut them.

Chapter II Duties

Article 3. Operators keep records. They keep them for a year.
`;
const law = `网络法

第一章 总则

第一条 本法保护网络。本法适用于一切人。

第二条 网络是相互连接者。任何人不得切断。

第二章 义务

第三条 运营者保存记录。记录保存一年。
`;

const paste = (text: string, lang = ''): NewSource => ({ lang, text, fileName: '', file: '' });
const file = (fileName: string, bytes: string | Buffer, lang = ''): NewSource => ({
  ...{ lang, fileName, text: '' },
  file: Buffer.from(bytes as string).toString('base64'),
});

const read = async (id: string, who = ann): Promise<TextImportView> =>
  (await site.as(who, 'GET', `/text-imports/${id}`)).json();

/** Brings it, and waits until it was read. */
async function bring(sources: readonly NewSource[], who = ann): Promise<TextImportView> {
  // One makes room: there may be ten.
  const { items } = (await site.as(who, 'GET', '/text-imports')).json<TextImportList>();
  for (const { id } of items.slice(8)) await site.as(who, 'DELETE', `/text-imports/${id}`);
  const answer = await site.as(who, 'POST', '/text-imports', { title: 'Networks', sources });
  expect(answer.statusCode, answer.body).toBe(201);
  const { id } = answer.json<TextImportView>();
  return waitFor(id, who);
}

async function waitFor(id: string, who = ann): Promise<TextImportView> {
  for (;;) {
    const view = await read(id, who);
    if (view.state !== 'reading') return view;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const desk = async (id: string, from = 0): Promise<TextImportDesk> => {
  const answer = await site.as(ann, 'GET', `/text-imports/${id}/rows?from=${String(from)}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
};
const correct = (id: string, version: number, ...corrections: readonly object[]) =>
  site.as(ann, 'POST', `/text-imports/${id}/corrections`, { version, from: 0, corrections });
const undo = (id: string, version: number) =>
  site.as(ann, 'POST', `/text-imports/${id}/undo`, { version, from: 0 });
const textsOf = ({ rows }: ImportStretch, side = 0): (string | null | undefined)[] =>
  rows.map(({ sides }) => sides[side]?.map(({ text }) => text ?? '∅').join(' | '));
const unitOf = ({ rows }: ImportStretch, text: string): ImportUnit => {
  const unit = rows.flatMap(({ sides }) => sides.flat()).find((each) => each.text === text);
  if (unit === undefined) throw new Error(`no unit ${text}`);
  return unit;
};

describe('two languages', { timeout: 60_000 }, () => {
  test('are read in the background, proposed side by side, corrected and taken back', async () => {
    const view = await bring([paste(law, 'zh-Hans'), file('act.txt', act)]);
    expect(view).toMatchObject({
      ...{ state: 'ready', version: 0, fault: null, title: 'Networks' },
      sides: [{ lang: 'zh-Hans' }, { lang: 'en', sure: true }],
    });
    expect(view.sources[1]).toMatchObject({ name: 'act.txt', encoding: 'utf-8', isGuessed: false });
    const { stretch, contents } = await desk(view.id);
    expect(contents.map(({ text }) => text)).toContain('第二章 义务');
    expect(textsOf(stretch, 1)).toContain('Operators keep records.');
    expect(stretch.canUndo).toBe(false);
    const unit = unitOf(stretch, 'Operators keep records.');
    const split = await correct(view.id, 0, { do: 'split', unit: unit.id, at: 10 });
    expect(split.statusCode, split.body).toBe(200);
    const after = split.json<ImportStretch>();
    expect(after).toMatchObject({ version: 1, canUndo: true });
    expect(textsOf(after, 1).join(' ')).toContain('Operators');
    expect(textsOf(after, 1)).not.toContain('Operators keep records.');
    const back = (await undo(view.id, 1)).json<ImportStretch>();
    expect(back).toMatchObject({ version: 2, canUndo: false, rows: stretch.rows });
    expect(refusal(await undo(view.id, 2))).toEqual([422, 'correction-unfit']);
  });

  test('a correction is made on the version that was seen, whole or not at all', async () => {
    const { id } = await bring([paste(law), paste(act)]);
    const { stretch } = await desk(id);
    const unit = unitOf(stretch, 'Operators keep records.').id;
    const good = { do: 'check', unit, checked: true };
    const stale = await correct(id, 1, good);
    expect(refusal(stale)).toEqual([409, 'text-import-stale']);
    expect(stale.json<{ current: unknown }>().current).toEqual({ version: 0 });
    const half = await correct(id, 0, good, { do: 'merge', unit: 999_999 });
    expect(refusal(half)).toEqual([422, 'correction-unfit']);
    expect((await desk(id)).stretch).toEqual(stretch);
    const both = await Promise.all([correct(id, 0, good), correct(id, 0, good)]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  });

  test('languages and levels are named, and signs written as the language prints them', async () => {
    const { id, sides, levels, folds } = await bring([
      paste(law.replace('网络。本法', '网络,又称"网"。本法')),
      paste('Iru. Venu.'),
    ]);
    expect(sides.map(({ lang, sure }) => [lang, sure])).toEqual([
      ['zh-Hans', true],
      ['und', false],
    ]);
    expect(sides[1]?.beginning).toBe('Iru. · Venu.');
    expect(folds.map(({ kind, n }) => [kind, n])).toEqual([
      ['punctuation', 1],
      ['quotation-marks', 2],
    ]);
    expect(folds[0]).toMatchObject({
      before: '本法保护网络,又称"网"。',
      after: '本法保护网络，又称"网"。',
    });
    const unnamed = { version: 0, slug: '', abbreviation: '', issuer: {}, original: 0, rights: '' };
    const form = { ...unnamed, titles: { 'zh-Hans': '网络法' }, issued: '2020-05-01' };
    const early = await site.as(ann, 'POST', `/text-imports/${id}/publication`, form);
    expect(refusal(early)).toEqual([422, 'publication-unfit']);
    const none = await correct(id, 0, { do: 'lang', side: 1, lang: '' });
    expect(refusal(none)).toEqual([400, 'request-malformed']);
    const made = await correct(
      id,
      0,
      { do: 'lang', side: 1, lang: 'eo' },
      { do: 'fold', kind: 'punctuation', unit: null },
      { do: 'name', level: 0, lang: 'eo', name: 'ĉapitro' },
    );
    expect(made.statusCode, made.body).toBe(200);
    const after = await read(id);
    expect(after.sides[1]).toMatchObject({ lang: 'eo', sure: true });
    expect(after.folds.map(({ kind }) => kind)).toEqual(['quotation-marks']);
    expect(after.levels[0]?.names).toEqual({
      ...levels[0]?.names,
      eo: 'ĉapitro',
    });
  });

  test('who comes back, to another process or after many corrections, finds it as it was left', async () => {
    const { id } = await bring([paste(law), paste(act)]);
    let { stretch } = await desk(id);
    for (let n = 0; n < 52; n += 1) {
      const unit = unitOf(stretch, 'They keep them for a year.').id;
      const made = await correct(id, n, { do: 'check', unit, checked: n % 2 === 0 });
      stretch = made.json<ImportStretch>();
    }
    const unit = unitOf(stretch, 'They keep them for a year.').id;
    await correct(id, 52, { do: 'lift', unit });
    await undo(id, 53);
    // Another process has nothing of it in mind: what is stored is read, and the rest made again.
    const kept = await makeProposals().at(site.app.db, { id, reading: 1 }, 54);
    const known = await site.app.textImports.proposals.at(site.app.db, { id, reading: 1 }, 54);
    expect(kept).toEqual(known);
  });
});

describe('what was set aside', { timeout: 60_000 }, () => {
  const page = `<nav><a href="/">Home</a> <a href="/laws">Laws</a></nav><h1>Networks Act</h1>
    <h2>Chapter I General Provisions</h2><p>Article 1. This Act protects networks.</p>
    <h2>Chapter II Duties</h2><p>Article 2. Operators keep records.</p><footer>Printed by nobody.</footer>`;

  test('is listed with its reason, comes back one by one or a kind at a time, or is agreed to', async () => {
    const { id, counts } = await bring([file('act.html', page, 'en')]);
    expect(counts?.aside).toBeGreaterThanOrEqual(2);
    const list = async () =>
      (await site.as(ann, 'GET', `/text-imports/${id}/furniture`)).json<FurniturePage>();
    const { items, kinds } = await list();
    expect(items.map(({ text, reason }) => [text, reason])).toContainEqual([
      'Printed by nobody.',
      'surroundings',
    ]);
    expect(kinds.map(({ reason }) => reason)).toContain('navigation');
    const foot = items.find(({ text }) => text === 'Printed by nobody.');
    const form = { version: 0, act: 'restore', ids: [foot?.id], reason: null };
    const one = await site.as(ann, 'POST', `/text-imports/${id}/furniture`, form);
    expect(one.statusCode, one.body).toBe(200);
    expect(textsOf((await desk(id)).stretch)).toContain('Printed by nobody.');
    const rest = { version: 1, act: 'confirm', ids: [], reason: 'navigation' };
    await site.as(ann, 'POST', `/text-imports/${id}/furniture`, rest);
    const left = (await list()).items.filter(({ reason }) => reason === 'navigation');
    expect(left.every(({ sure }) => sure)).toBe(true);
    expect(left.length).toBeGreaterThan(0);
  });
});

describe('what could not be read', { timeout: 60_000 }, () => {
  test('is kept, says why and in which of them', async () => {
    const view = await bring([paste(law), file('act.txt', '%PDF-1.7 nothing')]);
    expect(view).toMatchObject({ state: 'failed', fault: 'file-pdf', faultAt: 1, counts: null });
    const rows = await site.as(ann, 'GET', `/text-imports/${view.id}/rows`);
    expect(refusal(rows)).toEqual([409, 'text-import-not-ready']);
  });

  test('in the wrong encoding is read again in the right one', async () => {
    const bytes = Buffer.from('b9fabcd2cdf8c2e7b7a8a1a3b5dad2bbccf520b1a3bba4cdf8c2e7a1a3', 'hex');
    const { id, version, sources } = await bring([file('law.txt', bytes)]);
    expect(sources[0]).toMatchObject({ encoding: 'gb18030', isGuessed: true });
    const again = { version, n: 0, encoding: 'windows-1252' };
    expect((await site.as(ann, 'POST', `/text-imports/${id}/reading`, again)).statusCode).toBe(200);
    const wrong = await waitFor(id);
    expect(wrong.sources[0]).toMatchObject({ encoding: 'windows-1252', isGuessed: false });
    expect(textsOf((await desk(id)).stretch)[0]).toMatch(/^¹ú/);
    await site.as(ann, 'POST', `/text-imports/${id}/reading`, { ...again, encoding: 'gb18030' });
    await waitFor(id);
    expect(textsOf((await desk(id)).stretch)).toEqual(['国家网络法。', '第一条 保护网络。']);
  });

  test('a reading that a process left is taken up at the next start, and one that is no longer wanted is dropped', async () => {
    const { id } = await bring([paste(act)]);
    await site.owner.query(
      `update text_import set state = 'reading', progress = 10, reading = 2 where id = $1`,
      [id],
    );
    await Promise.all([1, 2].map(() => workOff(site.app.textImports, id)));
    expect(await read(id)).toMatchObject({ state: 'ready', progress: 100 });
    await site.owner.query(`update text_import set state = 'reading' where id = $1`, [id]);
    const { db, transact } = site.app.textImports;
    // Another reading is asked for after this one has read, and before it stores.
    const late: typeof transact = async (...asked) => {
      await site.owner.query(`update text_import set reading = 3 where id = $1`, [id]);
      return transact(...asked);
    };
    await workOff({ db, transact: late }, id);
    expect((await read(id)).state).toBe('reading');
  });
});

describe('bad input', { timeout: 60_000 }, () => {
  test('right to left, without numerals, one language three times as long: flagged, not refused', async () => {
    const arabic = 'هذا القانون يحمي الشبكات. ينطبق على الجميع.\n\nيحتفظ المشغلون بالسجلات.\n';
    const long = `${act}\n${Array.from({ length: 40 }, (_, n) => `More words stand here, number ${String(n)}.`).join('\n\n')}`;
    const view = await bring([paste(arabic, 'ar'), paste(long, 'en')]);
    expect(view).toMatchObject({
      state: 'ready',
      sides: [{ rightToLeft: true }, { rightToLeft: false }],
    });
    expect(view.counts?.doubtful).toBeGreaterThan(20);
  });

  test('numbering that skips and restarts is flagged where it does', async () => {
    const odd =
      'Article 1. One.\n\nArticle 2. Two.\n\nArticle 5. Five.\n\nArticle 6. Six.\n\nArticle 2. Two again.\n';
    const { id } = await bring([paste(odd, 'en')]);
    const notes = (await desk(id)).stretch.rows.flatMap(({ sides }) =>
      sides.flat().flatMap((unit) => unit.notes),
    );
    expect(notes).toContain('numeral-skips');
    expect(notes).toContain('numeral-restarts');
  });

  test.each([
    ['nothing', [paste(' ')], 422, 'source-none'],
    ['three texts', [paste('a'), paste('b'), paste('c')], 400, 'request-malformed'],
    ['no tag of a language', [paste('a', 'English!')], 400, 'request-malformed'],
  ])('%s', async (_what, sources, status, code) => {
    const answer = await site.as(ann, 'POST', '/text-imports', { title: '', sources });
    expect(refusal(answer)).toEqual([status, code]);
  });

  test('a body that is a tree is refused before it is built', async () => {
    const answer = await site.app.inject({
      method: 'POST',
      url: '/api/text-imports',
      headers: {
        cookie: ann.cookie,
        origin: site.config.origin.origin,
        'content-type': 'application/json',
      },
      payload: `{"title":"","sources":${'['.repeat(1_000_000)}`,
    });
    expect(refusal(answer)).toEqual([400, 'request-malformed']);
  });

  test('what takes back cannot be sent as a correction', async () => {
    const { id } = await bring([paste(act)]);
    const answer = await correct(id, 0, { do: 'undo', sides: [], levels: [], nextId: 1 });
    expect(refusal(answer)).toEqual([400, 'request-malformed']);
  });
});

test('an import is its owner’s alone, ten at most, and ends 90 days after it was touched', async () => {
  const own: string[] = [];
  for (let n = 0; n < 10; n += 1) {
    const answer = await site.as(otto, 'POST', '/text-imports', {
      title: '',
      sources: [paste('A.')],
    });
    own.push(answer.json<TextImportView>().id);
  }
  const more = await site.as(otto, 'POST', '/text-imports', { title: '', sources: [paste('A.')] });
  expect(refusal(more)).toEqual([409, 'text-imports-too-many']);
  expect((await site.as(ann, 'GET', `/text-imports/${own[0] ?? ''}`)).statusCode).toBe(404);
  const { items } = (await site.as(ann, 'GET', '/text-imports')).json<TextImportList>();
  expect(items.filter(({ id }) => own.includes(id))).toEqual([]);
  await site.owner.query(
    `update text_import set touched_at = now() - interval '91 days' where id = $1`,
    [own[0]],
  );
  await tidyTextImports(site.app.db);
  expect((await site.as(otto, 'GET', `/text-imports/${own[0] ?? ''}`)).statusCode).toBe(404);
  expect((await site.as(otto, 'GET', `/text-imports/${own[1] ?? ''}`)).statusCode).toBe(200);
});
