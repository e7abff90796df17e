import type {
  ClassTexts,
  EditedWork,
  OwnWorkPage,
  Problem,
  ThreadView,
  WithdrawnWork,
  WorkLetter,
  WorkStandingView,
} from '@glossator/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bringWork, makeTextEditor, giveTo, rareWord, type OwnWork } from './support/own-work.ts';
import {
  assignmentForm,
  classOf,
  newestMail,
  refusal,
  rootOf,
  startApp,
  startThread,
  stopApp,
  threadForm,
  type Person,
  type TestApp,
} from './support/index.ts';

let site: TestApp;
let owner: Person;
let student: Person;
let editor: Person;
let classId: string;
beforeAll(async () => {
  site = await startApp();
  owner = await site.addPerson({ name: 'Owner' });
  student = await site.addPerson({ name: 'Student' });
  editor = await site.addPerson({ name: 'Editor' });
  await makeTextEditor(site, editor);
  classId = await classOf(site, owner, student);
}, 120_000);
afterAll(() => stopApp(site));

const step = (who: Person, { slug }: OwnWork, body: Record<string, unknown>) =>
  site.as(who, 'POST', `/works/${slug}/standing`, body);
const reading = (who: Person | null, { slug }: OwnWork) =>
  site.as(who, 'GET', `/works/${slug}/reading?at=2.2`);
const note = (who: Person, work: OwnWork, more: Record<string, unknown>): Promise<ThreadView> =>
  startThread(site, who, '2.2', {
    ...{ work: work.slug, seen: work.editions.map((id) => `${id}:1.0.0`), body: 'Xyzzy' },
    ...more,
  });

test('from its owner to a class, to everybody, to a notice at its address, and back', async () => {
  const work = await bringWork(site, owner);
  expect((await reading(student, work)).statusCode).toBe(404);

  const given = await site.as(owner, 'PUT', `/works/${work.slug}/classes/${classId}`);
  expect(given.statusCode, given.body).toBe(200);
  expect((await reading(student, work)).json()).toHaveProperty('work.standing', 'private');
  const texts = (await site.as(student, 'GET', `/classes/${classId}/texts`)).json<ClassTexts>();
  expect(texts.items.map(({ slug }) => slug)).toEqual([work.slug]);
  const own = (await site.as(owner, 'GET', '/account/works')).json<OwnWorkPage>();
  expect(own.items[0]).toMatchObject({ slug: work.slug, classes: [{ id: classId }] });

  expect(refusal(await step(owner, work, { action: 'offer', message: ' ' }))).toEqual([
    422,
    'statement-required',
  ]);
  expect((await reading(editor, work)).statusCode).toBe(404);
  expect((await step(owner, work, { action: 'offer', message: 'Mine.' })).statusCode).toBe(200);
  expect(await newestMail(site, editor.email)).toContain(`/editing/offered/${work.slug}`);
  expect((await reading(editor, work)).statusCode).toBe(200);
  const offered = await site.as(editor, 'GET', '/editing/works?standing=offered');
  expect(offered.json<{ items: EditedWork[] }>().items).toMatchObject([
    { slug: work.slug, owner: 'Owner', isOwn: false },
  ]);

  const refuse = { action: 'refuse', reason: 'rights-unclear', message: 'Who translated it?' };
  const letter = await site.as(editor, 'POST', `/works/${work.slug}/standing/letter`, refuse);
  expect((await step(editor, work, refuse)).json()).toEqual({ work: null });
  const mail = await newestMail(site, owner.email);
  expect(letter.json<WorkLetter>().letter).toMatchObject({ to: 'Owner', body: mail });
  expect(mail).toContain('Who translated it?');
  expect((await reading(editor, work)).statusCode).toBe(404);

  await step(owner, work, { action: 'offer', message: 'I translated it.' });
  expect(refusal(await step(owner, work, { action: 'assent' }))).toEqual([403, 'not-allowed']);
  expect((await reading(null, work)).statusCode).toBe(404);
  expect((await step(editor, work, { action: 'assent' })).statusCode).toBe(200);
  expect((await reading(null, work)).body).toContain(rareWord);
  await site.owner.query(
    "insert into hold_rule (work_id, mode) values ($1, 'publish') on conflict do nothing",
    [work.id],
  );
  const said = await note(student, work, { layer: 'public' });
  expect((await reading(null, work)).body).toContain(said.id);

  const withdraw = { action: 'withdraw', reason: 'rights', message: 'A publisher objects.' };
  expect((await step(editor, work, withdraw)).statusCode).toBe(200);
  for (const who of [null, owner, editor, student]) {
    const gone = await reading(who, work);
    expect(refusal(gone)).toEqual([410, 'work-withdrawn']);
    expect(gone.body).not.toContain(rareWord);
    expect(gone.json<Problem>().current).toMatchObject({
      ...{ reason: 'rights', words: 'A publisher objects.' },
    } satisfies Partial<WithdrawnWork>);
    for (const url of [`/threads/${said.id}`, `/annotations/${rootOf(said).id}`])
      expect((await site.as(who, 'GET', url)).statusCode).toBe(404);
    expect((await site.as(who, 'GET', '/search?q=Xyzzy')).json()).toMatchObject({
      notes: { total: 0 },
    });
  }
  const kept = await site.as(student, 'GET', '/account/export?format=json');
  expect(kept.body).toContain('Xyzzy');

  expect(refusal(await step(owner, work, { action: 'reinstate' }))).toEqual([403, 'not-allowed']);
  expect((await step(editor, work, { action: 'reinstate' })).statusCode).toBe(200);
  expect((await reading(null, work)).body).toContain(said.id);
  const { steps } = (
    await site.as(owner, 'GET', `/works/${work.slug}/standing`)
  ).json<WorkStandingView>();
  expect(steps.map(({ action, asOwner }) => `${action} ${String(asOwner)}`)).toEqual([
    'offer true',
    'refuse false',
    'offer true',
    'assent false',
    'withdraw false',
    'reinstate false',
  ]);
}, 120_000);

test('about what is not public nothing is said in public, whatever way is taken', async () => {
  const work = await bringWork(site, owner);
  const form = threadForm('2.2', {
    work: work.slug,
    layer: 'public',
    seen: [`${work.editions[0] ?? ''}:1.0.0`],
  });
  expect(refusal(await site.as(owner, 'POST', '/threads', form))).toEqual([409, 'work-not-public']);
  const own = await note(owner, work, { layer: 'notebook' });
  const moved = await site.as(owner, 'POST', `/threads/${own.id}/move`, { layer: 'public' });
  expect(refusal(moved)).toEqual([409, 'work-not-public']);
  const { rows } = await site.owner.query<{ kind: string }>(
    'select l.kind from thread t join layer l on l.id = t.layer_id where t.work_id = $1',
    [work.id],
  );
  expect(rows).toEqual([{ kind: 'notebook' }]);
});

test('a commentary is begun on a public text alone', async () => {
  const work = await bringWork(site, owner);
  const form = { work: work.slug, title: 'T', slug: `c-${work.slug.slice(-8)}`, language: 'en' };
  expect(refusal(await site.as(owner, 'POST', '/commentaries', form))).toEqual([
    409,
    'work-not-public',
  ]);
});

describe('a class', () => {
  test('is set clauses of what it was given, and of nothing else that is not public', async () => {
    const work = await bringWork(site, owner);
    const form = assignmentForm({ work: work.slug, ranges: [{ from: '2.2', to: '2.2' }] });
    const set = () => site.as(owner, 'POST', `/classes/${classId}/assignments`, form);
    expect(refusal(await set())).toEqual([422, 'clause-elsewhere']);
    await giveTo(site, work, classId);
    expect((await set()).statusCode).toBe(201);
    const taken = await site.as(owner, 'DELETE', `/works/${work.slug}/classes/${classId}`);
    expect(refusal(taken)).toEqual([409, 'text-set']);
  });

  test('goes on reading what somebody left who is gone, until it has ended', async () => {
    const leaver = await site.addPerson({ name: 'Leaver' });
    const theirs = await classOf(site, leaver, student);
    const [given, alone] = [await bringWork(site, leaver), await bringWork(site, leaver)];
    await giveTo(site, given, theirs);
    const own = await note(student, given, { layer: 'notebook', body: 'Plover' });
    const { eraseOwnWorks } = await import('../src/features/own-works/erase.ts');
    await site.app.transact((db) => eraseOwnWorks(db, leaver.id));
    expect((await reading(student, given)).body).toContain(own.id);
    const left = 'select from segment_text s join unit u on u.uid = s.uid where u.work_id = $1';
    expect((await site.owner.query(left, [alone.id])).rowCount).toBe(0);
    await site.owner.query('delete from work_class where class_id = $1', [theirs]);
    await site.owner.query('select drop_abandoned_works()');
    expect((await reading(student, given)).statusCode).toBe(404);
    const words =
      'select from segment_text s join unit u on u.uid = s.uid where u.work_id = $1 and reading <> $2';
    expect((await site.owner.query(words, [given.id, ''])).rowCount).toBe(0);
    const kept = await site.as(student, 'GET', '/account/export?format=json');
    expect(kept.body).toContain('Plover');
  });
});

test('a text is deleted while it is nobody else’s, and its name is given to no other', async () => {
  const work = await bringWork(site, owner);
  await giveTo(site, work, classId);
  const used = await site.as(owner, 'DELETE', `/works/${work.slug}`);
  expect(refusal(used)).toEqual([409, 'text-in-use']);
  await site.as(owner, 'DELETE', `/works/${work.slug}/classes/${classId}`);
  expect((await site.as(owner, 'DELETE', `/works/${work.slug}`)).statusCode).toBe(200);
  expect((await reading(owner, work)).statusCode).toBe(404);
  const { rows } = await site.owner.query<{ titles: object }>(
    'select titles from work where slug = $1',
    [work.slug],
  );
  expect(rows).toEqual([{ titles: {} }]);
});
