import { parseFeed } from '@rowanmanning/feed-parser';
import { parseJsonFeed } from 'feedsmith';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  hideForm,
  origin,
  ownApp,
  refusal,
  replyTo,
  rootOf,
  seen,
  startApp,
  startThread,
  stopApp,
  type Person,
  type TestApp,
} from './support/index.ts';

let site: TestApp;
let ada: Person;
let keeper: Person;
beforeAll(async () => {
  site = await startApp();
  ada = await site.addPerson({ name: 'Ada <b> & Co' });
  keeper = await site.addPerson({ name: 'Keeper', administrator: true });
});
afterAll(() => stopApp(site));

let readers = 0;
/** Each request comes from another address: a reader who asks too often is another test. */
async function raw(place: string, headers: Record<string, string> = {}, app = site) {
  readers += 1;
  return app.app.inject({
    url: `/api/feeds/${place}`,
    headers: {
      'x-forwarded-for': `10.1.${String(readers >> 8)}.${String(readers & 255)}`,
      ...headers,
    },
  });
}
async function parsed(place: string, format: 'atom' | 'json' = 'atom') {
  const answer = await raw(`${place}?format=${format}`);
  expect(answer.statusCode, answer.body).toBe(200);
  if (format === 'atom') {
    const feed = parseFeed(answer.body);
    return {
      self: feed.self,
      items: feed.items.map(({ id, url, title, content, published, updated, authors }) => ({
        ...{ id, url, title, content: content ?? '' },
        published: published?.getTime(),
        updated: updated?.getTime(),
        authors: authors.map(({ name }) => name),
      })),
    };
  }
  const feed = parseJsonFeed(answer.body);
  return {
    self: feed.feed_url,
    items: (feed.items ?? []).map((item) => ({
      ...{ id: item.id, url: item.url, title: item.title, content: item.content_html ?? '' },
      published: Date.parse(String(item.date_published)),
      updated: Date.parse(String(item.date_modified)),
      authors: (item.authors ?? []).map(({ name }) => name),
    })),
  };
}
async function uidAt(at: string): Promise<string> {
  const answer = await site.as(null, 'GET', `/works/ncss-2016/reading?at=${at}`);
  return answer.json<{ focus: { uid: string } }>().focus.uid;
}

test.each(['atom', 'json'] as const)('%s of every kind, as a parser reads it', async (format) => {
  const body = `See [[4.3.1.2]] and *this* in ${format}`;
  const thread = await startThread(site, ada, '4.3.1.2', { body });
  const root = rootOf(thread);
  for (const place of [
    `clause/${await uidAt('4.3.1.2')}`,
    `clause/${await uidAt('4.3')}`,
    `thread/${thread.id}`,
    `person/${ada.handle}`,
    'layer/public',
    'work/ncss-2016',
  ]) {
    const feed = await parsed(place, format);
    const item = feed.items.find(({ id }) => id === `${origin}/n/${root.id}`);
    expect(item?.url, place).toBe(`${origin}/n/${root.id}`);
    expect(item?.authors).toEqual([ada.name]);
    expect(item?.title).toContain('ncss-2016 4.3.1.2');
    expect(item?.content).toContain('<em>this</em>');
    expect(item?.content).toContain(`href="${origin}/t/ncss-2016/4.3.1.2"`);
    expect(item?.published).toBe(Date.parse(root.created));
    expect(feed.self).toBe(`${origin}/feeds/${place}.${format}`);
  }
  expect((await parsed(`clause/${await uidAt('4.2')}`, format)).items).toEqual([]);
});

test.each(['atom', 'json'] as const)('hostile words stay words (%s)', async (format) => {
  const body =
    'Look: <script>alert(1)</script> ]]> <![CDATA[ & &amp; 🏛️ 四（三） [x](javascript:alert(1)) `</content>`';
  const thread = await startThread(site, ada, '4.2', { body: `${format}: ${body}` });
  const feed = await parsed(`thread/${thread.id}`, format);
  const [item] = feed.items;
  expect(feed.items.length).toBe(1);
  expect(item?.content).not.toMatch(/<script|href="javascript/);
  expect(item?.content).toContain('🏛️ 四（三）');
  expect(item?.content).toContain(']]');
  expect(item?.title).toContain('Ada');
});

test('control characters that came in before they were refused do not break a feed', async () => {
  const thread = await startThread(site, ada, '4.2');
  await site.owner.query(
    `update revision set html = '<p>' || $2 || '</p>' where annotation_id = $1`,
    [rootOf(thread).id, 'a\u0001b\u000Bc\uFFFFd'],
  );
  const [item] = (await parsed(`thread/${thread.id}`)).items;
  expect(item?.content).toContain('abcd');
});

test('an edit changes what a reader has; hidden, deleted and moved notes vanish', async () => {
  const thread = await startThread(site, ada, '4.1', { body: 'First words' });
  const root = rootOf(thread);
  const ben = await site.addPerson({ name: 'Ben' });
  const answer = await replyTo(site, ben, root.id, 'An answer');
  const place = `thread/${thread.id}`;
  const before = (await parsed(place)).items.find(({ id }) => id?.endsWith(root.id) === true);
  await site.as(ada, 'PUT', `/annotations/${root.id}`, { body: 'Other words', version: 1, seen });
  const after = (await parsed(place)).items.find(({ id }) => id?.endsWith(root.id) === true);
  expect(after?.content).toContain('Other words');
  expect(Number(after?.updated)).toBeGreaterThanOrEqual(Number(before?.updated));
  expect(after?.published).toEqual(before?.published);

  await site.as(keeper, 'POST', `/annotations/${answer.id}/hide`, hideForm());
  await site.as(ada, 'DELETE', `/annotations/${root.id}`);
  expect((await parsed(place)).items).toEqual([]);

  const moved = await startThread(site, ada, '4.1');
  await site.as(ada, 'POST', `/threads/${moved.id}/move`, { layer: 'notebook' });
  expect(refusal(await raw(`thread/${moved.id}`))).toEqual([404, 'not-found']);
  const all = await raw('work/ncss-2016');
  expect(all.body.includes(rootOf(moved).id)).toBe(false);
});

test('the same for everybody, whoever is signed in', async () => {
  await startThread(site, ada, '4.1', { layer: 'notebook', body: 'Xyzzy' });
  const own = await raw('work/ncss-2016', { cookie: ada.cookie });
  expect(own.body).toBe((await raw('work/ncss-2016')).body);
  expect(own.body.includes('Xyzzy')).toBe(false);
  expect(own.headers['cache-control']).toBe('public, max-age=300');
});

test('who has it is told so in no words; who asks every second is told to wait', async () => {
  const fresh = await ownApp();
  const first = await raw('work/ncss-2016', {}, fresh);
  const tag = String(first.headers.etag);
  const again = await raw('work/ncss-2016', { 'if-none-match': `W/${tag}, "x"` }, fresh);
  expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', tag]);
  const writer = await fresh.addPerson({ name: 'Ada' });
  await startThread(fresh, writer, '4.1');
  expect((await raw('work/ncss-2016', { 'if-none-match': tag }, fresh)).statusCode).toBe(200);

  const answers = [];
  for (let second = 0; second < 25; second += 1)
    answers.push(await raw('work/ncss-2016', { 'x-forwarded-for': '192.0.2.7' }, fresh));
  const refused = answers.find(({ statusCode }) => statusCode === 429);
  expect(refused?.json()).toMatchObject({ code: 'too-many-requests' });
  expect(Number(refused?.headers['retry-after'])).toBeGreaterThan(0);
  expect((await raw('layer/public', { 'x-forwarded-for': '192.0.2.7' }, fresh)).statusCode).toBe(
    200,
  );
});

test.each(['work/none', 'layer/notebook', 'clause/s-00000000', 'thread/x', 'person/nobody'])(
  '%s has no feed',
  async (place) => {
    expect(refusal(await raw(place))).toEqual([404, 'not-found']);
  },
);

test('a feed tells the HTML that is stored, and makes it anew only where another renderer made it', async () => {
  const thread = await startThread(site, ada, '4.1.1.1', { body: 'Words of *now*' });
  const { id } = rootOf(thread);
  const html = async () => (await parsed(`thread/${thread.id}`)).items[0]?.content;
  await site.owner.query(`update revision set html = '<p>Stored</p>' where annotation_id = $1`, [
    id,
  ]);
  expect(await html()).toBe('<p>Stored</p>');
  await site.owner.query('update revision set renderer = 0 where annotation_id = $1', [id]);
  expect(await html()).toBe('<p>Words of <em>now</em></p>');
});
