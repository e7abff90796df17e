import { parseFeed } from '@rowanmanning/feed-parser';
import { XMLParser } from 'fast-xml-parser';
import LinkHeader from 'http-link-header';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import en from '../messages/en/cite.json' with { type: 'json' };
import zh from '../messages/zh-Hans/cite.json' with { type: 'json' };
import { axe } from './support/axe.ts';
import { fileEndings, readFile } from './support/citation-library.ts';
import { journey, nextAddress } from './support/journey.ts';
import { origin } from './support/site.ts';

const release = '/c/ncss-2016-textual-notes@1.0';
const entry = `${release}/T40`;
const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(new URL(path, origin), {
    method,
    redirect: 'manual',
    headers: { 'x-forwarded-for': nextAddress(), ...headers },
  });
const shown = (page: Page) => page.locator('section.cite .citation').innerText();
/** Chosen again until the script that listens has come. */
const choose = (page: Page, label: string, option: string, then: string) =>
  expect
    .poll(
      async () => {
        await page.getByLabel(label, { exact: true }).selectOption({ label: option });
        return shown(page);
      },
      { timeout: 15_000 },
    )
    .toContain(then);

journey('a style is chosen, kept, and copied at another page', async ({ open }) => {
  const page = await open();
  await page.goto(release);
  expect(await shown(page)).toContain(`release 1.0 (Glossator, 2026), ${origin}${release}.`);
  const seen = `<${origin}${release}> accessed `;
  await choose(page, en.cite_style, en.cite_style_oscola, seen);
  await axe(page);

  await page.goto(entry);
  expect(await shown(page)).toContain(`(release 1.0, Glossator 2026) entry T40 on III(1)`);
  await choose(page, en.cite_what, en.cite_what_release.replace('{name}', '1.0'), seen);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: en.cite_copy }).click();
  await page.getByText(en.cite_copied).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await shown(page));
  const file = page.getByRole('link', { name: /^BibTeX/ });
  const [download] = await Promise.all([page.waitForEvent('download'), file.click()]);
  expect(download.suggestedFilename()).toBe('ncss-2016-textual-notes-1.0.bib');
  await axe(page);
});

journey('without script every style stands in a fold', async ({ open }) => {
  const page = await open({ script: false });
  await page.goto(entry);
  expect(await page.getByLabel(en.cite_style, { exact: true }).isVisible()).toBe(false);
  expect(await page.getByRole('button', { name: en.cite_copy }).isVisible()).toBe(false);
  await page.getByText(en.cite_all, { exact: true }).click();
  const terms = await page.locator('section.cite dl').first().locator('dt').allInnerTexts();
  expect(terms).toEqual([
    ...[en.cite_style_chicago_note, en.cite_style_chicago_bibliography, en.cite_style_apa],
    ...[en.cite_style_oscola, en.cite_style_bluebook, en.cite_style_gbt],
  ]);
  expect(await page.locator('section.cite dd').count()).toBe(12);
  await axe(page);
});

for (const script of [true, false])
  journey(`a clause is cited from the reader (script: ${String(script)})`, async ({ open }) => {
    const page = await open({ script, language: 'zh-CN', dark: true });
    await page.goto('/t/ncss-2016/4.3.1.2');
    await page.locator('#thread').getByRole('link', { name: zh.cite_title, exact: true }).click();
    await page.getByRole('heading', { name: zh.cite_page_title }).waitFor();
    expect(await shown(page)).toContain(
      '国家互联网信息办公室. 国家网络空间安全战略[EB/OL]. 1.0.0版.',
    );
    expect(await shown(page)).toContain(`${origin}/t/ncss-2016@zh-cac:1.0.0/4.3.1.2.`);
    if (script) {
      const english = zh.cite_what_clause.replace('{name}', 'en-creemers');
      const address = `${origin}/t/ncss-2016@en-creemers:1.0.0/4.3.1.2.`;
      await choose(page, zh.cite_what, english, address);
    }
    await axe(page);
  });

journey('on a phone nothing is wider than the page', async ({ open }) => {
  const page = await open({ size: { width: 390, height: 844 } });
  await page.goto(`${release}/T67`);
  await page.getByText(en.cite_all, { exact: true }).click();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
  const page404 = await page.goto('/cite?of=/c/no-such-notes');
  expect(page404?.status()).toBe(404);
});

describe('the files, as they are served', () => {
  test.each([
    [release, undefined],
    [entry, 'Textual notes on the National Cyberspace Security Strategy'],
  ])('a citation library reads %s in every form', async (of, container) => {
    for (const ending of fileEndings) {
      const answer = await ask(`${of}.${ending}`);
      expect(answer.status).toBe(200);
      const [read, ...others] = readFile(ending, await answer.text());
      expect(others).toEqual([]);
      expect(read?.URL, ending).toBe(origin + of);
      expect(read?.['container-title'], ending).toBe(container);
      const [author] = read?.author ?? [];
      expect(author?.literal ?? author?.family, ending).toBe('The editors of Glossator');
    }
  });
  test('the same is answered at the page’s own address to whoever asks for it', async () => {
    const types = {
      'application/x-bibtex': 'bib',
      'application/x-research-info-systems': 'ris',
      'application/vnd.citationstyles.csl+json': 'csl.json',
      'application/ld+json': 'schema.jsonld',
    };
    for (const [type, ending] of Object.entries(types)) {
      const answer = await ask(entry, { accept: `${type}, text/html;q=0.1` });
      const file = await ask(`${entry}.${ending}`);
      expect(answer.headers.get('content-type')).toMatch(type.split(';')[0] ?? '');
      expect(answer.headers.get('content-location')).toBe(`${entry}.${ending}`);
      expect(answer.headers.get('vary')).toMatch(/\bAccept\b(?!-)/);
      expect(await answer.text()).toBe(await file.text());
      const etag = file.headers.get('etag') ?? '';
      expect(answer.headers.get('etag')).toBe(etag);
      const again = await ask(entry, { accept: type, 'if-none-match': etag });
      expect([again.status, await again.text()]).toEqual([304, '']);
    }
  });
  test('pages stay pages to all others, and what there is not is said', async () => {
    for (const accept of ['text/html', '*/*', 'text/html, application/x-bibtex;q=0.9']) {
      const answer = await ask(entry, { accept }, 'HEAD');
      expect(answer.headers.get('content-type'), accept).toMatch(/^text\/html/);
      expect(answer.headers.get('vary')).toMatch(/\bAccept\b(?!-)/);
    }
    const refused = await ask(entry, { accept: 'image/png' });
    expect(refused.status).toBe(406);
    expect(await refused.json()).toMatchObject({
      code: 'not-acceptable',
      detail: expect.stringContaining('application/x-bibtex') as string,
    });
    expect((await ask('/c/no-such-notes.bib')).status).toBe(404);
    expect((await ask(`${release}/T999.ris`)).status).toBe(404);
  });
});

test('by HEAD alone a program finds from an entry its data, its whole, and all around', async () => {
  const links = async (path: string) => {
    const answer = await ask(path, {}, 'HEAD');
    expect(answer.status, path).toBe(200);
    return LinkHeader.parse(answer.headers.get('link') ?? '').refs;
  };
  const to = (found: Awaited<ReturnType<typeof links>>, rel: string) =>
    found.filter((each) => each.rel === rel);
  const page = await links(entry);
  expect(to(page, 'cite-as').map(({ uri }) => uri)).toEqual([origin + entry]);
  expect(to(page, 'type').map(({ uri }) => uri)).toContain('https://schema.org/Chapter');
  expect(to(page, 'license')).toHaveLength(1);
  const data = to(page, 'describedby');
  expect(data.length).toBe(4);
  for (const { uri, type } of data) {
    const answer = await ask(uri, {}, 'HEAD');
    expect(answer.headers.get('content-type')?.split(';')[0]).toBe(type);
    expect(to(await links(uri), 'describes').map((each) => each.uri)).toEqual([origin + entry]);
  }
  const [whole] = to(page, 'collection');
  expect(whole?.uri).toBe(origin + release);
  const [set] = to(await links(whole?.uri ?? ''), 'linkset');
  const around = (await (await ask(set?.uri ?? '')).json()) as {
    linkset: [{ anchor: string; item: { href: string }[] }];
  };
  expect(around.linkset[0].anchor).toBe(origin + release);
  expect(around.linkset[0].item.map(({ href }) => href)).toContain(origin + entry);
});

test('what is published is found: robots.txt, sitemaps, the feed of releases', async () => {
  const robots = await (await ask('/robots.txt')).text();
  const index = /^Sitemap: (.+)$/m.exec(robots)?.[1];
  expect(index).toBe(`${origin}/sitemap.xml`);
  const read = async (url: string) =>
    new XMLParser({ isArray: (name) => name === 'url' || name === 'sitemap' }).parse(
      await (await ask(url)).text(),
    ) as Record<string, Record<string, { loc: string }[]>>;
  const files = (await read(index ?? ''))['sitemapindex']?.['sitemap'] ?? [];
  expect(files.length).toBeGreaterThanOrEqual(2);
  for (const { loc } of files) {
    const places = (await read(loc))['urlset']?.['url'] ?? [];
    for (const place of [places[0], places.at(-1)])
      expect((await ask(place?.loc ?? '', {}, 'HEAD')).status, place?.loc).toBe(200);
  }
  for (const of of ['', '/ncss-2016']) {
    const feed = parseFeed(await (await ask(`/feeds/releases${of}.atom`)).text());
    expect(feed.items.map(({ id }) => id)).toContain(origin + release);
    expect(feed.self).toBe(`${origin}/feeds/releases${of}.atom`);
  }
  expect((await ask('/feeds/others.atom')).status).toBe(404);
  expect((await ask('/sitemap-x-law.xml')).status).toBe(404);
});
