import type { AnnotationView, ThreadPage, UsefulMarkPage } from '@glossator/contract';
import { threadOrders, type ThreadOrder } from '@glossator/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  give,
  hideForm,
  member,
  password,
  refusal,
  replyTo,
  rootOf,
  startApp,
  startThread,
  stopApp,
  type Person,
  type TestApp,
} from './support/index.ts';

let site: TestApp;
let ada: Person;
let ben: Person;
let cleo: Person;
let keeper: Person;

beforeAll(async () => {
  site = await startApp();
  ada = await site.addPerson({ name: 'Ada' });
  ben = await site.addPerson({ name: 'Ben' });
  cleo = await site.addPerson({ name: 'Cleo' });
  keeper = await site.addPerson({ name: 'Keeper', administrator: true });
});
afterAll(() => stopApp(site));

const start = async (at: string, more: Record<string, unknown> = {}) =>
  rootOf(await startThread(site, ada, at, more));
const mark = (person: Person | null, id: string) =>
  site.as(person, 'PUT', `/api/annotations/${id}/useful`);
const unmark = (person: Person | null, id: string) =>
  site.as(person, 'DELETE', `/api/annotations/${id}/useful`);

async function told(person: Person | null, id: string): Promise<[useful: number, mine: boolean]> {
  const answer = await site.as(person, 'GET', `/api/annotations/${id}`);
  const { useful, marked } = answer.json<AnnotationView>();
  return [useful, marked];
}

async function marksOf(person: Person): Promise<UsefulMarkPage['items']> {
  const answer = await site.as(person, 'GET', '/api/account/useful-marks');
  expect(answer.statusCode).toBe(200);
  return answer.json<UsefulMarkPage>().items;
}

interface List {
  readonly at: string;
  readonly order?: ThreadOrder;
  readonly more?: string;
}
async function pageOf({ at, order, more = '' }: List, cursor: string | null): Promise<ThreadPage> {
  const asked = new URLSearchParams({ at, ...(order && { order }), ...(cursor && { cursor }) });
  const url = `/api/works/ncss-2016/threads?${asked.toString()}${more}`;
  const answer = await site.as(null, 'GET', url);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<ThreadPage>();
}
/** Ids of the roots in order, read page by page. */
async function listed(list: List, limit = 2): Promise<string[]> {
  const found: string[] = [];
  let cursor: string | null = null;
  do {
    const page: ThreadPage = await pageOf(
      { ...list, more: `${list.more ?? ''}&limit=${String(limit)}` },
      cursor,
    );
    found.push(...page.items.map((thread) => rootOf(thread).id));
    cursor = page.next;
  } while (cursor !== null);
  return found;
}

describe('a note that was useful', () => {
  test('is marked once by each, told to all by number alone, and taken back', async () => {
    const { id } = await start('4.3.1.2');
    expect(await told(ben, id)).toEqual([0, false]);
    expect((await mark(ben, id)).json()).toMatchObject({ useful: 1, marked: true });
    expect((await mark(ben, id)).json()).toMatchObject({ useful: 1, marked: true });
    await mark(cleo, id);
    expect(await told(null, id)).toEqual([2, false]);
    expect(await told(ben, id)).toEqual([2, true]);
    // Not even its author, or who runs the site, learns whose marks they are.
    for (const person of [ada, keeper, null]) {
      const { body } = await site.as(person, 'GET', '/api/works/ncss-2016/reading?at=4.3.1.2');
      expect(body).not.toContain(ben.id);
    }
    expect((await unmark(ben, id)).json()).toMatchObject({ useful: 1, marked: false });
    expect((await unmark(ben, id)).json()).toMatchObject({ useful: 1, marked: false });
    expect(await told(null, id)).toEqual([1, false]);
  });

  test('twenty marks at once are twenty', async () => {
    const { id } = await start('4.3.1.2');
    const people = await Promise.all(
      Array.from({ length: 20 }, (_, n) => site.addPerson({ name: `Reader ${String(n)}` })),
    );
    const answers = await Promise.all(people.flatMap((each) => [mark(each, id), mark(each, id)]));
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200]));
    expect(await told(null, id)).toEqual([20, false]);
    await Promise.all(people.map((each) => unmark(each, id)));
    expect(await told(null, id)).toEqual([0, false]);
  });

  test('is another’s, public, and there', async () => {
    const { id } = await start('4.3.1.2');
    expect(refusal(await mark(ada, id))).toEqual([403, 'not-allowed']);
    expect(refusal(await mark(null, id))).toEqual([401, 'sign-in-required']);
    const own = await start('4.3.1.2', { layer: 'notebook' });
    expect(refusal(await mark(ada, own.id))).toEqual([403, 'not-allowed']);
    expect(refusal(await mark(ben, own.id))).toEqual([404, 'not-found']);
    await site.as(ada, 'DELETE', `/api/annotations/${id}`);
    expect(refusal(await mark(ben, id))).toEqual([403, 'not-allowed']);
    await site.as(ada, 'POST', `/api/annotations/${id}/restore`);
    expect((await mark(ben, id)).statusCode).toBe(200);
  });

  test('keeps its count to itself while it is withheld or private, and has it again', async () => {
    const { id, thread } = await start('4.3.1.2');
    await mark(ben, id);
    const note = `/api/annotations/${id}`;
    await site.as(keeper, 'POST', `${note}/hide`, hideForm());
    for (const person of [null, ada, cleo, keeper])
      expect(await told(person, id)).toEqual([0, false]);
    expect(refusal(await unmark(ben, id))).toEqual([403, 'not-allowed']);
    expect((await marksOf(ben))[0]).toMatchObject({ note: id, place: null });
    await site.as(keeper, 'POST', `${note}/unhide`, { reason: 'A mistake.' });
    expect(await told(null, id)).toEqual([1, false]);
    await site.as(ada, 'POST', `/api/threads/${thread}/move`, { layer: 'notebook' });
    expect(await told(ada, id)).toEqual([0, false]);
    expect((await marksOf(ben))[0]).toMatchObject({ note: id, place: null });
    await site.as(ada, 'POST', `/api/threads/${thread}/move`, { layer: 'public' });
    expect(await told(null, id)).toEqual([1, false]);
    expect((await marksOf(ben))[0]).toMatchObject({
      note: id,
      place: { work: 'ncss-2016', address: '4.3.1.2', author: 'Ada' },
    });
  });

  test('is not marked by somebody who is muted', async () => {
    const { id } = await start('3.3.1.1');
    const loud = await site.addPerson({ name: 'Loud' });
    const moderator = await site.addPerson({ name: 'Keeper of all', moderates: null });
    await give(site, moderator, loud);
    expect((await mark(loud, id)).statusCode).toBe(403);
    expect(await told(null, id)).toEqual([0, false]);
  });

  test('is forgotten with the person who marked it', async () => {
    const { id } = await start('3.3.1.1');
    const leaver = await member(site, 'leaver@example.org');
    await mark(leaver, id);
    await mark(cleo, id);
    const stored = await site.as(leaver, 'GET', '/api/account/stored');
    expect(stored.json()).toMatchObject({ usefulMarks: 1 });
    const left = await site.as(leaver, 'DELETE', '/api/account', {
      password,
      writing: 'anonymise',
    });
    expect(left.statusCode, left.body).toBe(200);
    expect(await told(null, id)).toEqual([1, false]);
    const { rows } = await site.owner.query('select from useful_mark where person_id = $1', [
      leaver.id,
    ]);
    expect(rows).toEqual([]);
  });

  test('two who marked each other’s notes leave at once', async () => {
    const [left, right] = await Promise.all(
      ['left@x.org', 'right@x.org'].map((email) => member(site, email)),
    );
    if (left === undefined || right === undefined) throw new Error('two people');
    const notes = await Promise.all(
      [left, right].map(async (each) => rootOf(await startThread(site, each, '3.3.1.2')).id),
    );
    await mark(left, notes[1] ?? '');
    await mark(right, notes[0] ?? '');
    const answers = await Promise.all(
      [left, right].map((each) =>
        site.as(each, 'DELETE', '/api/account', {
          password,
          writing: 'remove',
        }),
      ),
    );
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
  });
});

describe('threads on a clause', () => {
  const at = '3.2.1.3';
  let plain: string;
  let liked: string;
  let argued: string;
  let both: string;

  beforeAll(async () => {
    liked = (await start(at, { kind: 'question' })).id;
    argued = (await start(at)).id;
    both = (await start(at, { kind: 'question' })).id;
    plain = (await start(at)).id;
    await mark(ben, liked);
    await mark(cleo, liked);
    for (const words of ['One', 'Two']) await replyTo(site, ben, argued, words);
    // A mark on an answer is one for its thread.
    const answer = await replyTo(site, ben, both, 'Three');
    await mark(cleo, answer.id);
    await mark(keeper, answer.id);
  });

  const orders = (): Record<ThreadOrder, string[]> => ({
    useful: [both, liked, argued, plain],
    answered: [argued, both, plain, liked],
    newest: [plain, both, argued, liked],
  });

  test.each(threadOrders)('stand %s first, page by page', async (order) => {
    for (const limit of [1, 2, 3, 50])
      expect(await listed({ at, order }, limit)).toEqual(orders()[order]);
    // With a filter as well.
    const questions = orders()[order].filter((id) => id === liked || id === both);
    for (const limit of [1, 50])
      expect(await listed({ at, order, more: '&kind=question' }, limit)).toEqual(questions);
  });

  test('stand most useful first where nobody has chosen', async () => {
    expect(await listed({ at })).toEqual(orders().useful);
    const page = await site.as(null, 'GET', `/api/works/ncss-2016/reading?at=${at}`);
    expect(
      page.json<{ threads: ThreadPage }>().threads.items.map((thread) => rootOf(thread).id),
    ).toEqual(orders().useful);
  });

  test('one’s own notebook stands before what others think most of', async () => {
    const own = rootOf(await startThread(site, cleo, at, { layer: 'notebook' }));
    for (const order of ['useful', 'answered'] as const) {
      const first = await site.as(
        cleo,
        'GET',
        `/api/works/ncss-2016/threads?at=${at}&order=${order}&limit=2`,
      );
      const { items, next } = first.json<ThreadPage>();
      expect(items.map((thread) => rootOf(thread).id)).toEqual([own.id, orders()[order][0]]);
      const second = await site.as(
        cleo,
        'GET',
        `/api/works/ncss-2016/threads?at=${at}&order=${order}&cursor=${String(next)}`,
      );
      expect(second.json<ThreadPage>().items.map((thread) => rootOf(thread).id)).toEqual(
        orders()[order].slice(1),
      );
    }
  });

  test('a place in one order is none in another', async () => {
    const { next } = await pageOf({ at, order: 'useful', more: '&limit=1' }, null);
    const wrong = await site.as(
      null,
      'GET',
      `/api/works/ncss-2016/threads?at=${at}&order=newest&cursor=${String(next)}`,
    );
    expect(refusal(wrong)).toEqual([400, 'cursor-unknown']);
  });

  test('what is withheld lends its thread nothing', async () => {
    await site.as(keeper, 'POST', `/api/annotations/${liked}/hide`, hideForm());
    expect((await listed({ at, order: 'useful' })).indexOf(liked)).toBe(3);
    await site.as(keeper, 'POST', `/api/annotations/${liked}/unhide`, { reason: 'A mistake.' });
    expect(await listed({ at, order: 'useful' })).toEqual(orders().useful);
  });

  test('the standing that is kept is the one that would be counted', async () => {
    const { rows } = await site.owner.query(`
      select p.thread_id from thread_place p
      where (p.answers, p.useful) <> (
        select count(a.parent_id), coalesce(sum(
          (select count(*) from useful_mark m where m.annotation_id = a.id)), 0)
        from annotation a where a.thread_id = p.thread_id and a.state = 'published')`);
    expect(rows).toEqual([]);
  });
});

test('three hundred threads on one clause are read to the end in every order', async () => {
  const at = '3.4.1.1';
  for (let n = 0; n < 300; n += 20)
    await Promise.all(Array.from({ length: 20 }, () => startThread(site, ada, at)));
  await site.owner.query(
    `insert into useful_mark (annotation_id, person_id)
     select a.id, p.id from annotation a join thread t on t.id = a.thread_id
       join unit u on u.uid = t.from_uid and u.path = $1
       join person p on left(md5(p.id::text || a.id::text), 1) < '4' and p.state = 'active'`,
    [at],
  );
  for (const order of threadOrders) {
    const ids = await listed({ at, order }, 50);
    expect(ids).toHaveLength(300);
    expect(new Set(ids).size).toBe(300);
  }
});
