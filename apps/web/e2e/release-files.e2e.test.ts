import { setTimeout as sleep } from 'node:timers/promises';
import LinkHeader from 'http-link-header';
import { extractText, getDocumentProxy } from 'unpdf';
import { expect, inject, test } from 'vitest';
import { askOwner } from '../../standalone/src/check/ask-owner.ts';
import { nextAddress } from './support/journey.ts';
import { chromiumFile } from './support/launch.ts';
import { ownSite } from './support/own-site.ts';

const page = '/c/ncss-2016-textual-notes';
const orcid = 'https://orcid.org/0000-0002-1825-0097';

/** The release as a book on paper: its words in both scripts, bookmarks, and how it is cited on every page. */
async function checkPdf(bytes: Uint8Array, whole: string): Promise<void> {
  expect(new TextDecoder().decode(bytes.subarray(0, 5))).toBe('%PDF-');
  const pdf = await getDocumentProxy(bytes);
  const { text } = await extractText(pdf);
  expect(text.length).toBeGreaterThan(20);
  const all = text.join('\n');
  for (const words of ['T1 Two subjects, one verb', '极大促进了', 'T80 健全, 完善'])
    expect(all).toContain(words);
  for (const [index, page] of text.slice(1).entries()) {
    expect(page).toContain(whole);
    expect(page.startsWith(String(index + 2))).toBe(true);
  }
  const [book] = (await pdf.getOutline()) as { title: string; items: { title: string }[] }[];
  expect(book?.title).toMatch(/^Textual notes on/);
  const bookmarks = book?.items.map(({ title }) => title) ?? [];
  expect(bookmarks).toEqual(expect.arrayContaining(['Introduction', 'T14 “Has so become”']));
  expect(bookmarks.filter((title) => /^T\d/.test(title))).toHaveLength(80);
}

test('by links alone a program finds from a title page its data, its authors and every file, PDF too', async () => {
  const chromium = chromiumFile(inject('chromium'));
  const site = await ownSite({ CHROMIUM: chromium.file });
  try {
    await askOwner(
      site.ownerUrl,
      `update commentary_release
       set front = jsonb_set(front, '{contributors,0,orcid}', '"0000-0002-1825-0097"')`,
    );
    const ask = async (url: string, method = 'GET') => {
      const headers = { 'x-forwarded-for': nextAddress() };
      const once = () => fetch(new URL(url, site.origin), { method, headers });
      let answer = await once();
      // A file that takes longer to be made is asked for again, when the answer says.
      for (; answer.status === 503; answer = await once())
        await sleep(1000 * Number(answer.headers.get('retry-after') ?? Number.NaN));
      expect(answer.status, url).toBe(200);
      const { refs } = LinkHeader.parse(answer.headers.get('link') ?? '');
      const to = (rel: string) => refs.filter((each) => each.rel === rel);
      return { answer, to, type: answer.headers.get('content-type')?.split(';')[0] };
    };

    const landing = await ask(page, 'HEAD');
    const [whole] = landing.to('cite-as').map(({ uri }) => uri);
    expect(whole).toBe(`${site.origin}${page}@1.0`);
    expect(landing.to('author').map(({ uri }) => uri)).toEqual([orcid]);

    for (const { uri, type } of landing.to('describedby')) {
      const data = await ask(uri);
      expect([data.type, data.to('describes').map((each) => each.uri)]).toEqual([type, [whole]]);
      if (type === 'application/ld+json')
        expect(await data.answer.json()).toMatchObject({
          '@id': whole,
          author: [{ '@id': orcid }],
        });
    }

    const files = landing.to('item');
    expect(files.map(({ type }) => type)).toEqual([
      'text/html',
      'application/epub+zip',
      'application/tei+xml',
      'text/markdown',
      'application/ld+json',
      'application/pdf',
    ]);
    for (const { uri, type } of files) {
      const file = await ask(uri, 'HEAD');
      expect([file.type, file.to('collection').map((each) => each.uri)]).toEqual([type, [whole]]);
    }

    const { answer: printed } = await ask(files.at(-1)?.uri ?? '');
    await checkPdf(new Uint8Array(await printed.arrayBuffer()), whole ?? '');

    const [set] = landing.to('linkset');
    const { answer } = await ask(set?.uri ?? '');
    const around = (await answer.json()) as { linkset: [{ item: object[] }] };
    expect(around.linkset[0].item).toEqual(
      expect.arrayContaining(files.map(({ uri, type }) => ({ href: uri, type }))),
    );
  } finally {
    await site.remove();
    chromium.remove();
  }
}, 300_000);
