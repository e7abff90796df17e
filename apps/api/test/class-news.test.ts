import type { NoticePage, OwnResult, StudentWork, ViewerView } from '@glossator/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeTransact } from '../src/db/client.ts';
import { mailNews } from '../src/features/class-news/mail.ts';
import {
  assignmentIn,
  classOf,
  draftIn,
  fanOutNow,
  inDays,
  publish,
  readAssignment,
  replyTo,
  rootOf,
  startApp,
  startThread,
  stopApp,
  wishMail,
  type Person,
  type TestApp,
} from './support/index.ts';

let site: TestApp;
let tess: Person;
let asa: Person;
let ada: Person;
let ben: Person;
let course: string;
beforeAll(async () => {
  site = await startApp();
});
afterAll(() => stopApp(site));
beforeEach(async () => {
  tess = await site.addPerson({ name: 'Tess' });
  asa = await site.addPerson({ name: 'Asa' });
  ada = await site.addPerson({ name: 'Ada' });
  ben = await site.addPerson({ name: 'Ben' });
  course = await classOf(site, tess, asa, ada, ben);
  await site.as(tess, 'PUT', `/classes/${course}/members/${asa.id}`, { role: 'assistant' });
});

const page = async (by: Person): Promise<NoticePage> => {
  const answer = await site.as(by, 'GET', '/notices');
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
};
const news = async (by: Person) =>
  (await page(by)).news.map(({ kind, assignment }) => [kind, assignment]);
const unread = async (by: Person): Promise<number> =>
  (await site.as(by, 'GET', '/session')).json<ViewerView>().unread;
const takeBack = async (id: string) => {
  const { version } = await readAssignment(site, tess, id);
  await site.as(tess, 'PUT', `/assignments/${id}/publication`, { published: false, version });
};
const extend = (id: string, who = ada, due = inDays(20)) =>
  site.as(tess, 'PUT', `/assignments/${id}/extensions/${who.id}`, { due, closes: null });
/** As if it had opened so long ago: nothing waits for the clock. */
const openNow = (id: string) =>
  site.owner.query(
    `with s as (update assignment set opens_at = now() - interval '1 second' where id = $1)
     update class_news set at = now() - interval '1 second' where assignment_id = $1 and kind = 'opened'`,
    [id],
  );

describe('that an assignment is published', () => {
  test('is told to its students, until they read it', async () => {
    const draft = await draftIn(site, tess, course, { title: 'Secret' });
    expect([await news(ada), await unread(ada)]).toEqual([[], 0]);
    await publish(site, tess, draft);
    expect(await news(ada)).toEqual([['published', draft]]);
    expect((await page(ada)).news[0]).toMatchObject({ title: 'Secret', class: course });
    expect([await unread(ada), await news(tess), await news(asa)]).toEqual([1, [], []]);
    await site.as(ada, 'GET', `/assignments/${draft}/mine`);
    expect([await news(ada), await unread(ada), await unread(ben)]).toEqual([[], 0, 1]);
    await site.as(ben, 'POST', '/notices/read', { until: new Date().toISOString() });
    expect(await unread(ben)).toBe(0);
  });

  test('is told by a term as well, of each', async () => {
    const ids = [await draftIn(site, tess, course), await draftIn(site, tess, course)];
    const changes = await Promise.all(
      ids.map(async (id) => {
        const { version, title, opens, due, closes, ranges } = await readAssignment(site, tess, id);
        const times = { opens, due, closes, gateAt: null };
        const asked = ranges.map(({ from, to }) => ({ from, to }));
        return { id, version, title, ranges: asked, ...times, publish: true };
      }),
    );
    const form = { changes, made: [], try: true };
    expect((await site.as(tess, 'PUT', `/classes/${course}/term`, form)).statusCode).toBe(200);
    expect(await news(ada)).toEqual([]);
    await site.as(tess, 'PUT', `/classes/${course}/term`, { ...form, try: false });
    expect(new Set(await news(ada))).toEqual(new Set(ids.map((id) => ['published', id])));
  });

  test('is told anew when it opens, in its place, at the time to which that was moved', async () => {
    const id = await assignmentIn(site, tess, course, {
      opens: inDays(2),
      due: null,
      closes: null,
    });
    expect(await news(ada)).toEqual([['published', id]]);
    await site.as(ada, 'GET', `/assignments/${id}/mine`);
    const now = await readAssignment(site, tess, id);
    const { title, question, work, languages, gate, byGroups, leastLength, notes, replies } = now;
    const { per, coverage, how, late, points, names, version } = now;
    const moved = await site.as(tess, 'PUT', `/assignments/${id}`, {
      ...{ title, question, work, languages, gate, byGroups, leastLength, notes, replies, per },
      ...{ coverage, how, late, points, names, version, opens: inDays(3), due: null, closes: null },
      ranges: now.ranges.map(({ from, to }) => ({ from, to })),
    });
    expect(moved.statusCode, moved.body).toBe(200);
    const { rows } = await site.owner.query<{ together: boolean }>(
      `select bool_and(n.at = s.opens_at) as together from class_news n
       join assignment s on s.id = n.assignment_id where s.id = $1 and n.kind = 'opened'`,
      [id],
    );
    expect(rows[0]?.together).toBe(true);
    expect([await news(ada), await news(ben)]).toEqual([[], [['published', id]]]);
    await openNow(id);
    expect([await news(ada), await news(ben)]).toEqual([[['opened', id]], [['opened', id]]]);
    expect(await unread(ben)).toBe(1);
  });

  test.each([
    ['is a draft again', takeBack],
    ['whose reader has left', () => site.as(ada, 'DELETE', `/classes/${course}/members/${ada.id}`)],
    [
      'whose reader was removed',
      () => site.as(tess, 'DELETE', `/classes/${course}/members/${ada.id}`),
    ],
    [
      'whose reader teaches it now',
      () => site.as(tess, 'PUT', `/classes/${course}/members/${ada.id}`, { role: 'assistant' }),
    ],
  ] as const)('is not told of one that %s', async (_what, change) => {
    const id = await assignmentIn(site, tess, course);
    await extend(id);
    expect(await unread(ada)).toBe(2);
    await change(id);
    expect([await news(ada), await unread(ada)]).toEqual([[], 0]);
  });
});

test('more time is told to whom it is given, anew when it changes, and not when it is taken', async () => {
  const id = await assignmentIn(site, tess, course);
  await site.as(ada, 'GET', `/assignments/${id}/mine`);
  await extend(id);
  expect(await news(ada)).toEqual([['extended', id]]);
  expect(await news(ben)).toEqual([['published', id]]);
  await site.as(ada, 'GET', `/assignments/${id}/mine`);
  expect(await news(ada)).toEqual([]);
  await extend(id, ada, inDays(30));
  expect(await news(ada)).toEqual([['extended', id]]);
  await site.as(tess, 'DELETE', `/assignments/${id}/extensions/${ada.id}`);
  expect(await news(ada)).toEqual([]);
});

describe('what is contested', () => {
  test('is told to the staff without a name until it is answered, and the answer to its student', async () => {
    const id = await assignmentIn(site, tess, course, { names: 'blind' });
    await site.as(tess, 'POST', `/assignments/${id}/release`, { students: null });
    const { result } = (await site.as(ada, 'GET', `/assignments/${id}/result`)).json<OwnResult>();
    const [line] = result?.grade.count?.lines ?? [];
    const contested = await site.as(ada, 'POST', `/assignments/${id}/result/contests`, {
      line: line?.line,
      words: 'One is missing',
    });
    expect(contested.statusCode, contested.body).toBe(200);
    for (const each of [tess, asa]) {
      expect(await news(each)).toEqual([['contested', id]]);
      expect(JSON.stringify(await page(each))).not.toMatch(/Ada|One is missing/);
    }
    expect(await news(ben)).toEqual([['published', id]]);
    const path = `/assignments/${id}/grades/${ada.id}`;
    const { contests } = (await site.as(tess, 'GET', path)).json<StudentWork>();
    const answered = await site.as(
      tess,
      'POST',
      `${path}/contests/${contests[0]?.id ?? ''}/answer`,
      { answer: 'stands', words: 'It came after the end', hundredths: null },
    );
    expect(answered.statusCode, answered.body).toBe(200);
    expect([await news(tess), await news(asa)]).toEqual([[], []]);
    expect(await news(ada)).toContainEqual(['answered', id]);
  });
});

describe('what is between a student and the staff', () => {
  const ask = (by: Person, id: string, body: string) =>
    startThread(site, by, '4.3.1.2', { layer: 'feedback', assignment: id, body });
  const told = async (by: Person) => {
    await fanOutNow(site);
    return (await page(by)).items.map(({ reason, note }) => [reason, note.text]);
  };

  test('is told to all of the staff, and the answer to the student alone', async () => {
    const id = await assignmentIn(site, tess, course);
    const thread = await ask(ada, id, 'May I write on the heading?');
    for (const each of [tess, asa])
      expect(await told(each)).toEqual([['question', 'May I write on the heading?']]);
    expect([await told(ben), await told(ada)]).toEqual([[], []]);
    await replyTo(site, tess, rootOf(thread).id, 'You may.');
    expect(await told(ada)).toEqual([['reply', 'You may.']]);
    expect(await told(ben)).toEqual([]);
  });

  test('about a note of theirs is told to its author, and to no peer', async () => {
    const id = await assignmentIn(site, tess, course, { gate: { kind: 'none' } });
    const theirs = await startThread(site, ada, '4.3.1.2', {
      layer: 'class',
      assignment: id,
      body: 'A thought about this clause',
    });
    await startThread(site, asa, '4.3.1.2', {
      pointing: { kind: 'note', annotation: rootOf(theirs).id },
      layer: 'feedback',
      assignment: id,
      body: 'Look at the next one too',
    });
    expect(await told(ada)).toEqual([['feedback', 'Look at the next one too']]);
    expect([await told(ben), await told(asa)]).toEqual([[], []]);
  });

  test('is told by no name where names are hidden, to nobody who has left, and in no thread that is muted', async () => {
    const id = await assignmentIn(site, tess, course, { names: 'blind' });
    const thread = await ask(ada, id, 'Is this asked of ministries?');
    await told(asa);
    expect(JSON.stringify((await page(tess)).items)).not.toContain('Ada');
    await site.as(asa, 'DELETE', `/classes/${course}/members/${asa.id}`);
    expect(await told(asa)).toEqual([]);
    await site.as(tess, 'PUT', `/follows/thread/${thread.id}`, { state: 'muted' });
    await replyTo(site, ada, rootOf(thread).id, 'Or of provinces?');
    expect(await told(tess)).toEqual([['question', 'Is this asked of ministries?']]);
  });
});

test('mail says where to look, once, to who wishes it and may know of it', async () => {
  const cleo = await site.addPerson({ name: 'Cleo' });
  const dora = await site.addPerson({ name: 'Dora' });
  course = await classOf(site, tess, ada, ben, cleo, dora);
  for (const each of [ada, cleo, dora]) await wishMail(site, each, 'soon');
  const one = await assignmentIn(site, tess, course, { title: 'Hidden words' });
  const two = await assignmentIn(site, tess, course, { opens: inDays(2), due: null, closes: null });
  await site.as(dora, 'DELETE', `/classes/${course}/members/${dora.id}`);
  await site.as(cleo, 'GET', `/assignments/${one}/mine`);
  await site.as(cleo, 'GET', `/assignments/${two}/mine`);
  const deps = { transact: makeTransact(site.pool), settings: site.config };
  const sent = async () => {
    while (await mailNews(deps, site.app.outbox));
    const { rows } = await site.owner.query<{ recipient: string; body: string }>(
      "select recipient, body from mail where kind = 'class' and strpos(body, $1) > 0",
      [course],
    );
    return rows;
  };
  expect(await sent()).toEqual([]);
  // What opens in two days is due then.
  await site.owner.query(
    `update class_news set mail_at = now() where mail_at < now() + interval '1 day'`,
  );
  const [first, ...more] = await sent();
  expect([first?.recipient, more]).toEqual([ada.email, []]);
  expect(first?.body).toContain(`/classes/${course}/assignments/${one}`);
  expect(first?.body).toContain(`/classes/${course}/assignments/${two}`);
  expect(first?.body).not.toContain('Hidden words');
  expect((await sent()).length).toBe(1);
  await openNow(two);
  await site.owner.query('update class_news set mail_at = now() where mail_at is not null');
  expect((await sent()).map(({ recipient }) => recipient).sort()).toEqual(
    [ada.email, ada.email, cleo.email].sort(),
  );
});
