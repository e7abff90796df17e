import type { EntryAt, ProofPart, ReleasedPart, ReleaseMade } from '@glossator/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReleaseDocument } from '@glossator/domain';
import { makers } from '../src/features/release-exports/make/makers.ts';
import { renderMarkdown } from '../src/markdown/render.ts';
import { exportedOf } from './support/exported.ts';
import {
  acceptAsIs,
  addPart,
  entryOn,
  fillFront,
  foundCommentary,
  makeEditor,
  publishNow,
  startApp,
  stopApp,
  type Person,
  type TestApp,
} from './support/index.ts';

/* Headings that an author writes into a part stand below the heading of the part, wherever it is read. */

const body = `What comes first.

# Of law [@hart]

### Of rules

> ### Quoted

# Of morals`;
const bib = '@book{hart, author = {Hart, H. L. A.}, title = {The Concept of Law}, year = 1961}';

let site: TestApp;
let ada: Person;
let id: string;
let slug: string;
beforeAll(async () => {
  site = await startApp();
  ada = await site.addPerson({ name: 'Ada' });
  const editor = await site.addPerson({ name: 'Edith' });
  await makeEditor(site, editor);
  id = await foundCommentary(site, ada);
  await fillFront(site, ada, id);
  await site.as(ada, 'POST', `/commentaries/${id}/bibliography`, { text: bib, choices: [] });
  await addPart(site, ada, id, entryOn('4.3.1.2', { label: 'T1', body }));
  await acceptAsIs(site, id);
  const made = await publishNow(site, editor, id);
  expect(made.statusCode, made.body).toBe(201);
  slug = made.json<ReleaseMade>().slug;
});
afterAll(() => stopApp(site));

const read = async <View>(url: string, by: Person | null = null): Promise<View> => {
  const answer = await site.as(by, 'GET', url);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
};
/** Its headings in their order, `2 Of morals`. */
const headingsOf = (html: string): string[] =>
  [...html.matchAll(/<h(\d)[^>]*>(.*?)<\/h\1>/gs)].map(
    ([, level, words]) => `${level ?? ''} ${(words ?? '').replaceAll(/<[^>]*>/g, '')}`,
  );
/** As one of the highest level, one below it, and so on. */
const below = (level: number): string[] => [
  `${String(level)} Of law (Hart 1961)`,
  `${String(level + 1)} Of rules`,
  `${String(level + 1)} Quoted`,
  `${String(level)} Of morals`,
  `${String(level)} Works cited`,
];

test('on a page of its own, whose heading is that of the part', async () => {
  const { html } = await read<ReleasedPart>(`/releases/${slug}/entries/T1`);
  expect(headingsOf(html)).toEqual(below(2));
  expect(html).toContain('<blockquote>');
});

test('in the book', async () => {
  const { items } = await read<{ items: ReleasedPart[] }>(`/releases/${slug}/parts`);
  expect(items.map(({ html }) => headingsOf(html))).toEqual([below(3)]);
});

test('in the proof of what is being written', async () => {
  const { items } = await read<{ items: ProofPart[] }>(`/commentaries/${id}/proof`, ada);
  expect(items.map(({ html }) => headingsOf(html))).toEqual([below(3)]);
});

test('beside a clause they are bold lines: headings there are those of the text', async () => {
  const { items } = await read<{ items: EntryAt[] }>('/works/ncss-2016/entries?at=4.3.1.2');
  const html = items.find((each) => each.slug === slug)?.part.html ?? '';
  expect(headingsOf(html)).toEqual([]);
  expect(html).toContain('<p><strong>Of morals</strong></p>');
});

describe('in its files', () => {
  const file = async (format: 'html' | 'markdown'): Promise<string> => {
    const document = await read<ReleaseDocument>(`/releases/${slug}/document`);
    return new TextDecoder().decode(await makers[format](exportedOf(document), async () => {}));
  };

  test('the page', async () => {
    const [, part = ''] = (await file('html')).split(/<section id="entry-T1"[^>]*>/);
    const [, ...headings] = headingsOf(part);
    expect(headings.slice(0, 5)).toEqual(below(3));
  });

  test('Markdown', async () => {
    const lines = (await file('markdown')).split('\n').filter((line) => /^(> )?#{3,}/.test(line));
    expect(lines.map((line) => line.replace('> ', ''))).toEqual(
      below(3).map((each) => `${'#'.repeat(Number(each[0]))} ${each.slice(2)}`),
    );
  });
});

test.each([
  ['# <script>x</script>', ''],
  ['# [x](javascript:alert(1))', '<h2><a>x</a></h2>'],
  ['###### Six\n\n# One', '<h3>Six</h3>\n<h2>One</h2>'],
  ['Words[^1].\n\n[^1]: ## in a note', null],
])('what is written into them is tamed as everywhere: %s', (source, html) => {
  const made = renderMarkdown(source, null, 2);
  expect(made).not.toMatch(/<script|javascript:|<h1|footnote-label/);
  if (html !== null) expect(made.replaceAll(/ rel="[^"]*"/g, '')).toContain(html);
});
