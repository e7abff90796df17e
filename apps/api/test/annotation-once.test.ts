import type { AnnotationView, ThreadPage, ThreadView } from '@glossator/contract';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  refusal,
  replyForm,
  replyTo,
  rootOf,
  seen,
  startApp,
  startThread,
  stopApp,
  threadForm,
  type Person,
  type TestApp,
} from './support/index.ts';

let site: TestApp;
let ada: Person;
let ben: Person;

beforeAll(async () => {
  site = await startApp();
  ada = await site.addPerson({ name: 'Ada' });
  ben = await site.addPerson({ name: 'Ben' });
});
afterAll(() => stopApp(site));

const start = (person: Person, target: string, more: Record<string, unknown> = {}) =>
  startThread(site, person, target, more);

describe('once', () => {
  test('ten sends of one form at the same time make one note', async () => {
    const form = threadForm('1.1.3.1');
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => site.as(ada, 'POST', '/api/threads', form)),
    );
    expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(1);
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(9);
    expect(new Set(answers.map((answer) => answer.json<ThreadView>().id)).size).toBe(1);
    const page = await site.as(null, 'GET', '/api/works/ncss-2016/threads?at=1.1.3.1');
    expect(page.json<ThreadPage>().items).toHaveLength(1);
  });

  test('the same for a reply', async () => {
    const root = rootOf(await start(ada, '1.1.3.2'));
    const form = replyForm('Once');
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        site.as(ben, 'POST', `/api/annotations/${root.id}/replies`, form),
      ),
    );
    expect(new Set(answers.map((answer) => answer.json<AnnotationView>().id)).size).toBe(1);
    expect(answers.every(({ statusCode }) => statusCode === 200 || statusCode === 201)).toBe(true);
  });

  test('the same key with other words is refused with the note it made', async () => {
    const key = randomUUID();
    const first = await start(ada, '1.1.4.1', { key });
    const answer = await site.as(
      ada,
      'POST',
      '/api/threads',
      threadForm('1.1.4.1', { key, body: 'Something else' }),
    );
    expect(answer.statusCode).toBe(409);
    expect(answer.json()).toMatchObject({
      code: 'key-reused',
      current: { id: rootOf(first).id },
    });
  });

  test('also where that note was edited since, or taken away', async () => {
    const form = threadForm('1.1.2.2', { body: 'First' });
    const root = rootOf((await site.as(ada, 'POST', '/api/threads', form)).json());
    const url = `/api/annotations/${root.id}`;
    const again = (body: string) => site.as(ada, 'POST', '/api/threads', { ...form, body });
    await site.as(ada, 'PUT', url, { body: 'Edited', version: 1, seen });
    expect(refusal(await again('Something else'))).toEqual([409, 'key-reused']);
    expect((await again('First')).statusCode).toBe(200);
    await site.as(ada, 'DELETE', url);
    expect(refusal(await again('Something else'))).toEqual([409, 'key-reused']);
    expect((await again('First')).json()).toMatchObject({ annotations: [{ state: 'deleted' }] });
  });

  test('a key belongs to one author: another may have the same', async () => {
    const key = randomUUID();
    const first = await start(ada, '1.1.4.2', { key });
    const second = await start(ben, '1.1.4.2', { key });
    expect(second.id).not.toBe(first.id);
  });
});

describe('editing', () => {
  test('keeps every revision, newest first', async () => {
    const root = rootOf(await start(ada, '3.2.1.1', { body: 'First' }));
    for (const [n, body] of ['Second', 'Third'].entries()) {
      const answer = await site.as(ada, 'PUT', `/api/annotations/${root.id}`, {
        body,
        version: n + 1,
        seen,
      });
      expect(answer.json()).toMatchObject({ body, version: n + 2, edited: true });
    }
    const history = await site.as(null, 'GET', `/api/annotations/${root.id}/revisions?limit=2`);
    const page = history.json<{ items: { number: number; body: string }[]; next: string }>();
    expect(page.items.map(({ number, body }) => [number, body])).toEqual([
      [3, 'Third'],
      [2, 'Second'],
    ]);
    const rest = await site.as(
      null,
      'GET',
      `/api/annotations/${root.id}/revisions?limit=2&cursor=${page.next}`,
    );
    expect(rest.json()).toMatchObject({ items: [{ number: 1, body: 'First' }], next: null });
  });

  test('of a stale version is refused with what is stored', async () => {
    const root = rootOf(await start(ada, '3.2.1.2'));
    const edit = (body: string) =>
      site.as(ada, 'PUT', `/api/annotations/${root.id}`, { body, version: 1, seen });
    const answers = await Promise.all([edit('From one tab'), edit('From the other tab')]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    const kept = answers.find(({ statusCode }) => statusCode === 200)?.json<AnnotationView>().body;
    const refused = answers.find(({ statusCode }) => statusCode === 409);
    expect(refused?.json()).toMatchObject({
      code: 'version-stale',
      current: { body: kept, version: 2 },
    });
  });

  test('sent again after a lost answer is the same edit', async () => {
    const root = rootOf(await start(ada, '3.2.1.3'));
    const edit = () =>
      site.as(ada, 'PUT', `/api/annotations/${root.id}`, { body: 'Better', version: 1, seen });
    expect((await edit()).statusCode).toBe(200);
    expect((await edit()).json()).toMatchObject({ version: 2, body: 'Better' });
  });

  test('sent ten times at once is one edit', async () => {
    const root = rootOf(await start(ada, '3.2.1.4'));
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        site.as(ada, 'PUT', `/api/annotations/${root.id}`, { body: 'Better', version: 1, seen }),
      ),
    );
    expect(answers.map((answer) => answer.json<AnnotationView>().version)).toEqual(
      Array(10).fill(2),
    );
  });
});

test('an answer never stands before what it answers, though the clock was set back', async () => {
  const thread = await start(ada, '1.1.2.3');
  const root = rootOf(thread);
  await site.owner.query(
    "update annotation set created_at = now() + interval '1 hour' where id = $1",
    [root.id],
  );
  const answer = await replyTo(site, ben, root.id, 'Later');
  const notes = await site.as(null, 'GET', `/api/threads/${thread.id}/annotations`);
  expect(notes.json<{ items: AnnotationView[] }>().items.map(({ id }) => id)).toEqual([
    root.id,
    answer.id,
  ]);
});
