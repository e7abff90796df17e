import type { AnnotationPage, ReadingView, ThreadView } from '@glossator/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
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
let long: ThreadView;
const answers = 60;

beforeAll(async () => {
  site = await startApp();
  ada = await site.addPerson({ name: 'Ada' });
  const short = await startThread(site, ada, '4.1.1.1', { body: 'A short one below' });
  await replyTo(site, ada, rootOf(short).id, 'Its answer');
  long = await startThread(site, ada, '4.1.1.1', { body: 'A long one above' });
  await site.owner.query(
    `insert into annotation (id, thread_id, parent_id, author_id, post_key, created_at)
     select gen_random_uuid(), $1, $2, $3, gen_random_uuid(), now() + make_interval(secs => n)
     from generate_series(1, $4::integer) n`,
    [long.id, rootOf(long).id, ada.id, answers],
  );
  await site.owner.query(
    `insert into revision (annotation_id, number, body, html, renderer, seen)
     select id, 1, 'x', repeat('<b>', 50000), 3, array['zh-cac:1.0.0'] from annotation
     where thread_id = $1 and parent_id is not null`,
    [long.id],
  );
});
afterAll(() => stopApp(site));

/** A thread as it is told, and the rest of it page by page. */
async function wholeOf(thread: ThreadView | undefined): Promise<string[]> {
  const ids = thread?.annotations.map(({ id }) => id) ?? [];
  for (let cursor = thread?.more ?? null; cursor !== null;) {
    const url = `/threads/${thread?.id ?? ''}/annotations?limit=200&cursor=${cursor}`;
    const answer = await site.as(null, 'GET', url);
    expect(answer.body.length).toBeLessThan(10_000_000);
    const page = answer.json<AnnotationPage>();
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.next;
  }
  return ids;
}

test('of very long notes a page tells some, every thread, and where the others are', async () => {
  const answer = await site.as(null, 'GET', '/works/ncss-2016/reading?at=4.1.1.1');
  expect(answer.body.length).toBeLessThan(6_000_000);
  const { items } = answer.json<ReadingView>().threads;
  expect(items.map((thread) => rootOf(thread).body)).toEqual([
    'A long one above',
    'A short one below',
  ]);
  expect(items[0]?.annotations.length).toBeGreaterThan(20);
  const whole = await wholeOf(items[0]);
  expect(whole).toHaveLength(answers + 1);
  expect(new Set(whole).size).toBe(answers + 1);
  // What no longer fits begins after the first note.
  expect(await wholeOf(items[1])).toHaveLength(2);
});

test('a thread that is asked for by one of its notes is told within the same bound', async () => {
  const at = '/works/ncss-2016/reading?at=4.1.1.1';
  const answer = await site.as(null, 'GET', `${at}&thread=${long.id}`);
  expect(answer.body.length).toBeLessThan(10_000_000);
  expect(await wholeOf(answer.json<ReadingView>().threads.items[0])).toHaveLength(answers + 1);
});
