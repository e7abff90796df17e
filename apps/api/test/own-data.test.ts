import { parse } from 'csv-parse/sync';
import { buffer } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ownKinds } from '../src/features/own-data/kinds.ts';
import { fullLife, type FullLife } from './support/full-life.ts';
import { marks, untoldWords } from './support/full-world.ts';
import {
  hideForm,
  ownApp,
  program,
  refusal,
  startApp,
  startThread,
  stopApp,
  timePasses,
  tokenOf,
  type Person,
  type TestApp,
} from './support/index.ts';

type Own = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

let site: TestApp;
let life: FullLife;
beforeAll(async () => {
  site = await startApp();
  life = await fullLife(site);
}, 60_000);
afterAll(() => stopApp(site));

const take = (who: Person | null, query = '') => site.as(who, 'GET', `/account/export${query}`);
async function own(who = life.zelda): Promise<Own> {
  const answer = await take(who);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}
const noteIn = (file: Own, id: string) => file['notes']?.find((row) => row['id'] === id);

/** Files of an archive by their names. */
async function unpacked(bytes: Buffer): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const zip = await fromBufferPromise(bytes);
  for await (const entry of zip.eachEntry())
    files.set(entry.fileName, (await buffer(await zip.openReadStreamPromise(entry))).toString());
  return files;
}

describe('all of one’s own', () => {
  test('each kind has something of a person who did everything', async () => {
    const { site: from, written, ...kinds } = await own();
    expect(from).toBe('http://localhost:3000');
    expect(written).toMatch(/^\d{4}-\d\d-\d\dT/);
    expect(Object.keys(kinds)).toEqual(ownKinds.map(({ name }) => name));
    expect(Object.entries(kinds).filter(([, rows]) => rows.length === 0)).toEqual([]);
  });

  test('notes of every layer and state, with every revision', async () => {
    const file = await own();
    const layers = new Set(
      file['notes']?.map((row) => `${String(row['layer'])} ${String(row['state'])}`),
    );
    expect([...layers].sort()).toEqual([
      'notebook published',
      'public deleted',
      'public published',
      'waiting held',
      'waiting refused',
      'waiting returned',
    ]);
    expect(noteIn(file, life.answered)).toMatchObject({
      ...{ work: 'ncss-2016', address: '4.3.1.2', tags: [marks.own], version: 2, useful_to: 1 },
      text: `${marks.own} begins it anew`,
    });
    const texts = file['revisions']?.filter((row) => row['note'] === life.answered);
    expect(texts?.map((row) => row['text'])).toEqual([
      `${marks.own} begins a thread`,
      `${marks.own} begins it anew`,
    ]);
    expect(noteIn(file, life.deleted)).toMatchObject({ text: `${marks.own} thinks better of it` });
    expect(file['drafts']).toMatchObject([{ place: 'new:ncss-2016:4.3.1.2' }]);
  });

  test('more rows than are read at once, each of them once', async () => {
    const ann = await site.addPerson({ name: 'Ann' });
    await site.owner.query(
      `insert into useful_mark (annotation_id, person_id, marked_at)
       select a.id, $1, now() from annotation a where a.state = 'published' limit 3`,
      [ann.id],
    );
    await site.owner.query(
      `insert into follow (id, person_id, kind, target, created_at)
       select gen_random_uuid(), $1, 'clause', n::text, date_trunc('hour', now())
       from generate_series(1, 450) n`,
      [ann.id],
    );
    const file = await own(ann);
    expect(file['useful_marks']).toHaveLength(3);
    expect(new Set(file['follows']?.map((row) => row['target'])).size).toBe(450);
    expect(file['follows']).toHaveLength(450);
  });

  test('an archive of it, with a table for each kind', async () => {
    const answer = await take(life.zelda, '?format=zip');
    expect(answer.headers['content-type']).toBe('application/zip');
    expect(answer.headers['content-disposition']).toMatch(
      /^attachment; filename="my-data-.*\.zip"$/,
    );
    expect(answer.headers['cache-control']).toBe('private, no-store');
    const files = await unpacked(answer.rawPayload);
    expect([...files.keys()]).toEqual([
      'everything.json',
      ...ownKinds.map(({ name }) => `${name}.csv`),
    ]);
    const file = await own();
    const { written: _, ...inside } = JSON.parse(files.get('everything.json') ?? '') as Own;
    expect(file).toMatchObject(inside);
    for (const { name, columns } of ownKinds) {
      const rows = parse(files.get(`${name}.csv`) ?? '', { bom: true });
      expect(rows[0]).toEqual(columns);
      expect(rows.length - 1, name).toBe(file[name]?.length);
    }
  });

  test('a table calculates nothing, whatever somebody wrote', async () => {
    const { zelda } = life;
    const body = '=HYPERLINK("http://evil.example";"x")';
    const quoted = 'two, "quoted"\nlines';
    await startThread(site, zelda, '2.0.1.1', { body, layer: 'notebook' });
    await startThread(site, zelda, '2.0.2.1', { body: quoted, layer: 'notebook' });
    const files = await unpacked((await take(zelda, '?format=zip')).rawPayload);
    const rows = parse(files.get('revisions.csv') ?? '', { bom: true, columns: true });
    const texts = rows.map((row) => (row as Record<string, string>)['text']);
    expect(texts).toContain(`'${body}`);
    expect(texts).toContain(quoted);
    expect(texts).not.toContain(body);
  });
});

describe('nothing else', () => {
  test('no name and no word of others: who answered, reported, decided, followed', async () => {
    for (const format of ['json', 'zip']) {
      const answer = await take(life.zelda, `?format=${format}`);
      const texts =
        format === 'json' ? [answer.body] : [...(await unpacked(answer.rawPayload)).values()];
      for (const text of texts) {
        expect(text.toLowerCase()).not.toContain(marks.others);
        expect(text).not.toContain(life.otto.id);
      }
    }
  });

  test('nor their secrets: passwords, tokens, links', async () => {
    const { body } = await take(life.zelda);
    expect(body).not.toContain('argon2');
    expect(body).not.toMatch(/hash|token=|glossator_/);
    expect(body).not.toContain(life.zelda.sessionId);
    expect(body).not.toContain(life.zelda.cookie.split('=')[1] ?? 'x');
    expect(body).not.toContain('Follow this link');
  });

  test('a decision is in it from when its author is told', async () => {
    const before = await own();
    expect(JSON.stringify(before)).not.toContain(untoldWords);
    expect(noteIn(before, life.refusedUntold)).toMatchObject({ state: 'held', changed: null });
    const about = (file: Own, kind: string) =>
      file[kind]?.filter((row) => row['note'] === life.refusedUntold);
    expect(about(before, 'decisions_about_notes')).toEqual([]);
    expect(about(before, 'changes_of_notes')).toEqual([]);
    expect(about(before, 'cases')).toMatchObject([{ state: 'open', ended: null }]);
    await site.owner.query('update decision set told_at = now() where annotation_id = $1', [
      life.refusedUntold,
    ]);
    const after = await own();
    expect(noteIn(after, life.refusedUntold)).toMatchObject({ state: 'refused' });
    expect(about(after, 'decisions_about_notes')).toMatchObject([
      { action: 'refuse', reason: 'unclear', words: untoldWords },
    ]);
    expect(about(after, 'cases')).toMatchObject([{ state: 'decided' }]);
  });

  test('the same of one that is hidden by hand', async () => {
    const url = `/annotations/${life.answered}/hide`;
    const hidden = await site.as(life.otto, 'POST', url, hideForm('off-topic', 'A word by hand.'));
    expect(hidden.statusCode, hidden.body).toBe(200);
    const before = await own();
    expect(noteIn(before, life.answered)).toMatchObject({ state: 'published', changed: null });
    expect(JSON.stringify(before)).not.toContain('A word by hand.');
    await site.owner.query('update decision set told_at = now() where annotation_id = $1', [
      life.answered,
    ]);
    const after = await own();
    expect(noteIn(after, life.answered)).toMatchObject({ state: 'hidden' });
    expect(after['decisions_about_notes']).toContainEqual(
      expect.objectContaining({ note: life.answered, action: 'hide', words: 'A word by hand.' }),
    );
  });

  test('what readers reported of a note, and that it stays, is not told', async () => {
    const file = await own();
    const about = ownKinds.filter(({ name }) =>
      file[name]?.some((row) => row['note'] === life.kept),
    );
    expect(about.map(({ name }) => name)).toEqual(['revisions']);
    expect(file['cases']?.map((row) => row['kind'])).not.toContain('flagged');
  });

  test('how one’s own report ended is told when it stands', async () => {
    const [flag] = (await own())['flags'] ?? [];
    expect(flag).toMatchObject({ state: 'open', told: null });
    await site.owner.query(
      `update flag set state = 'upheld', settled_at = now(), due_at = now() where person_id = $1`,
      [life.zelda.id],
    );
    expect((await own())['flags']).toMatchObject([{ state: 'open', told: null }]);
    await timePasses(site);
    await site.owner.query('update flag set told_at = now() where person_id = $1', [life.zelda.id]);
    expect((await own())['flags']).toMatchObject([{ state: 'upheld' }]);
  });
});

describe('who', () => {
  test('the person alone, in their browser', async () => {
    expect(refusal(await take(null))).toEqual([401, 'sign-in-required']);
    const mallory = await site.addPerson({ name: 'Mallory', administrator: true });
    for (const query of [`?person=${life.zelda.id}`, `?id=${life.zelda.id}`])
      expect(refusal(await take(mallory, query))).toEqual([400, 'request-malformed']);
    const { body } = await take(mallory);
    expect(body.toLowerCase()).not.toContain(marks.own);
  });

  test.each(['read', 'write'] as const)('no token: %s', async (scope) => {
    const token = await tokenOf(site, life.zelda, scope);
    const answer = await program(site, token, '/api/account/export');
    expect(refusal(answer)).toEqual([403, 'token-scope']);
  });

  test.each(['?format=xml', '?format=', '?format=json&format=zip', '?format=%00'])(
    'what is no format: %s',
    async (query) => {
      expect(refusal(await take(life.zelda, query))).toEqual([400, 'request-malformed']);
    },
  );

  test('some files a minute', async () => {
    const strict = await ownApp({
      config: { rateLimits: { ...site.config.rateLimits, exchange: 2 } },
    });
    const ann = await strict.addPerson({ name: 'Ann' });
    const asked = () => strict.as(ann, 'GET', '/account/export');
    expect((await asked()).statusCode).toBe(200);
    expect((await asked()).statusCode).toBe(200);
    const third = await asked();
    expect(refusal(third)).toEqual([429, 'too-many-requests']);
    expect(third.headers['retry-after']).toBeDefined();
  });
});
