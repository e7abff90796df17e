import { limits } from '@glossator/contract';
import { describe, expect, test } from 'vitest';
import { splitReferences, type Piece } from '../src/markdown/references.ts';
import { readMarkdown } from '../src/markdown/render.ts';

const id = '01999999-0000-7000-8000-00000000abcd';
const short = (piece: Piece): string => {
  switch (piece.kind) {
    case 'text':
      return piece.text;
    case 'clause':
      return `<${piece.work ?? ''}:${piece.address}>`;
    case 'entry':
      return `<${piece.commentary ?? ''}!${piece.label}>`;
    case 'note':
      return `<#${piece.id}>`;
    case 'person':
      return `<@${piece.handle}>`;
  }
};

describe('what the words of a note refer to', () => {
  test.each([
    ['see [[4.3.1.2]].', 'see <:4.3.1.2>.'],
    ['[[4.3.1.2-4.3.2.1]]', '<:4.3.1.2-4.3.2.1>'],
    ['[[ncss-2016/4.3]]与[[3]]', '<ncss-2016:4.3>与<:3>'],
    ['[[4.3x1.2b]]', '<:4.3x1.2b>'],
    [`[[#${id}]] and [[#${id.toUpperCase()}]]`, `<#${id}> and <#${id}>`],
    ['[[T12]] and [[1a-b.2]]', '<!T12> and [[1a-b.2]]'],
    ['[[some-notes/T12]]、[[Some-Notes/t-1.b]]', '<some-notes!T12>、<some-notes!t-1.b>'],
    ['[[a_b/T12]] [[/T12]] [[a/b/T12]] [[a/T 12]]', '[[a_b/T12]] [[/T12]] [[a/b/T12]] [[a/T 12]]'],
    ['@Ada, @li-wei.2: 请@李伟 看', '<@Ada>, <@li-wei.2>: 请<@李伟> 看'],
    ['(@Ada)', '(<@Ada>)'],
    ['@Ada. Next', '<@Ada>. Next'],
    // Not ours.
    ['ada@example.org', 'ada@example.org'],
    ['https://x.org/@ada', 'https://x.org/@ada'],
    ['@@ada', '@@ada'],
    ['@-ada @', '@-ada @'],
    [`@${'a'.repeat(31)}`, `@${'a'.repeat(31)}`],
    ['[[]] [[ 4.3 ]] [4.3] [[4.3] [[a b]] [[#12]]', '[[]] [[ 4.3 ]] [4.3] [[4.3] [[a b]] [[#12]]'],
    ['[[[4.3]]]', '[<:4.3>]'],
    ['[[../4.3]] [[javascript:4]]', '[[../4.3]] [[javascript:4]]'],
  ])('%s', (text, expected) => {
    const pieces = splitReferences(text);
    expect(pieces.map(short).join('')).toBe(expected);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  });
});

describe('whom a note calls', () => {
  test.each([
    ['@Ada and @ADA and *@bob*', ['ada', 'bob']],
    ['> @quoted\n\n- @listed\n\n| a |\n|-|\n| @tabled |', ['quoted', 'listed', 'tabled']],
    ['`@code` and\n\n```\n@fenced\n```\n\n    @indented', []],
    ['[@linked](https://example.org) <https://example.org/@auto> https://example.org/@bare', []],
    ['![@picture](https://example.org/a.png) <b title="@html">', []],
    ['@one[^1]\n\n[^1]: @two', ['one', 'two']],
    [Array.from({ length: 30 }, (_, n) => `@p${String(n)}`).join(' '), 20],
  ])('%s', (source, expected) => {
    const { mentions } = readMarkdown(source);
    if (typeof expected === 'number') expect(mentions).toHaveLength(expected);
    else expect(mentions).toEqual(expected);
  });
});

test.each([
  '[',
  '[[',
  '[[1',
  '[[1-',
  '[[a',
  '[[a/',
  '[[a/b',
  '[[#',
  '@',
  '@a',
  '@a.',
  'a.',
  '[[1.',
  '@中',
])('looking takes no time itself: %s', (part) => {
  const text = part.repeat(Math.ceil((20 * limits.noteLength) / part.length));
  const begun = process.cpuUsage();
  splitReferences(text);
  const { user, system } = process.cpuUsage(begun);
  // A square of this length would take hours.
  expect((user + system) / 1_000).toBeLessThan(3_000);
});

describe('references in the HTML of a note', () => {
  const place = {
    work: 'ncss-2016',
    key: 'test',
    has: (address: string) => address.startsWith('4.3'),
  };
  const linked = (href: string, kind: string, shown: string) =>
    `<p><a href="${href}" data-ref="${kind}">${shown}</a></p>`;

  test.each([
    ['[[4.3.1.2]]', linked('/t/ncss-2016/4.3.1.2', 'clause', '4.3.1.2')],
    ['[[other-work/9.9]]', linked('/t/other-work/9.9', 'clause', 'other-work 9.9')],
    ['[[some-notes/T12]]', linked('/c/some-notes/T12', 'entry', 'some-notes T12')],
    // Only in a commentary are there entries of its own.
    ['[[T12]]', '<p>[[T12]]</p>'],
    [`[[#${id}]]`, linked(`/n/${id}`, 'note', '#0000abcd')],
    ['@李伟', linked('/search?by=%E6%9D%8E%E4%BC%9F', 'person', '@李伟')],
    ['*[[4.3]]*', '<p><em><a href="/t/ncss-2016/4.3" data-ref="clause">4.3</a></em></p>'],
    ['[[9.9]]', '<p>[[9.9]]</p>'],
    ['`[[4.3]] @ada`', '<p><code>[[4.3]] @ada</code></p>'],
    ['<a data-ref="note" href="/x">x</a>', '<p>x</p>'],
  ])('%s', (source, html) => {
    expect(readMarkdown(source, place).html).toBe(html);
  });

  test('what the work does not have is named', () => {
    expect(readMarkdown('[[9.9]] [[4.3]] [[9.9]] [[8]]', place).unknown).toEqual(['9.9', '8']);
  });

  test('without a place they are words', () => {
    expect(readMarkdown('[[4.3]] @ada').html).toBe('<p>[[4.3]] @ada</p>');
  });

  test.each(['[[4.3]]', '[[9.9]] ', '@a ', `[[#${id}]]`])('a thousand times %s', (part) => {
    const source = part.repeat(limits.noteLength / part.length);
    const begun = process.cpuUsage();
    const { html } = readMarkdown(source, place);
    const { user, system } = process.cpuUsage(begun);
    expect((user + system) / 1_000).toBeLessThan(1_500);
    expect(html.match(/<a /g)?.length ?? 0).toBeLessThanOrEqual(200);
  });
});
