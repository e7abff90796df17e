import type { AnnotationView, ThreadPage } from '@glossator/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  hideForm,
  replyForm,
  replyTo,
  rootOf,
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
let keeper: Person;

beforeAll(async () => {
  site = await startApp();
  ada = await site.addPerson({ name: 'Ada' });
  ben = await site.addPerson({ name: 'Ben' });
  keeper = await site.addPerson({ name: 'Keeper', administrator: true });
});

afterAll(() => stopApp(site));

const start = (person: Person, target: string, more: Record<string, unknown> = {}) =>
  startThread(site, person, target, more);
const answerTo = (person: Person, id: string, body: string) => replyTo(site, person, id, body);

async function threadsAt(at: string, query = ''): Promise<ThreadPage> {
  const answer = await site.as(null, 'GET', `/api/works/ncss-2016/threads?at=${at}${query}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}

const ids = (page: ThreadPage): string[] => page.items.map(({ id }) => id);

describe('what a thread points at', () => {
  test('a clause that is lost in English takes a thread like any other', async () => {
    const thread = await start(ada, '4.3.1.2');
    expect(thread.target).toMatchObject({ kind: 'segment', address: '4.3.1.2' });
    expect(ids(await threadsAt('4.3.1.2'))).toContain(thread.id);
  });

  test('a span is found on each of its clauses, and once in its section', async () => {
    const thread = await start(ada, '2.0.3.1-2.0.4.2');
    expect(thread.target).toMatchObject({ kind: 'span', address: '2.0.3.1-2.0.4.2' });
    for (const clause of ['2.0.3.1', '2.0.3.2', '2.0.4.1', '2.0.4.2'])
      expect(ids(await threadsAt(clause)), clause).toContain(thread.id);
    expect(ids(await threadsAt('2.0.2.1'))).not.toContain(thread.id);
    expect(ids(await threadsAt('2')).filter((id) => id === thread.id)).toHaveLength(1);
    // A section that the span only reaches into shows it at its first clause.
    expect(ids(await threadsAt('2.0.4')).filter((id) => id === thread.id)).toHaveLength(1);
  });

  test('a container is a target of its own, and wider than the clauses in it', async () => {
    const thread = await start(ada, '3.1');
    expect(thread.target).toMatchObject({ kind: 'container', address: '3.1' });
    expect(ids(await threadsAt('3.1.1.1'))).not.toContain(thread.id);
    expect(ids(await threadsAt('3.1.1.1', '&wider=true'))).toContain(thread.id);
    expect(ids(await threadsAt('3'))).toContain(thread.id);
  });

  test('a limb has threads of its own, shown with its sentence', async () => {
    const thread = await start(ada, '4.2.1.1b');
    expect(thread.target.address).toBe('4.2.1.1b');
    expect(ids(await threadsAt('4.2.1.1'))).toContain(thread.id);
    expect(ids(await threadsAt('4.2.1.1a'))).not.toContain(thread.id);
  });

  test.each([
    ['9.9.9.9', 404, 'not-found'],
    ['2.0.4.2-2.0.3.1', 422, 'range-reversed'],
    ['two', 400, 'address-malformed'],
    ['2-2.0.1', 400, 'address-malformed'],
  ])('%s is refused and nothing is stored', async (target, status, code) => {
    const before = await site.owner.query('select count(*) from thread');
    const answer = await site.as(ada, 'POST', '/api/threads', threadForm(target));
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([status, code]);
    expect((await site.owner.query('select count(*) from thread')).rows).toEqual(before.rows);
  });

  test('an edition version that does not exist cannot have been seen', async () => {
    const answer = await site.as(
      ada,
      'POST',
      '/api/threads',
      threadForm('4.1', { seen: ['zh-cac:9.0.0'] }),
    );
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([
      422,
      'version-unknown',
    ]);
  });
});

describe('lists', () => {
  test('newest first, page by page, without a gap or a repetition', async () => {
    const made: string[] = [];
    for (let n = 0; n < 7; n += 1) made.unshift((await start(ada, '1.1.2.1')).id);
    const read: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page: ThreadPage = await threadsAt(
        '1.1.2.1',
        `&limit=3${next === '' ? '' : `&cursor=${next}`}`,
      );
      expect(page.items.length).toBeLessThanOrEqual(3);
      read.push(...ids(page));
      next = page.next;
    }
    expect(read).toEqual(made);
  });

  test('a section lists its clauses in document order', async () => {
    await start(ada, '1.2.3.1');
    await start(ada, '1.2.2.1');
    await start(ada, '1.2.2.1');
    const page = await threadsAt('1.2', '&limit=2');
    expect(page.items.map(({ target }) => target.address)).toEqual(['1.2.2.1', '1.2.2.1']);
    const rest = await threadsAt('1.2', `&limit=2&cursor=${page.next ?? ''}`);
    expect(rest.items.map(({ target }) => target.address)).toEqual(['1.2.3.1']);
    expect(rest.next).toBeNull();
  });

  test.each(['', 'x', 'WzFd', 'bnVsbA', Buffer.from('[1,"2026-01-01","x"]').toString('base64url')])(
    'a cursor that we did not hand out is refused: %s',
    async (cursor) => {
      const answer = await site.as(
        null,
        'GET',
        `/api/works/ncss-2016/threads?at=1.2&cursor=${cursor}`,
      );
      expect(answer.statusCode).toBe(400);
    },
  );

  test('a long thread brings its first notes and a cursor for the others', async () => {
    const thread = await start(ada, '3.4.1.1');
    const root = rootOf(thread);
    for (let n = 0; n < 104; n += 1) await answerTo(ben, root.id, `Answer ${String(n)}`);
    const [shown] = (await threadsAt('3.4.1.1')).items;
    expect(shown?.annotations).toHaveLength(100);
    const more = await site.as(
      null,
      'GET',
      `/api/threads/${thread.id}/annotations?cursor=${shown?.more ?? ''}`,
    );
    expect(more.json<{ items: AnnotationView[] }>().items.map(({ body }) => body)).toEqual([
      'Answer 99',
      'Answer 100',
      'Answer 101',
      'Answer 102',
      'Answer 103',
    ]);
  });
});

describe('taking away', () => {
  test('a deleted note keeps its place for its replies, and can be restored', async () => {
    const root = rootOf(await start(ada, '3.3.1.1', { body: 'Gone soon' }));
    await answerTo(ben, root.id, 'An answer');
    const url = `/api/annotations/${root.id}`;
    expect((await site.as(ada, 'DELETE', url)).json()).toMatchObject({ state: 'deleted' });
    const [thread] = (await threadsAt('3.3.1.1')).items;
    expect(thread?.annotations).toMatchObject([
      { state: 'deleted', body: null, html: null, author: null },
      { state: 'published', body: 'An answer' },
    ]);
    expect((await site.as(ada, 'POST', `${url}/restore`)).json()).toMatchObject({
      state: 'published',
      body: 'Gone soon',
    });
  });

  test('a deletion of more than ten minutes ago stands', async () => {
    const root = rootOf(await start(ada, '3.3.1.2'));
    await site.as(ada, 'DELETE', `/api/annotations/${root.id}`);
    await site.owner.query(
      "update annotation set changed_at = now() - interval '11 minutes' where id = $1",
      [root.id],
    );
    // Nothing is offered any more that would be refused.
    expect(
      (await site.as(ada, 'GET', `/api/annotations/${root.id}`)).json<AnnotationView>().abilities
        .restore,
    ).toBe(false);
    const answer = await site.as(ada, 'POST', `/api/annotations/${root.id}/restore`);
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([
      409,
      'restore-too-late',
    ]);
  });

  test('restoring a note that was withheld does not publish it', async () => {
    const root = rootOf(await start(ada, '3.3.1.3'));
    const url = `/api/annotations/${root.id}`;
    await site.as(keeper, 'POST', `${url}/hide`, hideForm('other', 'Names a private person.'));
    await site.as(ada, 'DELETE', url);
    expect((await site.as(ada, 'POST', `${url}/restore`)).json()).toMatchObject({
      state: 'hidden',
    });
  });

  test('withholding shows a tombstone, tells the author why, is logged and can be undone', async () => {
    const root = rootOf(await start(ada, '2.0.1.1', { body: 'Withheld words' }));
    const url = `/api/annotations/${root.id}`;
    const hidden = await site.as(
      keeper,
      'POST',
      `${url}/hide`,
      hideForm('personal-data', 'Names a person.'),
    );
    expect(hidden.json()).toMatchObject({ state: 'hidden', body: 'Withheld words' });
    expect((await site.as(ben, 'GET', url)).json()).toMatchObject({
      body: null,
      reason: null,
      reasonClass: 'personal-data',
    });
    expect((await site.as(ada, 'GET', url)).json()).toMatchObject({
      body: 'Withheld words',
      reason: 'Names a person.',
    });
    const twice = await site.as(keeper, 'POST', `${url}/hide`, hideForm('other', 'Again'));
    expect(twice.statusCode).toBe(403);
    await site.as(keeper, 'POST', `${url}/unhide`, { reason: 'A mistake.' });
    expect((await site.as(null, 'GET', url)).json()).toMatchObject({
      body: 'Withheld words',
      reasonClass: null,
    });
    const { rows } = await site.owner.query(
      'select action, before, after, reason, actor_id from annotation_event where annotation_id = $1 order by id',
      [root.id],
    );
    expect(rows).toEqual([
      {
        action: 'hide',
        before: 'published',
        after: 'hidden',
        reason: 'Names a person.',
        actor_id: keeper.id,
      },
      {
        action: 'unhide',
        before: 'hidden',
        after: 'published',
        reason: 'A mistake.',
        actor_id: keeper.id,
      },
    ]);
  });

  test('nobody answers what was taken away', async () => {
    const root = rootOf(await start(ada, '2.0.2.1'));
    await site.as(ada, 'DELETE', `/api/annotations/${root.id}`);
    const answer = await site.as(
      ben,
      'POST',
      `/api/annotations/${root.id}/replies`,
      replyForm('Too late'),
    );
    expect(answer.statusCode).toBe(403);
  });
});

describe('settling', () => {
  test('the one who opened a thread resolves it, and another cannot', async () => {
    const thread = await start(ada, '2.0.5.1');
    const url = `/api/threads/${thread.id}/resolution`;
    expect((await site.as(ben, 'POST', url, { action: 'resolve' })).statusCode).toBe(403);
    expect((await site.as(ada, 'POST', url, { action: 'resolve' })).json()).toMatchObject({
      resolution: 'resolved',
    });
    expect((await site.as(ada, 'POST', url, { action: 'resolve' })).statusCode).toBe(409);
    expect((await site.as(keeper, 'POST', url, { action: 'reopen' })).json()).toMatchObject({
      resolution: 'open',
    });
  });
});

test('the count of a clause follows every change of state', async () => {
  const count = async (): Promise<number> => {
    const answer = await site.as(null, 'GET', '/api/works/ncss-2016/reading?at=4.9.3.4');
    const view = answer.json<{ tallies: Record<string, number>; focus: { uid: string } }>();
    return view.tallies[view.focus.uid] ?? 0;
  };
  expect(await count()).toBe(0);
  const root = rootOf(await start(ada, '4.9.3.4'));
  const url = `/api/annotations/${root.id}`;
  await answerTo(ben, root.id, 'And so?');
  expect(await count()).toBe(2);
  await site.as(keeper, 'POST', `${url}/hide`, hideForm());
  expect(await count()).toBe(1);
  await site.as(ada, 'DELETE', url);
  expect(await count()).toBe(1);
  await site.as(ada, 'POST', `${url}/restore`);
  await site.as(keeper, 'POST', `${url}/unhide`, { reason: 'x' });
  expect(await count()).toBe(2);
});
