import { parseFeed } from '@rowanmanning/feed-parser';
import { parseJsonFeed } from 'feedsmith';
import { XMLParser } from 'fast-xml-parser';
import { shippedCommentaries } from '@glossator/document/commentaries';
import { shippedWorks } from '@glossator/document/seed';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeDb } from '../src/db/client.ts';
import { releaseDocument } from '../src/features/releases/load-shipped.ts';
import { storeRelease } from '../src/features/releases/store.ts';
import {
  foundCommentary,
  origin,
  refusal,
  startApp,
  stopApp,
  type TestApp,
} from './support/index.ts';

/* What programs are told of all that is published: feeds of releases, and sitemaps. */

const slug = 'ncss-2016-textual-notes';
const hostile = 'A <b>"title"</b> & ]]> </entry> 条\u0001';
let site: TestApp;
beforeAll(async () => {
  site = await startApp();
  // One that is written and not published: nobody is told.
  await foundCommentary(site, await site.addPerson({ name: 'Ada' }), { slug: 'unpublished' });
  const { rows } = await site.owner.query<{ id: string; work: number }>(
    'select id, work_id as work from commentary where slug = $1',
    [slug],
  );
  const [known] = rows;
  const [commentary] = shippedCommentaries;
  const [work] = shippedWorks;
  if (known === undefined || commentary === undefined || work === undefined)
    throw new Error('nothing ships');
  const first = releaseDocument(commentary, work);
  await storeRelease(
    makeDb(site.pool),
    known.id,
    {
      ...first,
      number: '1.1',
      titles: { en: hostile },
      abstracts: { en: hostile },
      change: 'T40 is gone.',
      released: '2026-12-01T10:00:00.000Z',
      parts: first.parts.filter(({ label }) => label !== 'T40'),
    },
    { workId: known.work, units: work.units },
  );
});
afterAll(() => stopApp(site));

let readers = 0;
const get = (url: string, headers: Record<string, string> = {}) => {
  readers += 1;
  return site.app.inject({
    url: `/api${url}`,
    headers: { 'x-forwarded-for': `10.2.0.${String(readers)}`, ...headers },
  });
};
const retract = (at: string | null) =>
  site.owner.query(
    'update commentary_release set retracted_at = $1, retraction = $2 where minor = 1',
    [at, at === null ? '' : 'It was <wrong>.'],
  );
const withdraw = (at: string | null) =>
  site.owner.query(
    'update commentary_release set withdrawn_at = $1, withdrawal = $2 where minor = 1',
    [at, at === null ? '' : 'By order of a court.'],
  );

describe.each(['', '/ncss-2016'])('the feed of releases%s', (of) => {
  test('as an Atom parser reads it: the newest first, each by its permanent address', async () => {
    const answer = await get(`/feeds/releases${of}`);
    expect(answer.headers['content-type']).toBe('application/atom+xml; charset=utf-8');
    const feed = parseFeed(answer.body);
    expect(feed.self).toBe(`${origin}/feeds/releases${of}.atom`);
    expect(feed.items.map(({ id, url }) => [id, url])).toEqual(
      ['1.1', '1.0'].map((number) => {
        const address = `${origin}/c/${slug}@${number}`;
        return [address, address];
      }),
    );
    const [newest, first] = feed.items;
    expect(first?.authors.map(({ name }) => name)).toEqual(['The editors of Glossator']);
    expect(newest?.content).toContain('<p>T40 is gone.</p>');
    // The parser unescapes once more than it should: what is served is looked at.
    expect(answer.body).toContain('A &lt;b&gt;');
    expect(answer.body).not.toContain('<b>');
    expect(newest?.updated).toEqual(new Date('2026-12-01T10:00:00.000Z'));
  });
  test('as JSON Feed', async () => {
    const feed = parseJsonFeed((await get(`/feeds/releases${of}?format=json`)).body);
    expect(feed.items?.[0]).toMatchObject({
      id: `${origin}/c/${slug}@1.1`,
      title: 'A <b>"title"</b> & ]]> </entry> 条 1.1',
    });
  });
  test('who has it is told so; a retraction is news of the same entry', async () => {
    const { headers, body } = await get(`/feeds/releases${of}`);
    const tag = String(headers.etag);
    const again = await get(`/feeds/releases${of}`, { 'if-none-match': tag });
    expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', tag]);
    await retract('2027-02-03T00:00:00Z');
    try {
      const changed = await get(`/feeds/releases${of}`, { 'if-none-match': tag });
      expect(changed.statusCode).toBe(200);
      const [item] = parseFeed(changed.body).items;
      expect(item?.id).toBe(parseFeed(body).items[0]?.id);
      expect(item?.title).toMatch(/^RETRACTED: /u);
      expect(changed.body).toContain('It was &lt;wrong&gt;.');
      expect(item?.updated).toEqual(new Date('2027-02-03T00:00:00Z'));
      expect(item?.published).toEqual(new Date('2026-12-01T10:00:00Z'));
    } finally {
      await retract(null);
    }
  });
  test('of what was withdrawn there is no word either', async () => {
    await withdraw('2027-03-01T00:00:00Z');
    try {
      expect(parseFeed((await get(`/feeds/releases${of}`)).body).items).toHaveLength(1);
      expect((await get(`/sitemap/c/${slug}`)).body).not.toContain('@1.1');
    } finally {
      await withdraw(null);
    }
  });
  test('of what is only being written there is no word', async () => {
    expect((await get(`/feeds/releases${of}`)).body).not.toContain('unpublished');
  });
});
test('of a work that is none there is no feed', async () => {
  expect(refusal(await get('/feeds/releases/no-such-work'))).toEqual([404, 'not-found']);
});

interface Listed {
  readonly loc: string;
  readonly lastmod: string;
}
async function listed(url: string, of: 'sitemapindex' | 'urlset'): Promise<Listed[]> {
  const answer = await get(url);
  expect(answer.statusCode, answer.body).toBe(200);
  expect(answer.headers['content-type']).toBe('application/xml; charset=utf-8');
  const parser = new XMLParser({ isArray: (name) => name === 'url' || name === 'sitemap' });
  const read = parser.parse(answer.body) as Record<string, Record<string, Listed[]>>;
  return Object.values(read[of] ?? {}).find((each) => Array.isArray(each)) ?? [];
}

describe('sitemaps', () => {
  test('one for each text and each published commentary', async () => {
    const files = await listed('/sitemap', 'sitemapindex');
    expect(files.map(({ loc }) => loc)).toEqual([
      `${origin}/sitemap-t-ncss-2016.xml`,
      `${origin}/sitemap-c-${slug}.xml`,
    ]);
    expect(new Date(files[1]?.lastmod ?? '')).toEqual(new Date('2026-12-01T10:00:00Z'));
  });
  test('a text has its clauses, at the addresses that they call their own', async () => {
    const places = (await listed('/sitemap/t/ncss-2016', 'urlset')).map(({ loc }) => loc);
    expect(places[0]).toBe(`${origin}/t/ncss-2016`);
    expect(places).toContain(`${origin}/t/ncss-2016/4.3`);
    expect(places).toContain(`${origin}/t/ncss-2016/4.3.1.2`);
    expect(places).not.toContain(`${origin}/t/ncss-2016/3.1.1.2b`);
    expect(new Set(places).size).toBe(places.length);
  });
  test('a commentary has all its releases and their entries, and when they last changed', async () => {
    const places = await listed(`/sitemap/c/${slug}`, 'urlset');
    const dates = new Map(places.map(({ loc, lastmod }) => [loc, new Date(lastmod)]));
    expect(places).toHaveLength(2 + 80 + 79);
    expect(dates.get(`${origin}/c/${slug}@1.0/T40`)).toEqual(new Date('2026-11-30T00:00:00Z'));
    expect(dates.has(`${origin}/c/${slug}@1.1/T40`)).toBe(false);
    await retract('2027-02-03T00:00:00Z');
    const after = await listed(`/sitemap/c/${slug}`, 'urlset');
    await retract(null);
    expect(new Date(after[0]?.lastmod ?? '')).toEqual(new Date('2027-02-03T00:00:00Z'));
  });
  test('what not everybody reads is in none', async () => {
    expect(refusal(await get('/sitemap/c/unpublished'))).toEqual([404, 'not-found']);
    expect(refusal(await get('/sitemap/t/no-such-work'))).toEqual([404, 'not-found']);
    await site.owner.query("update edition set access = 'signed-in'");
    try {
      expect(refusal(await get('/sitemap/t/ncss-2016'))).toEqual([404, 'not-found']);
      expect((await get('/sitemap')).body).not.toContain('sitemap-t-');
    } finally {
      await site.owner.query("update edition set access = 'public'");
    }
  });
  test('who has it is told so', async () => {
    const { headers } = await get('/sitemap');
    const again = await get('/sitemap', { 'if-none-match': String(headers.etag) });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });
});
