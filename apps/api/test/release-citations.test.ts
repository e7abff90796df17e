import type { ReleaseDocument } from '@glossator/domain';
import { expect, test } from 'vitest';
import { makers } from '../src/features/release-exports/make/makers.ts';
import { exportedOf, shippedRelease } from './support/exported.ts';

/* How works are cited in the files of a release. */

const shipped = shippedRelease();
const [introduction, first] = shipped.parts;
if (introduction === undefined || first === undefined) throw new Error('nothing ships');
const body = '## High\n\nAs was said [see @hart, p. 12; @nobody].\n\n[^a]\n\n[^a]: Also [-@hart].';
const citing: ReleaseDocument = {
  ...shipped,
  items: [
    {
      ...{ id: 'hart', type: 'book', title: 'The Concept of Law', URL: 'https://law.example/' },
      ...{ author: [{ family: 'Hart', given: 'H. L. A.' }], issued: { 'date-parts': [[1961]] } },
    },
  ],
  parts: [introduction, { ...first, body }],
};
const made = async (format: keyof typeof makers, release = citing): Promise<string> =>
  new TextDecoder().decode(await makers[format](exportedOf(release), () => Promise.resolve()));

test('HTML: the citation leads to the list of its part, which stands under a heading', async () => {
  const html = await made('html');
  expect(html).toContain('(see <a href="#p2-cited-1">Hart 1961</a>, p. 12; @nobody)');
  expect(html).toMatch(
    /<h3>Works cited<\/h3>\s*<ul>\s*<li id="p2-cited-1">Hart, H\. L\. A\. 1961\. <em>The Concept of Law<\/em>\. <a href="https:\/\/law\.example\/">/,
  );
  expect(html.match(/id="p2-cited-1"/g)).toHaveLength(1);
  expect(html).toContain('Also (<a href="#p2-cited-1">1961</a>).');
});

test('TEI: a reference to an item with an id', async () => {
  const tei = await made('tei');
  expect(tei).toContain('<ref target="#p2-cited-1">Hart 1961</ref>');
  expect(tei.match(/<item xml:id="p2-cited-1">/g)).toHaveLength(1);
});

test('Markdown: words, for nothing in such a file can be pointed at', async () => {
  const markdown = await made('markdown');
  expect(markdown).toContain('(see Hart 1961, p. 12; @nobody)');
  expect(markdown).toContain('- Hart, H. L. A. 1961. *The Concept of Law*. <https://law.example/>');
  expect(markdown).not.toContain('#cited');
});

test('W3C: the words keep their keys, and say what these stand for', async () => {
  const { first: page } = JSON.parse(await made('w3c')) as {
    first: { items: Record<string, unknown>[] };
  };
  expect(page.items.map((each) => each['dcterms:references'])).toEqual([
    undefined,
    [
      {
        id: 'https://law.example/',
        'dcterms:identifier': 'hart',
        'dcterms:bibliographicCitation': 'Hart, H. L. A. 1961. The Concept of Law.',
      },
    ],
  ]);
});
