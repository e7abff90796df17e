import type { CitationView } from '@glossator/contract';
import type { ReleaseDocument } from '@glossator/domain';
import { shippedWorks } from '@glossator/document/seed';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeDb } from '../src/db/client.ts';
import { storeRelease } from '../src/features/releases/store.ts';
import {
  hideForm,
  origin,
  refusal,
  replyTo,
  rootOf,
  startApp,
  startThread,
  stopApp,
  type Person,
  type TestApp,
} from './support/index.ts';

const slug = 'ncss-2016-textual-notes';
const files = ['csl', 'bibtex', 'ris', 'jsonld', 'linkset'] as const;
let site: TestApp;
let ada: Person;
let keeper: Person;
beforeAll(async () => {
  site = await startApp();
  ada = await site.addPerson({ name: 'Ada, and <b>"Co"' });
  keeper = await site.addPerson({ name: 'Keeper', administrator: true });
});
afterAll(() => stopApp(site));

const get = (url: string, headers = {}) =>
  site.app.inject({ method: 'GET', url: `/api${url}`, headers });
const cite = async (of: string, more = ''): Promise<CitationView> => {
  const answer = await get(`/citations?of=${encodeURIComponent(of)}${more}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
};
const file = (of: string, format: (typeof files)[number], headers = {}) =>
  get(`/citations/file?format=${format}&of=${encodeURIComponent(of)}`, headers);
const inStyle = ({ things }: CitationView, style: string, n = 0): string | undefined =>
  things[n]?.citations.find((each) => each.style === style)?.text;
const tagOf = ({ tags }: CitationView, name: string) =>
  tags.filter((tag) => tag.name === name).map(({ content }) => content);

describe('a release', () => {
  test('is cited by its editors, number and permanent address, whatever address is asked', async () => {
    const page = await cite(`/c/${slug}`);
    expect(page.url).toBe(`${origin}/c/${slug}@1.0`);
    expect(inStyle(page, 'chicago-note')).toBe(
      'The editors of Glossator, Textual notes on the National Cyberspace Security Strategy,' +
        ` release 1.0 (Glossator, 2026), ${origin}/c/${slug}@1.0.`,
    );
    expect(await cite(`/c/${slug}@1.0`)).toEqual(page);
    expect(page.things.map(({ what, name }) => [what, name])).toEqual([['release', '1.0']]);
  });
  test('says on which day it was seen, where that is asked', async () => {
    const page = await cite(`/c/${slug}`, '&on=2026-12-01');
    expect(inStyle(page, 'oscola')).toContain('> accessed 1 December 2026.');
  });
  test('its links name every form and lead to all around it', async () => {
    const { links } = await cite(`/c/${slug}@1.0`);
    const of = (rel: string) => links.filter((link) => link.rel === rel).map(({ href }) => href);
    const at = `${origin}/c/${slug}@1.0`;
    expect(of('cite-as')).toEqual([at]);
    expect(of('license')).toEqual(['https://creativecommons.org/licenses/by/4.0/']);
    expect(of('describedby')).toEqual(
      ['.csl.json', '.bib', '.ris', '.schema.jsonld'].map((suffix) => at + suffix),
    );
    expect(of('linkset')).toEqual([`${at}.linkset.json`]);
    const files = links.filter(({ rel }) => rel === 'item');
    // Without a browser to print with there is no PDF, and nothing leads to one.
    expect(files).toEqual([
      { rel: 'item', href: `${at}.html`, type: 'text/html' },
      { rel: 'item', href: `${at}.epub`, type: 'application/epub+zip' },
      { rel: 'item', href: `${at}.tei.xml`, type: 'application/tei+xml' },
      { rel: 'item', href: `${at}.md`, type: 'text/markdown' },
      { rel: 'item', href: `${at}.jsonld`, type: 'application/ld+json' },
    ]);
    const set = (await file(`/c/${slug}@1.0`, 'linkset')).json<{
      linkset: [{ anchor: string; item: { href: string; type: string }[] }];
    }>().linkset[0];
    expect(set.anchor).toBe(at);
    const parts = set.item.slice(files.length);
    expect(set.item.slice(0, files.length)).toEqual(
      files.map(({ href, type }) => ({ href, type })),
    );
    expect(parts).toHaveLength(81);
    expect(parts.slice(0, 2).map(({ href }) => href)).toEqual([`${at}/part/1`, `${at}/T1`]);
    const entry = (await cite(`/c/${slug}@1.0/T12`)).links.map(({ rel }) => rel);
    expect(entry).not.toContain('item');
  });
});

describe('an entry', () => {
  test('that stands on one clause is cited with it, and so is the release around it', async () => {
    const page = await cite(`/c/${slug}@1.0/T40`);
    expect(page.things.map(({ what, name }) => [what, name])).toEqual([
      ['entry', 'T40'],
      ['release', '1.0'],
    ]);
    expect(inStyle(page, 'apa')).toMatch(
      new RegExp(
        `^The editors of Glossator\\. \\(2026\\)\\. .+\\. In Textual notes on .+ \\(Release 1\\.0, entry T40 on III\\(1\\) ¶1 s\\. 2\\(b\\) \\(zh-cac ⇄ en-creemers\\)\\)\\. Glossator\\. ${origin}/c/${slug}@1\\.0/T40$`,
        'u',
      ),
    );
    expect(tagOf(page, 'citation_inbook_title')).toHaveLength(1);
    expect(page.links).toContainEqual({
      rel: 'collection',
      href: `${origin}/c/${slug}@1.0`,
      type: 'text/html',
    });
  });
  test('that follows a term is cited as a whole, or at one of its places', async () => {
    const page = await cite(`/c/${slug}@1.0/T67`);
    const places = page.things.filter(({ what }) => what === 'place');
    expect(places.length).toBeGreaterThan(1);
    expect(inStyle(page, 'bluebook')).toContain(' entry T67 (release 1.0 2026)');
    expect(inStyle(page, 'bluebook', 1)).toMatch(/ entry T67 on \S/u);
    expect(new Set(page.things.map(({ url }) => url)).size).toBe(2);
  });
});

test('an introduction has no label, and is cited by its title', async () => {
  const page = await cite(`/c/${slug}@1.0/part/1`);
  expect(page.url).toBe(`${origin}/c/${slug}@1.0/part/1`);
  expect(inStyle(page, 'chicago-note')).toBe(
    'The editors of Glossator, “Introduction,” in Textual notes on the National Cyberspace' +
      ` Security Strategy, release 1.0 (Glossator, 2026), ${origin}/c/${slug}@1.0/part/1.`,
  );
  expect((await cite(`/c/${slug}@1.0/part/13`)).url).toBe(`${origin}/c/${slug}@1.0/T12`);
});

describe('a text', () => {
  test('the clause in the version of its edition, the original where none is named', async () => {
    const page = await cite('/t/ncss-2016/4.3.1.2');
    expect(page.url).toBe(`${origin}/t/ncss-2016@zh-cac:1.0.0/4.3.1.2`);
    expect(inStyle(page, 'gbt7714')).toBe(
      '国家互联网信息办公室. 国家网络空间安全战略[EB/OL]. 1.0.0版. Glossator, 2016: 四（三）第1段第2句(2016-12-27).' +
        ` ${origin}/t/ncss-2016@zh-cac:1.0.0/4.3.1.2.`,
    );
    expect(page.things.map(({ what, name }) => [what, name])).toEqual([
      ['clause', 'zh-cac'],
      ['clause', 'en-creemers'],
      ['clause', 'en-glossator'],
      ['edition', 'zh-cac'],
      ['edition', 'en-creemers'],
      ['edition', 'en-glossator'],
    ]);
    expect(inStyle(page, 'chicago-note', 2)).toContain('unreviewed working translation');
    const kept = await cite('/t/ncss-2016/4.5.1.1');
    expect(kept.things.map(({ what, name }) => `${what} ${name}`)).not.toContain(
      'clause en-glossator',
    );
    const english = inStyle(page, 'chicago-note', 1);
    expect(english).toContain('trans. Rogier Creemers, version 1.0.0');
    expect(english).toContain(`IV(3) ¶1 s. 2, ${origin}/t/ncss-2016@en-creemers:1.0.0/4.3.1.2.`);
  });
  test('what is pinned or asked for comes first', async () => {
    const pinned = await cite('/t/ncss-2016@en-creemers:1.0.0/4.3');
    expect(pinned.url).toBe(`${origin}/t/ncss-2016@en-creemers:1.0.0/4.3`);
    expect((await cite('/t/ncss-2016/4.3', '&edition=en-creemers')).url).toBe(pinned.url);
    expect((await cite('/t/ncss-2016')).url).toBe(`${origin}/t/ncss-2016@zh-cac:1.0.0`);
  });
});

describe('a note', () => {
  test('is cited by the name it stands under, which stays one name', async () => {
    const { id } = rootOf(await startThread(site, ada, '4.3.1.2', { body: 'On this clause' }));
    const page = await cite(`/n/${id}`);
    expect(page.url).toBe(`${origin}/n/${id}`);
    expect(inStyle(page, 'chicago-note')).toContain(
      'Ada, and <b>"Co", “Note on IV(3) ¶1 s. 2,” in National Cyberspace Security Strategy (Glossator, 20',
    );
    expect((await file(`/n/${id}`, 'bibtex')).body).toContain('author = {{Ada, and <b>"Co"}}');
    expect(page.jsonLd).not.toContain('<b>');
    expect(page.things[0]?.files.map(({ name }) => name)).toContain(`note-${id}.bib`);
  });
  test('is not cited before it is public, nor after it is gone, not even by its author', async () => {
    const own = rootOf(
      await startThread(site, ada, '4.2', { layer: 'notebook', body: 'Xyzzy for me' }),
    );
    const hidden = rootOf(await startThread(site, ada, '4.2', { body: 'Something to be hidden' }));
    const answer = await replyTo(site, ada, hidden.id, 'An answer that is taken back');
    await site.as(keeper, 'POST', `/annotations/${hidden.id}/hide`, hideForm());
    await site.as(ada, 'DELETE', `/annotations/${answer.id}`);
    for (const { id } of [own, hidden, answer])
      for (const format of files)
        expect(refusal(await file(`/n/${id}`, format, { cookie: ada.cookie }))).toEqual([
          404,
          'not-found',
        ]);
  });
});

describe('the files', () => {
  test.each(files)('%s: a type, a name, a tag, the way back', async (format) => {
    const of = `/c/${slug}@1.0/T12`;
    const answer = await file(of, format);
    expect(answer.statusCode, answer.body).toBe(200);
    const { etag, link } = answer.headers;
    expect(link).toBe(`<${origin}${of}>; rel="describes"; type="text/html"`);
    expect(answer.headers['content-disposition']).toMatch(
      new RegExp(`^attachment; filename="${slug}-1\\.0-T12\\.[a-z.]+"$`, 'u'),
    );
    const again = await file(of, format, { 'if-none-match': String(etag) });
    expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', etag]);
    const head = await site.app.inject({
      method: 'HEAD',
      url: `/api/citations/file?format=${format}&of=${encodeURIComponent(of)}`,
    });
    expect([head.statusCode, head.headers.etag, head.body]).toEqual([200, etag, '']);
  });
});

describe('hostile names, and what became of a release', () => {
  const words =
    '</script><script>alert(1)</script> "quoted" \'one\' & {brace} 条\r\nTY  - EVIL\r\nSet-Cookie: a=b';
  const hostile = (number: string): ReleaseDocument => ({
    slug: 'hostile',
    number,
    released: '2026-11-30T00:00:00.000Z',
    work: { slug: 'ncss-2016', titles: { en: words, 'zh-Hans': words } },
    versions: { 'zh-cac': '1.0.0' },
    language: 'en',
    titles: { en: words },
    subtitle: words,
    abstracts: { en: words },
    contributors: [
      {
        ...{ kind: 'person', family: words, given: words, orcid: '0000-0002-1825-0097' },
        ...{ affiliation: words, roles: [], names: {} },
      },
      { kind: 'group', family: words, given: '', orcid: '', affiliation: '', roles: [], names: {} },
    ],
    licence: { id: 'all-rights-reserved', statement: {} },
    interests: words,
    statement: {},
    change: words,
    parts: [
      { kind: 'entry', label: 'A.1', title: words, words: 1, places: [], body: 'x' },
      { kind: 'entry', label: 'A.2', title: '', words: 1, places: [], body: 'x' },
    ],
  });
  beforeAll(async () => {
    const [work] = shippedWorks;
    if (work === undefined) throw new Error('nothing ships');
    await site.owner.query("insert into commentary_slug values ('hostile')");
    const { rows } = await site.owner.query<{ id: string; work: number }>(
      `insert into commentary (id, work_id, slug, title, language)
       select gen_random_uuid(), id, 'hostile', 'H', 'en' from work where slug = 'ncss-2016'
       returning id, work_id as work`,
    );
    const [made] = rows;
    if (made === undefined) throw new Error('not made');
    for (const number of ['1.0', '1.1', '2.0'])
      await storeRelease(makeDb(site.pool), made.id, hostile(number), {
        workId: made.work,
        units: work.units,
      });
    await site.owner.query(
      "update commentary_release set retracted_at = '2027-02-03', retraction = 'Wrong.' where commentary_id = $1 and minor = 1",
      [made.id],
    );
  });

  test.each(['/c/hostile@1.0', '/c/hostile@1.0/A.1', '/c/hostile@1.0/A.2'])(
    '%s: every field, file and header keeps to itself',
    async (of) => {
      const page = await cite(of);
      expect(page.jsonLd).not.toMatch(/[<>&\u2028\u2029]/u);
      expect(JSON.parse(page.jsonLd)).toMatchObject({ '@context': 'https://schema.org' });
      const texts = [
        ...page.tags.map(({ content }) => content),
        ...page.things.flatMap(({ citations }) => citations.map(({ text }) => text)),
      ];
      for (const text of texts) expect(text).not.toMatch(/[\r\n]/u);
      for (const format of files) {
        const answer = await file(of, format);
        expect(answer.statusCode).toBe(200);
        for (const value of Object.values(answer.headers))
          expect(String(value)).toMatch(/^[\x20-\x7e]*$/u);
        expect(answer.headers['set-cookie']).toBeUndefined();
        if (format === 'ris') expect(answer.body.match(/^TY {2}- /gmu)).toHaveLength(1);
        if (format === 'bibtex') expect(answer.body.match(/^@/gmu)).toHaveLength(1);
        if (format === 'csl' || format === 'jsonld') expect(answer.json()).toBeTruthy();
      }
      expect(page.links).toContainEqual({
        rel: 'author',
        href: 'https://orcid.org/0000-0002-1825-0097',
      });
      expect(page.links.map(({ rel }) => rel)).not.toContain('license');
    },
  );
  test('a superseded release names the next and the newest', async () => {
    const { links, retracted } = await cite('/c/hostile@1.0/A.1');
    const to = (rel: string) => links.filter((link) => link.rel === rel).map(({ href }) => href);
    expect(retracted).toBe(false);
    expect([to('successor-version'), to('latest-version'), to('predecessor-version')]).toEqual([
      [`${origin}/c/hostile@1.1`],
      [`${origin}/c/hostile@2.0`],
      [],
    ]);
    expect((await cite('/c/hostile')).links.map(({ rel }) => rel)).not.toContain('latest-version');
  });
  test('what was withdrawn is not cited, and nothing leads to it', async () => {
    const withdraw = (at: string | null) =>
      site.owner.query(
        `update commentary_release set withdrawn_at = $1, withdrawal = $2
         where minor = 1 and commentary_id = (select id from commentary where slug = 'hostile')`,
        [at, at === null ? '' : 'By order of a court.'],
      );
    await withdraw('2027-03-01T00:00:00Z');
    try {
      for (const of of ['/c/hostile@1.1', '/c/hostile@1.1/A.1'])
        for (const format of files) expect(refusal(await file(of, format))).toEqual([410, 'gone']);
      const { links } = await cite('/c/hostile@1.0');
      expect(links.map(({ href }) => href)).not.toContain(`${origin}/c/hostile@1.1`);
    } finally {
      await withdraw(null);
    }
  });
  test('a retracted one says so in every form', async () => {
    const of = '/c/hostile@1.1/A.2';
    const page = await cite(of);
    expect(page.retracted).toBe(true);
    expect(tagOf(page, 'citation_title')).toEqual(['RETRACTED: Entry A.2']);
    expect(JSON.parse(page.jsonLd)).toMatchObject({ creativeWorkStatus: 'Retracted' });
    for (const { style, text } of page.things[0]?.citations ?? [])
      expect(text, style).toMatch(/retract/iu);
    expect((await file(of, 'ris')).body).toContain('\r\nTI  - RETRACTED: Entry A.2\r\n');
    expect((await file(of, 'bibtex')).body).toContain('title = {{RETRACTED: Entry A.2}}');
    expect((await file(of, 'csl')).json<object[]>()[0]).toMatchObject({ status: 'retracted' });
  });
});

test.each([
  ['/c/no-such-notes', 404, 'not-found'],
  [`/c/${slug}@9.9`, 404, 'not-found'],
  [`/c/${slug}@1.0/T999`, 404, 'not-found'],
  [`/c/${slug}@1.0/part/999`, 404, 'not-found'],
  ['/t/no-such-work', 404, 'not-found'],
  ['/t/ncss-2016/9.9.9', 404, 'not-found'],
  ['/t/ncss-2016@zh-cac:9.0.0/4.3', 422, 'version-unknown'],
  ['/n/00000000-0000-4000-8000-000000000000', 404, 'not-found'],
  ['/c/../../etc/passwd', 404, 'not-found'],
  ['/account', 400, 'request-malformed'],
])('%s cannot be cited', async (of, status, code) => {
  expect(refusal(await file(of, 'bibtex'))).toEqual([status, code]);
  expect(refusal(await get(`/citations?of=${encodeURIComponent(of)}`))).toEqual([status, code]);
});
test('an edition that the work has not is not cited in place of another', async () => {
  const of = encodeURIComponent('/t/ncss-2016/4.3');
  expect(refusal(await get(`/citations?of=${of}&edition=fr-nobody`))).toEqual([404, 'not-found']);
});
