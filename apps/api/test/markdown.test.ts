import { limits } from '@glossator/contract';
import { describe, expect, test } from 'vitest';
import { isTractable } from '../src/markdown/bounds.ts';
import { plainOpening, renderMarkdown } from '../src/markdown/render.ts';

const full = (part: string): string =>
  part.repeat(Math.ceil(limits.noteLength / part.length)).slice(0, limits.noteLength);
const lines = (count: number, line: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => line(n))
    .join('\n')
    .slice(0, limits.noteLength);
const table = (columns: number, row: string): string =>
  `|${'a|'.repeat(columns)}\n|${'-|'.repeat(columns)}\n${full(row)}`.slice(0, limits.noteLength);

/** Processor time in milliseconds: others on this machine do not count. */
function cost(source: string): number {
  const begun = process.cpuUsage();
  renderMarkdown(source);
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1_000;
}

renderMarkdown('**warm** [up](https://example.org)\n\n- a\n\n| a |\n|-|\n| b |\n\n[^1]\n\n[^1]: c');

describe('the longest note is rendered in well under a second, whatever is in it', () => {
  test.each([
    ['quotes', full('>')],
    ['spaced quotes', full('> ')],
    ['numbered lists', full('1. ')],
    ['quoted lists', full('> - ')],
    ['lists inside lists', full(`${'* '.repeat(50)}a\n`)],
    ['ever deeper lists', lines(200, (n) => `${' '.repeat(n)}- a`)],
    [
      'deep quotes before lazy lines',
      `${'> '.repeat(20)}a\n`.repeat(40) + full('a\n').slice(2_000),
    ],
    ['a wide table of empty rows', table(3_000, '|\n')],
    ['a table of many cells', table(100, `|${'a|'.repeat(100)}\n`)],
    ['one row tables', full('a|\n-|\n')],
    ['opening brackets', full('[')],
    ['closing brackets', full('] ')],
    ['open links before words', '[a'.repeat(2_000) + full('w ').slice(4_000)],
    ['emphasis that never closes', full('*a_ ')],
    ['strong hanzi', full('**中**文')],
    ['headings', full('a\n=\n')],
    ['entities in an address', `http://a/${full('&amp;').slice(9)}`],
    ['addresses', full('a@b.c ')],
    ['footnotes', `[^1]: a\n\n${full('[^1]').slice(9)}`],
    ['definitions', full('[a]: b\n')],
    ['nothing but line ends', full('\n')],
  ])('%s', (_name, source) => {
    expect(cost(source)).toBeLessThan(1_500);
    expect(renderMarkdown(source).length).toBeLessThan(10 * limits.noteLength);
  });
});

test.each(['|' + '-'.repeat(limits.noteLength), full('-|'), full('> '), full(' '), full('1')])(
  'measuring a text takes no time itself: %#',
  (text) => {
    const begun = process.cpuUsage();
    isTractable(`${text}x`);
    const { user, system } = process.cpuUsage(begun);
    expect((user + system) / 1_000).toBeLessThan(100);
  },
);

test('what would take too long is shown as it was written', () => {
  const source = `${'>'.repeat(30)} <script>alert("&amp;")</script>\nnext`;
  expect(renderMarkdown(source)).toBe(
    `<pre tabindex="0"><code>${'&gt;'.repeat(30)} &lt;script&gt;alert("&amp;amp;")&lt;/script&gt;\nnext\n</code></pre>`,
  );
});

test('long prose with lists, quotes, links and a table is rendered', () => {
  const part = [
    '第四条 **国家** 坚持 [网络安全](https://example.org/a_b?c=d&e=f) 与 *信息化* 发展并重。'.repeat(
      4,
    ),
    '> 引文 [^1]\n> > 引文中的引文',
    '1. one\n   - two\n     - three\n2. four',
    '| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |\n| 4 | 5 | 6 |',
  ].join('\n\n');
  const source = `${Array.from({ length: 40 }, () => part).join('\n\n')}\n\n[^1]: note`;
  const html = renderMarkdown(source);
  for (const tag of ['strong', 'blockquote', 'ol', 'table', 'a href', 'section'])
    expect(html).toContain(`<${tag}`);
  expect(html.match(/<table tabindex="0">/g)).toHaveLength(40);
});

describe('a text of more marks than prose has is shown as it was written', () => {
  test.each([
    ['emphasis', '*a* '],
    ['links', '[a](b) '],
    ['addresses', 'a@b.c '],
  ])('%s', (_name, part) => {
    const paragraph = part.repeat(200);
    expect(renderMarkdown(`${paragraph}\n\n`.repeat(3))).toContain('<p>');
    expect(renderMarkdown(`${paragraph}\n\n`.repeat(16).slice(0, limits.noteLength))).toMatch(
      /^<pre tabindex="0">/,
    );
  });
});

describe('what a note begins with', () => {
  test('is read without its marks, on one line', () => {
    expect(plainOpening('**One**\n\n- [two](https://x.org)')).toBe('One two');
  });
  test('and with its references as words', () => {
    const note = '[[#01a226de-cba8-77b5-9ebd-eedea3bb9c2a]]';
    expect(plainOpening(`See [[4.3.1.2]], [[other/4.3]], ${note} and @ada; not [[this]].`)).toBe(
      'See 4.3.1.2, 4.3, […] and @ada; not [[this]].',
    );
  });
  test('of a long one from its first part alone', () => {
    const long = `First words. ${'😀'.repeat(10_000)}`;
    const opened = plainOpening(long);
    expect(opened).toMatch(/^First words\. 😀/u);
    expect(opened.length).toBeLessThanOrEqual(2_000);
    expect(opened.isWellFormed()).toBe(true);
  });
});
