import type { AnnotationView } from '@glossator/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  replyTo,
  rootOf,
  startApp,
  startThread,
  stopApp,
  type Person,
  type TestApp,
} from './support/index.ts';
import { routes } from './routes/index.ts';

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

const others = (): readonly (Person | null)[] => [null, ben, keeper];

const section = (at: string): string => at.slice(0, 3);

/** Every address from which a note could be learnt of, by the registry of routes. */
const pathsTo = (at: string, thread: string, note: string): string[] =>
  Object.values(routes).flatMap(({ tells }) =>
    tells.kind === 'reads'
      ? tells.urls({ at, section: section(at), thread, note, author: ada })
      : [],
  );

/** Every act somebody could try on a note. */
const actsOn = (thread: string, note: string) =>
  Object.entries(routes).flatMap(([route, { tells }]) => {
    if (tells.kind !== 'acts') return [];
    const { url, payload } = tells.request({
      at: '3.1',
      section: '3.1',
      thread,
      note,
      author: ada,
    });
    return [{ method: route.split(' ')[0] as 'POST' | 'PUT' | 'DELETE', url, payload }];
  });

/** What an answer says, without what differs by itself. */
const comparable = (body: string): string =>
  body
    .replaceAll(/"(textTag|cursor|next|live|generated)":"[^"]*"/g, '')
    .replaceAll(/Written out on .*? from/g, '')
    .replaceAll(/reqId[^,]*/g, '');

describe('a notebook', () => {
  test('changes nothing, on any path, for anyone but its owner', async () => {
    const at = '3.1.1.2';
    const unknown = '01999999-0000-7000-8000-000000000000';
    const before = new Map<string, string>();
    for (const person of others())
      for (const url of pathsTo(at, unknown, unknown))
        before.set(
          `${person?.name ?? ''} ${url}`,
          comparable((await site.as(person, 'GET', url)).body),
        );

    const thread = await startThread(site, ada, at, {
      layer: 'notebook',
      body: 'Xyzzy of mine',
    });
    const root = rootOf(thread);
    await replyTo(site, ada, root.id, 'And Xyzzy again');
    await startThread(site, ada, '3.1', { layer: 'notebook', body: 'Xyzzy section' });

    for (const person of others())
      for (const url of pathsTo(at, unknown, unknown))
        expect(comparable((await site.as(person, 'GET', url)).body), url).toBe(
          before.get(`${person?.name ?? ''} ${url}`),
        );
    for (const person of others())
      for (const url of pathsTo(at, thread.id, root.id)) {
        const answer = await site.as(person, 'GET', url);
        expect(/Xyzzy/.exec(answer.body), url).toBeNull();
        expect(answer.body.includes(ada.id), url).toBe(false);
      }
    const own = await site.as(ada, 'GET', `/api/works/ncss-2016/threads?at=${at}`);
    expect(own.body.includes('Xyzzy of mine')).toBe(true);
  });

  test('is not there for another’s hands: every act on it answers as for a note that never was', async () => {
    const thread = await startThread(site, ada, '3.1.1.3', { layer: 'notebook' });
    const note = rootOf(thread).id;
    const unknown = '01999999-0000-7000-8000-000000000000';
    for (const person of [ben, keeper])
      for (const [n, real] of actsOn(thread.id, note).entries()) {
        const never = actsOn(unknown, unknown)[n];
        if (never === undefined) throw new Error('no such act');
        const tried = await site.as(person, real.method, real.url, real.payload);
        const fake = await site.as(person, never.method, never.url, never.payload);
        expect([tried.statusCode, tried.body], real.url).toEqual([fake.statusCode, fake.body]);
        expect(tried.statusCode).toBe(404);
      }
    const { rows } = await site.owner.query('select state, version from annotation where id = $1', [
      note,
    ]);
    expect(rows).toEqual([{ state: 'published', version: 1 }]);
  });
});

describe.each(['hidden', 'deleted'] as const)('the words of a %s note', (state) => {
  test('are on no path for those who may not read them', async () => {
    const at = state === 'hidden' ? '3.4.1.2' : '3.2.1.3';
    const thread = await startThread(site, ada, at, { body: `Unsayable ${state} first` });
    const root = rootOf(thread);
    await site.as(ada, 'PUT', `/api/annotations/${root.id}`, {
      body: `Unsayable ${state} later`,
      version: 1,
      seen: ['zh-cac:1.0.0'],
    });
    await replyTo(site, ben, root.id, 'A harmless answer');
    if (state === 'hidden')
      await site.as(keeper, 'POST', `/api/annotations/${root.id}/hide`, {
        reason: `Unlawful why ${state}`,
      });
    else await site.as(ada, 'DELETE', `/api/annotations/${root.id}`);

    const blind = state === 'hidden' ? [null, ben] : [null, ben, keeper];
    for (const person of blind)
      for (const url of pathsTo(at, thread.id, root.id)) {
        const answer = await site.as(person, 'GET', url);
        expect(
          new RegExp(`Unsayable ${state}|Unlawful why ${state}`).exec(answer.body),
          url,
        ).toBeNull();
        // Nor who wrote them: the author's name would say whom the staff had to correct.
        if (url.includes('annotations') && answer.statusCode === 200)
          for (const each of itemsOf(answer.json()))
            if (each.id === root.id) expect(each.author).toBeNull();
      }
    const own = await site.as(ada, 'GET', `/api/annotations/${root.id}`);
    expect(own.json<AnnotationView>().body).toBe(`Unsayable ${state} later`);
  });
});

function itemsOf(body: { items?: AnnotationView[] } & Partial<AnnotationView>): AnnotationView[] {
  return body.items ?? (body.id === undefined ? [] : [body as AnnotationView]);
}

describe('a withheld edition', () => {
  const words = /Expert|cybersecurity consciousness|Openness/;

  test.each([
    ['withheld', 'nobody', [false, false]],
    ['signed-in', 'those who are signed in', [false, true]],
    ['public', 'everybody', [true, true]],
  ] as const)('%s: its words are read by %s', async (access, _who, [visitorReads, memberReads]) => {
    await site.owner.query('update edition set access = $1 where id = $2', [access, 'en-creemers']);
    for (const [person, reads] of [
      [null, visitorReads],
      [ben, memberReads],
    ] as const) {
      const page = await site.as(person, 'GET', '/api/works/ncss-2016/reading?at=2.0.5.1');
      expect(words.test(page.body)).toBe(reads);
      const text = await site.as(person, 'GET', '/api/works/ncss-2016/editions/en-creemers/text');
      expect(text.statusCode).toBe(reads ? 200 : 403);
      const view = page.json<{
        work: { editions: { id: string; withheld: boolean; apparatus: unknown[] }[] };
      }>();
      const edition = view.work.editions.find(({ id }) => id === 'en-creemers');
      expect(edition?.withheld).toBe(!reads);
      if (!reads) expect(edition?.apparatus).toEqual([]);
    }
  });

  test('keeps its notes', async () => {
    const thread = await startThread(site, ada, '2.0.5.1', { body: 'On the label' });
    await site.owner.query("update edition set access = 'withheld' where id = 'en-creemers'");
    const page = await site.as(null, 'GET', '/api/works/ncss-2016/reading?at=2.0.5.1');
    expect(page.json<{ threads: { items: { id: string }[] } }>().threads.items[0]?.id).toBe(
      thread.id,
    );
    await site.owner.query("update edition set access = 'public' where id = 'en-creemers'");
  });
});

test('drafts are their author’s alone', async () => {
  const place = 'new:ncss-2016:4.1';
  await site.as(ada, 'PUT', `/api/drafts/${place}`, { body: 'Half a thought', layer: 'public' });
  for (const person of others()) {
    const page = await site.as(person, 'GET', '/api/works/ncss-2016/reading?at=4.1');
    expect(page.json<{ drafts: unknown[] }>().drafts).toEqual([]);
    expect((await site.as(person, 'GET', '/api/drafts')).body).not.toContain('Half a thought');
  }
  const own = await site.as(ada, 'GET', '/api/works/ncss-2016/reading?at=4.1');
  expect(own.json<{ drafts: { body: string }[] }>().drafts[0]?.body).toBe('Half a thought');
});
