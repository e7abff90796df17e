import { randomUUID } from 'node:crypto';
import type {
  NewPart,
  NoticePage,
  Problem,
  ReleaseNews,
  TextReleaseMade,
  TextReleaseView,
  ViewerView,
} from '@glossator/contract';
import { beforeEach, expect, test } from 'vitest';
import { makeTransact } from '../src/db/client.ts';
import { mailReleaseNews } from '../src/features/following-text/release-news.ts';
import {
  acceptedCommentary,
  addPart,
  assignmentIn,
  classOf,
  draftIn,
  entryOn,
  foundCommentary,
  ownApp,
  readChecks,
  refusal,
  startThread,
  threadForm,
  wishMail,
  type Person,
  type TestApp,
} from './support/index.ts';

const en = 'en-creemers';
const because = { note: { en: 'A slip of the copy.' } };
const correct = (path: string, before: string, after: string) => ({
  ...{ kind: 'correct', path, before, after, settles: [], ...because },
  ...{ cause: 'transcriber', certainty: 'high', evidence: [{ en: 'The Chinese says so.' }] },
});
const theArticle = correct('1.1.5.3', 'Online', 'The');

let site: TestApp;
let eve: Person;
beforeEach(async () => {
  site = await ownApp();
  eve = await site.addPerson({ name: 'Eve', textEditor: true });
});

async function released(changes: object[], number: string, edition = en): Promise<TextReleaseMade> {
  const begun = await site.as(eve, 'POST', `/editions/${edition}/text-drafts`);
  const { id } = begun.json<{ id: string }>();
  await site.as(eve, 'PUT', `/text-drafts/${id}`, { version: 1, changes, change: 'What is new.' });
  const answer = await site.as(eve, 'POST', `/text-drafts/${id}/release`, { number, version: 2 });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json();
}
const page = async (by: Person): Promise<NoticePage> => {
  const answer = await site.as(by, 'GET', '/notices');
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
};
const told = async (by: Person) =>
  (await page(by)).releases.map(({ cause, about, version }) => [cause, about, version]);
const unread = async (by: Person): Promise<number> =>
  (await site.as(by, 'GET', '/session')).json<ViewerView>().unread;

test('whoever teaches a clause that changes is told, and no student of theirs', async () => {
  const tess = await site.addPerson({ name: 'Tess' });
  const asa = await site.addPerson({ name: 'Asa' });
  const ada = await site.addPerson({ name: 'Ada' });
  const course = await classOf(site, tess, asa, ada);
  await site.as(tess, 'PUT', `/classes/${course}/members/${asa.id}`, { role: 'assistant' });
  const ranges = [{ from: '1.1.5.2', to: '1.1.5.3' }];
  const set = await assignmentIn(site, tess, course, { ranges });
  const planned = await draftIn(site, tess, course, { ranges });
  await assignmentIn(site, tess, course);
  const quiet = await unread(ada);
  const { release } = await released([theArticle], '1.0.1');
  for (const person of [tess, asa])
    expect((await told(person)).toSorted()).toEqual(
      [set, planned].map((id) => ['assignment', id, '1.0.1']).toSorted(),
    );
  expect(await told(ada)).toEqual([]);
  expect(await unread(ada)).toBe(quiet);
  const report = await site.as(eve, 'GET', `/text-releases/${release}`);
  expect(report.json<TextReleaseView>().fates).toMatchObject([{ assignments: 2 }]);
  // Who teaches it no more knows of it no more.
  const before = await unread(asa);
  await site.as(tess, 'DELETE', `/classes/${course}/members/${asa.id}`);
  expect(await told(asa)).toEqual([]);
  expect(await unread(asa)).toBeLessThan(before);
  // Deleted: students keep an assignment of clauses, and its staff are told again.
  const drop = { kind: 'delete', path: '1.1.5.3', successors: [], ...because };
  await released([drop], '1.1.0');
  expect((await told(tess)).filter(([, , version]) => version === '1.1.0')).toHaveLength(2);
  const shown = await site.as(ada, 'GET', `/assignments/${set}/mine`);
  expect(shown.statusCode, shown.body).toBe(200);
  await site.as(tess, 'POST', '/notices/read', { until: new Date().toISOString() });
  expect(await told(tess)).toEqual([]);
});

test('authors of entries on it are told, in draft, in review or published; the checks warn', async () => {
  const ada = await site.addPerson({ name: 'Ada' });
  const ben = await site.addPerson({ name: 'Ben' });
  const draft = await foundCommentary(site, ada);
  const part = await addPart(site, ada, draft, entryOn('1.1.5.3', { label: 'T1' }));
  const section = await addPart(site, ada, draft, entryOn('1.1.5', { label: 'T2' }));
  await addPart(site, ada, draft, entryOn('4.1.1.1', { label: 'T3' }));
  const other = await acceptedCommentary(site, ben);
  const changed = async () =>
    (await readChecks(site, ada, draft)).findings
      .filter(({ code }) => code === 'place-changed')
      .map(({ part: found, about, stops }) => [found?.label, about, stops]);
  expect(await changed()).toEqual([]);
  await released([theArticle], '1.0.1');
  expect(await told(ada)).toEqual([['commentary', draft, '1.0.1']]);
  expect(await told(ben)).toEqual([]);
  expect(await changed()).toEqual([
    ['T2', '1.1.5 (1.1.5.3) en-creemers 1.0.0', false],
    ['T1', '1.1.5.3 en-creemers 1.0.0', false],
  ]);
  // Looked over and saved, it is of the new words.
  for (const { id, label, title, version } of [part, section])
    await site.as(ada, 'PUT', `/commentaries/${draft}/parts/${id}`, {
      ...{ label, title, body: 'Looked over.', version },
    });
  expect(await changed()).toEqual([]);
  expect((await readChecks(site, ben, other)).findings).toEqual([]);
});

test('so are those of an essay around it, and whoever refers to it anywhere; the checks name the clause', async () => {
  const people = await Promise.all(
    ['Around', 'Introduces', 'Refers', 'Spans', 'Within', 'Elsewhere'].map(async (name) => {
      const person = await site.addPerson({ name });
      return { person, id: await foundCommentary(site, person) };
    }),
  );
  const [around, introduces, refers, spans, within, elsewhere] = people;
  if (!around || !introduces || !refers || !spans || !within || !elsewhere) throw new Error('none');
  const write = ({ person, id }: (typeof people)[number], more: Partial<NewPart>) =>
    addPart(site, person, id, entryOn('4.1.1.1', { label: 'A', title: 'A', ...more }));
  await write(around, { kind: 'essay', places: [{ at: '1.1' }] });
  await write(introduces, { kind: 'introduction', places: [], body: 'As [[1.1.5.3]] has it.' });
  const referring = await write(refers, {
    body: 'Unlike [[ncss-2016/1.1.5.3]], twice: [[1.1.5.3]].',
  });
  await write(spans, {
    kind: 'essay',
    places: [{ at: '4.1' }],
    body: 'From [[1.1.5.2-1.2.0]] on.',
  });
  await write(within, { kind: 'essay', places: [{ at: '4.1' }], body: 'All of [[1.1.5]].' });
  await write(elsewhere, { kind: 'essay', places: [{ at: '1.2' }], body: 'Of [[1.1.5.2]] alone.' });
  await write(elsewhere, { label: 'B', body: 'Not `[[1.1.5.3]]`, which is code.' });
  const changed = async ({ person, id }: (typeof people)[number]) =>
    (await readChecks(site, person, id)).findings
      .filter(({ code }) => code === 'place-changed')
      .map(({ about, part, stops }) => [part?.title, about, stops]);
  for (const each of people) expect(await changed(each)).toEqual([]);
  await released([theArticle], '1.0.1');
  const pin = 'en-creemers 1.0.0';
  for (const [each, about] of [
    [around, `1.1 (1.1.5.3) ${pin}`],
    [introduces, `1.1.5.3 ${pin}`],
    [refers, `1.1.5.3 ${pin}`],
    [spans, `1.1.5.2-1.2.0 (1.1.5.3) ${pin}`],
    [within, `1.1.5 (1.1.5.3) ${pin}`],
  ] as const) {
    expect(await told(each.person)).toEqual([['commentary', each.id, '1.0.1']]);
    expect(await changed(each)).toEqual([['A', about, false]]);
  }
  expect(await told(elsewhere.person)).toEqual([]);
  expect(await changed(elsewhere)).toEqual([]);

  // Looked over, and without the reference: the next change is no news.
  const { id, label, title, version } = referring;
  await site.as(refers.person, 'PUT', `/commentaries/${refers.id}/parts/${id}`, {
    ...{ label, title, body: 'It refers to nothing.', version },
  });
  expect(await changed(refers)).toEqual([]);
  await released([correct('1.1.5.3', 'important', 'essential')], '1.0.2');
  expect(await told(refers.person)).toHaveLength(1);
  expect((await told(introduces.person)).map(([, , number]) => number)).toEqual(['1.0.2', '1.0.1']);
  // Gone from the section: the essay on it is warned, by the address that it had.
  await released([{ kind: 'delete', path: '1.1.5.3', successors: [], ...because }], '1.1.0');
  expect(await told(around.person)).toHaveLength(3);
  expect(await changed(around)).toEqual(
    ['zh-cac 1.0.0', pin].map((each) => ['A', `1.1 (1.1.5.3) ${each}`, false]),
  );
});

test('an earlier revision that is brought back refers to what it says, and so does a copy of a release', async () => {
  const ada = await site.addPerson({ name: 'Ada' });
  const draft = await foundCommentary(site, ada);
  const part = await addPart(site, ada, draft, entryOn('4.1.1.1', { body: 'See [[1.1.5.3]].' }));
  const at = `/commentaries/${draft}/parts/${part.id}`;
  const { label, title } = part;
  await site.as(ada, 'PUT', at, { label, title, body: 'See nothing.', version: 1 });
  const back = await site.as(ada, 'POST', `${at}/restoration`, { number: 1, version: 2 });
  expect(back.statusCode, back.body).toBe(200);
  const ben = await site.addPerson({ name: 'Ben' });
  const copied = await site.as(ben, 'POST', '/releases/ncss-2016-textual-notes/copies', {
    ...{ slug: 'notes-anew', title: 'Notes', number: '1.0', key: randomUUID() },
  });
  expect(copied.statusCode, copied.body).toBe(201);
  const { rows } = await site.owner.query<{ refers: boolean }>(
    `select bool_or(body ~ '\\[\\[\\d' and refers <> '[]') as refers
     from commentary_revision r join commentary_part p on p.id = r.part_id
     where p.commentary_id = $1`,
    [copied.json<{ id: string }>().id],
  );
  expect(rows).toEqual([{ refers: true }]);
  await released([theArticle], '1.0.1');
  expect(await told(ada)).toEqual([['commentary', draft, '1.0.1']]);
});

test('a commentary in review: what was handed in is warned of, and a clause that is gone stops it', async () => {
  const ben = await site.addPerson({ name: 'Ben' });
  const id = await acceptedCommentary(site, ben);
  const reading = await site.as(null, 'GET', '/works/ncss-2016/editions/zh-cac/text');
  const words = /^4\.3\.1\.2\t(.+)$/m.exec(reading.body)?.[1] ?? '';
  await released([correct('4.3.1.2', words, `${words}又一句。`)], '1.0.1', 'zh-cac');
  expect(await told(ben)).toEqual([['commentary', id, '1.0.1']]);
  const codes = async () =>
    (await readChecks(site, ben, id)).findings.map(({ code, about }) => `${code} ${about}`);
  expect(await codes()).toEqual(['place-changed 4.3.1.2 zh-cac 1.0.0']);
  await released([{ kind: 'delete', path: '4.3.1.2', successors: [], ...because }], '1.1.0');
  expect(await codes()).toEqual(
    expect.arrayContaining([expect.stringMatching(/^place-gone/)]) as string[],
  );
  expect((await told(ben)).map(([, , version]) => version)).toContain('1.1.0');
});

test('followers are told once: of the work, of a clause that changed, not of one that did not', async () => {
  const follow = async (who: Person, kind: string, target: string) => {
    const answer = await site.as(who, 'PUT', `/follows/${kind}/${target}`, {
      ...{ state: 'followed', mail: true },
    });
    expect(answer.statusCode, answer.body).toBe(200);
  };
  const uid = async (path: string) =>
    (await site.owner.query<{ uid: string }>('select uid from unit where path = $1', [path]))
      .rows[0]?.uid ?? '';
  const [work, clause, apart, author] = [
    await site.addPerson({ name: 'Wanda' }),
    await site.addPerson({ name: 'Clara' }),
    await site.addPerson({ name: 'Apart' }),
    await site.addPerson({ name: 'Ada' }),
  ];
  await follow(work, 'work', 'ncss-2016');
  await follow(work, 'clause', await uid('1.1.5.3'));
  await follow(clause, 'clause', await uid('1.1.5'));
  await follow(apart, 'clause', await uid('4.1.1.1'));
  await follow(author, 'work', 'ncss-2016');
  await startThread(site, author, '1.1.5.3');
  for (const who of [work, author]) await wishMail(site, who, 'soon');
  await released([theArticle], '1.0.1');
  expect(await told(work)).toEqual([['work', null, '1.0.1']]);
  expect(await told(clause)).toEqual([['work', null, '1.0.1']]);
  expect(await told(apart)).toEqual([]);
  // Told already, of the note that wants an answer.
  expect(await told(author)).toEqual([]);
  expect((await page(author)).texts).toHaveLength(1);

  await site.owner.query('update release_news set mail_at = now() where mail_at is not null');
  const deps = { transact: makeTransact(site.pool), settings: site.config };
  while (await mailReleaseNews(deps, site.app.outbox));
  const { rows } = await site.owner.query<{ recipient: string; body: string }>(
    "select recipient, body from mail where kind = 'text'",
  );
  expect(rows.map(({ recipient }) => recipient)).toEqual([work.email]);
  expect(rows[0]?.body).toContain(`/t/ncss-2016/versions/${en}/1.0.0..1.0.1`);
});

test('one is marked as read by itself, by whom it was told alone', async () => {
  const tess = await site.addPerson({ name: 'Tess' });
  const asa = await site.addPerson({ name: 'Asa' });
  const outsider = await site.addPerson({ name: 'Olga' });
  const course = await classOf(site, tess, asa);
  await site.as(tess, 'PUT', `/classes/${course}/members/${asa.id}`, { role: 'assistant' });
  const ranges = [{ from: '1.1.5.2', to: '1.1.5.3' }];
  const [first, second] = [
    await assignmentIn(site, tess, course, { ranges }),
    await assignmentIn(site, tess, course, { ranges }),
  ];
  await released([theArticle], '1.0.1');
  const which = { cause: 'assignment', edition: en, version: '1.0.1', about: first };
  const mark = (by: Person | null, more: object = {}) =>
    site.as(by, 'POST', '/notices/releases/read', { ...which, ...more });
  const before = await unread(tess);
  const marked = await mark(tess);
  expect(marked.statusCode, marked.body).toBe(200);
  expect(marked.json<ReleaseNews>()).toMatchObject({ ...which, class: course, base: '1.0.0' });
  expect(await told(tess)).toEqual([['assignment', second, '1.0.1']]);
  expect(await unread(tess)).toBe(before - 1);
  // A second tab is led to the same page.
  expect((await mark(tess)).statusCode).toBe(200);
  // Hers alone: nobody else's row was marked.
  expect(await told(asa)).toHaveLength(2);
  const unknown = [404, 'not-found'];
  expect(refusal(await mark(outsider))).toEqual(unknown);
  expect(refusal(await mark(tess, { version: '9.0.0' }))).toEqual(unknown);
  expect(refusal(await mark(tess, { cause: 'commentary' }))).toEqual(unknown);
  expect(refusal(await mark(tess, { cause: 'work', about: null }))).toEqual(unknown);
  expect(refusal(await mark(null))[0]).toBe(401);
  for (const wrong of [{ about: 'x' }, { version: '1' }, { edition: 'A B' }, { cause: 'x' }])
    expect((await mark(tess, wrong)).statusCode).toBe(400);
  // What they may not know of any more is not there.
  await site.as(tess, 'DELETE', `/classes/${course}/members/${asa.id}`);
  expect(refusal(await mark(asa))).toEqual(unknown);
});

test('on a clause that goes while people write on it, the draft is kept and the note refused clearly', async () => {
  const ada = await site.addPerson({ name: 'Ada' });
  const place = 'new:ncss-2016:1.1.5.3';
  const saved = await site.as(ada, 'PUT', `/drafts/${place}`, {
    ...{ body: 'Half a thought', layer: 'public' },
  });
  expect(saved.statusCode, saved.body).toBe(200);
  const form = threadForm('1.1.5.3');
  await released(
    [{ kind: 'delete', path: '1.1.5.3', successors: ['1.1.5.2'], ...because }],
    '1.1.0',
  );
  const late = await site.as(ada, 'POST', '/threads', form);
  expect(refusal(late)).toEqual([410, 'gone']);
  expect(late.json<Problem & { current: unknown }>().current).toEqual(['1.1.5.2']);
  const drafts = await site.as(ada, 'GET', '/drafts');
  expect(drafts.body).toContain('Half a thought');
});
