import { createHash } from 'node:crypto';
import type {
  EntryAtPage,
  PublishedCommentaryPage,
  ReleasedEntry,
  ReleasedPart,
  ReleasedPartPage,
  ReleaseView,
} from '@glossator/contract';
import { shippedCommentaries } from '@glossator/document/commentaries';
import { shippedWorks } from '@glossator/document/seed';
import { writeRelease, type ReleaseDocument } from '@glossator/domain';
import type { Static } from 'typebox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadCommentaries, releaseDocument } from '../src/features/releases/load-shipped.ts';
import { makeDb } from '../src/db/client.ts';
import { storeRelease } from '../src/features/releases/store.ts';
import { refusal, startApp, stopApp, type TestApp } from './support/index.ts';

type Published = Static<typeof PublishedCommentaryPage>;
const slug = 'ncss-2016-textual-notes';
let site: TestApp;
beforeAll(async () => {
  site = await startApp();
});
afterAll(() => stopApp(site));

const get = (url: string, headers = {}) =>
  site.app.inject({ method: 'GET', url: `/api${url}`, headers });
const read = async <View>(url: string): Promise<View> => {
  const answer = await get(url);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
};
const parts = async (query = '') =>
  read<Static<typeof ReleasedPartPage>>(`/releases/${slug}/parts${query}`);
const at = async (address: string, query = '') =>
  read<Static<typeof EntryAtPage>>(`/works/ncss-2016/entries?at=${address}${query}`);

async function allParts(): Promise<ReleasedPart[]> {
  const found: ReleasedPart[] = [];
  for (let next: string | null = ''; next !== null;) {
    const page = await parts(`?limit=30${next === '' ? '' : `&cursor=${next}`}`);
    found.push(...page.items);
    next = page.next;
  }
  return found;
}

const shipped = (): ReleaseDocument => {
  const [commentary] = shippedCommentaries;
  const [work] = shippedWorks;
  if (commentary === undefined || work === undefined) throw new Error('nothing ships');
  return releaseDocument(commentary, work);
};

describe('the textual notes, as they ship', () => {
  test('are published as release 1.0, by the editors, not reviewed', async () => {
    const release = await read<ReleaseView>(`/releases/${slug}`);
    expect(release).toMatchObject({
      number: '1.0',
      work: { slug: 'ncss-2016' },
      versions: { 'zh-cac': '1.0.0', 'en-creemers': '1.0.0' },
      contributors: [{ kind: 'group', family: 'The editors of Glossator', orcid: '' }],
      licence: { id: 'CC-BY-4.0' },
      statement: { en: 'Not peer-reviewed.' },
      successor: null,
      retracted: null,
      releases: [{ number: '1.0', retracted: null }],
    });
    expect(release.parts).toHaveLength(81);
    expect(release.parts[0]).toMatchObject({ kind: 'introduction', at: [] });
    expect(release.parts.slice(1).map(({ label }) => label)).toEqual(
      Array.from({ length: 80 }, (_, n) => `T${String(n + 1)}`),
    );
    const one = {
      ...{ slug, number: '1.0', language: 'en', entries: 80 },
      work: { slug: 'ncss-2016' },
      statement: { en: 'Not peer-reviewed.' },
      contributors: [{ family: 'The editors of Glossator' }],
    };
    expect(await read('/works/ncss-2016/commentaries')).toMatchObject({ items: [one] });
    expect(await read('/releases')).toMatchObject({ items: [one], next: null });
    const first = await read<Published>('/releases?limit=1');
    expect(first.items).toHaveLength(1);
  });

  test('name the editions they were written on, and the sections they stand in', async () => {
    const { editions, sections } = await read<ReleaseView>(`/releases/${slug}`);
    expect(editions.map(({ id, version, lang }) => [id, version, lang])).toEqual([
      ['zh-cac', '1.0.0', 'zh-Hans'],
      ['en-creemers', '1.0.0', 'en'],
    ]);
    const outer = sections.filter(({ depth }) => depth === 1);
    expect(outer.map(({ address }) => address)).toEqual(['0', '1', '2', '3', '4']);
    expect(outer[0]?.titles).toEqual({});
    expect(outer[1]?.titles).toEqual({
      'zh-Hans': '机遇和挑战',
      en: 'Opportunities and challenges',
    });
    expect(sections.find(({ address }) => address === '4.9')).toMatchObject({ depth: 2 });
    expect(new Set(sections.map(({ depth }) => depth))).toEqual(new Set([1, 2]));
  });

  test('each has its neighbours and its release beside it, with a label or without', async () => {
    const introduction = await read<ReleasedEntry>(`/releases/${slug}/parts/1?number=1.0`);
    expect(introduction).toMatchObject({
      kind: 'introduction',
      release: { slug, number: '1.0', language: 'en' },
      previous: null,
      next: { n: 2, label: 'T1' },
    });
    const entry = await read<ReleasedEntry>(`/releases/${slug}/entries/T80`);
    expect(entry).toMatchObject({ n: 81, previous: { label: 'T79' }, next: null });
    expect(entry).toEqual(await read(`/releases/${slug}/parts/81`));
    expect(entry.passages).toEqual([]);
    const { passages } = await read<ReleasedEntry>(`/releases/${slug}/entries/T67`);
    expect(passages.map(({ address, words }) => [address, words.map(({ lang }) => lang)])).toEqual([
      ['0.0.1.3', ['zh-Hans', 'en']],
      ['1.1.1.1', ['zh-Hans', 'en']],
      ['3.3.1.1', ['zh-Hans', 'en']],
    ]);
    expect(passages[1]?.words[0]?.text).toContain('全面改变');
    const { items } = await parts('?from=40&limit=2');
    expect(items.map(({ n }) => n)).toEqual([40, 41]);
  });

  test('every reference in them leads somewhere, and stays in the release', async () => {
    for (const part of await allParts()) {
      expect(part.html, part.label).not.toMatch(/\[\[|\]\]/);
      expect(part.html.length).toBeGreaterThan(50);
    }
    const { html } = await read<ReleasedPart>(`/releases/${slug}/entries/T67`);
    expect(html).toContain(`href="/c/${slug}@1.0/T2"`);
    expect(html).toContain('<table tabindex="0">');
    expect(html).toContain('href="/t/ncss-2016/0.0.1.3"');
  });

  test('stand on their clauses with the words they are about', async () => {
    const { items } = await at('3.1.1.2');
    const entry = items.find(({ part }) => part.label === 'T40')?.part;
    expect(entry?.places).toMatchObject([
      {
        kind: 'hinge',
        address: '3.1.1.2b',
        loci: [
          { edition: 'zh-cac', exact: '保护本国信息系统和信息资源' },
          { edition: 'en-creemers' },
        ],
      },
    ]);
    // A table of every occurrence is told by its beginning, and by where it stands here.
    const long = items.find(({ part }) => part.label === 'T66');
    expect(long).toMatchObject({ language: 'en', part: { html: null, at: ['3.1.1.2'] } });
    expect(long?.part.opening.length).toBeGreaterThan(100);
    expect(items[0]?.part.html).toContain('<p>');
    const section = await at('3.1', '&limit=200');
    expect(section.items.length).toBeGreaterThan(items.length);
    const first = await at('3.1', '&limit=2');
    const second = await at('3.1', `&limit=2&cursor=${first.next ?? ''}`);
    expect([...first.items, ...second.items]).toEqual(section.items.slice(0, 4));
    expect((await at('3.1.1.2')).items.map(({ part }) => part.n)).toEqual(
      items.map(({ part }) => part.n).toSorted((a, b) => a - b),
    );
  });

  test('words of an edition that is withheld are not in their places', async () => {
    await site.owner.query("update edition set access = 'withheld' where id = 'en-creemers'");
    try {
      const { places } = await read<ReleasedPart>(`/releases/${slug}/entries/T40`);
      const { sections } = await read<ReleaseView>(`/releases/${slug}`);
      expect(new Set(sections.flatMap(({ titles }) => Object.keys(titles)))).toEqual(
        new Set(['zh-Hans']),
      );
      const { passages } = await read<ReleasedEntry>(`/releases/${slug}/entries/T67`);
      expect(passages.flatMap(({ words }) => words.map(({ lang }) => lang))).toEqual(
        Array.from({ length: 3 }, () => 'zh-Hans'),
      );
      expect(places[0]?.loci.map(({ edition, exact }) => [edition, exact])).toEqual([
        ['zh-cac', '保护本国信息系统和信息资源'],
        ['en-creemers', ''],
      ]);
    } finally {
      await site.owner.query("update edition set access = 'public' where id = 'en-creemers'");
    }
  });
});

describe('the document', () => {
  test('is served byte for byte as it was hashed, and not again to whoever has it', async () => {
    const { sha256 } = await read<ReleaseView>(`/releases/${slug}`);
    const answer = await get(`/releases/${slug}/document?number=1.0`);
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(createHash('sha256').update(answer.rawPayload).digest('hex')).toBe(sha256);
    expect(answer.body).toBe(writeRelease(shipped()));
    const again = await get(`/releases/${slug}/document`, { 'if-none-match': `"${sha256}"` });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  test('is never changed: not by a start, and not where other words ship under its number', async () => {
    const told: string[] = [];
    const load = (more: Partial<(typeof shippedCommentaries)[number]>) =>
      loadCommentaries(
        site.owner,
        shippedCommentaries.map((each) => ({ ...each, ...more })),
        shippedWorks,
        (line) => told.push(line),
      );
    const before = (await get(`/releases/${slug}/document`)).body;
    await load({});
    expect(told).toEqual([]);
    await load({ introduction: 'Other words.' });
    expect(told).toEqual([expect.stringContaining('was not loaded')]);
    expect((await get(`/releases/${slug}/document`)).body).toBe(before);
  });
});

describe('after another release', () => {
  beforeAll(async () => {
    const { rows } = await site.owner.query<{ id: string; work: number }>(
      'select id, work_id as work from commentary where slug = $1',
      [slug],
    );
    const [known] = rows;
    const [work] = shippedWorks;
    if (known === undefined || work === undefined) throw new Error('nothing ships');
    const first = shipped();
    await storeRelease(
      makeDb(site.pool),
      known.id,
      {
        ...first,
        number: '1.1',
        change: 'T40 is gone.',
        released: '2026-12-01T00:00:00.000Z',
        parts: first.parts.filter(({ label }) => label !== 'T40'),
      },
      { workId: known.work, units: work.units },
    );
  });

  test('a list tells of the newest alone', async () => {
    const { items } = await read<Published>('/releases');
    expect(items).toMatchObject([{ slug, number: '1.1', entries: 79 }]);
  });

  test('the text shows the newest alone, and the older one says that it is not', async () => {
    const { items } = await at('3.1.1.2');
    expect(new Set(items.map(({ number }) => number))).toEqual(new Set(['1.1']));
    expect(items.map(({ part }) => part.label)).not.toContain('T40');
    expect(refusal(await get(`/releases/${slug}/entries/T40`))).toEqual([404, 'not-found']);
    expect(await read(`/releases/${slug}/entries/T40?number=1.0`)).toMatchObject({ label: 'T40' });
    expect(await read(`/releases/${slug}?number=1.0`)).toMatchObject({
      number: '1.0',
      successor: '1.1',
    });
    expect(await read(`/releases/${slug}`)).toMatchObject({
      number: '1.1',
      successor: null,
      releases: [{ number: '1.1', change: 'T40 is gone.' }, { number: '1.0' }],
    });
  });

  test('what was retracted keeps its page, and leaves the text', async () => {
    await site.owner.query(
      "update commentary_release set retracted_at = now(), retraction = 'It was wrong.' where minor = 1",
    );
    expect((await at('3.1.1.2')).items.map(({ number }) => number)).toContain('1.0');
    expect(await read(`/releases/${slug}`)).toMatchObject({ number: '1.0', successor: null });
    expect(await read(`/releases/${slug}?number=1.1`)).toMatchObject({
      number: '1.1',
      successor: '1.0',
      retracted: { notice: 'It was wrong.' },
    });
    expect((await parts('?number=1.1&limit=1')).items).toHaveLength(1);
  });
});

test.each([
  [`/releases/no-such-notes`, 404, 'not-found'],
  [`/releases/${slug}?number=9.9`, 404, 'not-found'],
  [`/releases/${slug}?number=x`, 400, 'request-malformed'],
  [`/releases/${slug}/entries/T999`, 404, 'not-found'],
  [`/releases/${slug}/entries/t1`, 404, 'not-found'],
  [`/releases/${slug}/parts/999`, 404, 'not-found'],
  [`/releases/${slug}/parts/0`, 400, 'request-malformed'],
  [`/releases/${slug}/parts?cursor=x`, 400, 'cursor-unknown'],
  [`/releases?cursor=x`, 400, 'cursor-unknown'],
  [`/works/ncss-2016/entries?at=9.9.9`, 404, 'not-found'],
  [`/works/no-such-work/entries?at=4`, 404, 'not-found'],
  [`/works/no-such-work/commentaries`, 404, 'not-found'],
])('%s is refused', async (url, status, code) => {
  expect(refusal(await get(url))).toEqual([status, code]);
});
