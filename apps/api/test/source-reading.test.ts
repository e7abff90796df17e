import { describe, expect, test } from 'vitest';
import { limits } from '@glossator/contract';
import { FaultySource } from '../src/features/text-imports/read/bounds.ts';
import { readFile, type ReadFile } from '../src/features/text-imports/read/read-file.ts';
import * as word from './support/word-files.ts';

const file = (name: string, content: string | Buffer): Promise<ReadFile> =>
  readFile({ kind: 'file', name, bytes: Buffer.from(content as string), encoding: null });
const faultOf = (name: string, content: string | Buffer): Promise<string> =>
  file(name, content).then(
    () => 'read',
    (error: unknown) => (error instanceof FaultySource ? error.fault : String(error)),
  );
const texts = ({ blocks }: ReadFile): string[] => blocks.map(({ text }) => text);
const toldOf = ({ notices }: ReadFile): Record<string, number> =>
  Object.fromEntries(notices.map(({ kind, n }) => [kind, n]));

const law = '国家网络法\n第一条 为了保护网络，制定本法。\nArticle 1 This Law protects networks.\n';
// `国家网络法。第一条 保护网络` in GB18030, `國家網路法。第一條 保護網路` in Big5, and so on.
const inGb = Buffer.from('b9fabcd2cdf8c2e7b7a8a1a3b5dad2bbccf520b1a3bba4cdf8c2e7', 'hex');
const inBig5 = Buffer.from('b0eaae61baf4b8f4aa6ba143b2c4a440b1f820ab4fc540baf4b8f4', 'hex');

describe('the encoding of a text', () => {
  test.each([
    ['utf-8', false, Buffer.from(law)],
    ['utf-8', false, Buffer.from(`\ufeff${law}`)],
    ['utf-16le', false, Buffer.from(`\ufeff${law}`, 'utf16le')],
    ['utf-16be', false, Buffer.from(`\ufeff${law}`, 'utf16le').swap16()],
    ['utf-16le', true, Buffer.from(law, 'utf16le')],
    ['utf-16be', true, Buffer.from(law, 'utf16le').swap16()],
  ] as const)('%s, guessed: %s', async (encoding, isGuessed, bytes) => {
    const read = await file('law.txt', bytes);
    expect(read).toMatchObject({ encoding, isGuessed });
    expect(texts(read)[1]).toBe('第一条 为了保护网络，制定本法。');
  });

  test.each([
    ['gb18030', inGb, '国家网络法。第一条 保护网络'],
    ['big5', inBig5, '國家網路法。第一條 保護網路'],
    [
      'windows-1252',
      Buffer.from('The \x93Stra\xdfe\x94 caf\xe9, na\xefve r\xe9sum\xe9s.', 'latin1'),
      'The “Straße” café, naïve résumés.',
    ],
    [
      'shift_jis',
      Buffer.from(
        '8d91 89c6 8354 8343 836f 815b 90ed 97aa 8142 91e6 88ea 8ff0'.replaceAll(' ', ''),
        'hex',
      ),
      '国家サイバー戦略。第一条',
    ],
  ])('%s is told by its bytes, and said to be guessed', async (encoding, bytes, text) => {
    const read = await file('law.txt', bytes);
    expect(read).toMatchObject({ encoding, isGuessed: true });
    expect(texts(read)).toEqual([text]);
  });

  test('what a page declares is believed', async () => {
    const page = Buffer.concat([Buffer.from('<html><meta charset="gbk"><p>'), inGb]);
    const read = await file('law.html', page);
    expect(read).toMatchObject({ encoding: 'gb18030', isGuessed: false });
    expect(texts(read)).toEqual(['国家网络法。第一条 保护网络']);
  });

  test('a few broken places do not make another encoding of it, and are counted', async () => {
    const bytes = Buffer.concat([Buffer.from(law.repeat(20)), Buffer.from([0xe5, 0x9b, 0x0a])]);
    const read = await file('law.txt', bytes);
    expect(read.encoding).toBe('utf-8');
    expect(toldOf(read)).toEqual({ 'broken-characters': 1 });
  });

  test('what a person chooses is done, fit or not', async () => {
    const bytes = Buffer.from(law);
    const read = await readFile({ kind: 'file', name: 'law.txt', bytes, encoding: 'big5' });
    expect(read).toMatchObject({ encoding: 'big5', isGuessed: false });
    expect(toldOf(read)['broken-characters']).toBeGreaterThan(3);
  });
});

describe('a page', () => {
  test('gives headings, items with their numbers, cells with their places', async () => {
    const read = await file(
      'law.html',
      `<!doctype html><html><head><title>No text</title><style>p{}</style><script>1</script></head>
       <body><h1>The  Law</h1><p>One <b>two</b><br>three</p>
       <ol start="3" type="a"><li>c<li><p>d</p><ul><li>inside</ul></ol>
       <table><tr><td>中</td><td>En</td></tr><tr><td>文</td><td>glish</td></tr></table>
       <pre>a
       b</pre></body></html>`,
    );
    const blocks = read.blocks.map(({ text, kind, level, marker, row, column }) => [
      ...[text, kind, level, marker, row, column],
    ]);
    const none = [undefined, undefined, undefined];
    expect(blocks).toEqual([
      ['The Law', 'heading', 1, ...none],
      ['One two', 'paragraph', null, ...none],
      ['three', 'paragraph', null, ...none],
      ['c', 'item', 1, 'c.', undefined, undefined],
      ['d', 'item', 1, 'd.', undefined, undefined],
      ['inside', 'item', 2, ...none],
      ['中', 'cell', null, undefined, 0, 0],
      ['En', 'cell', null, undefined, 0, 1],
      ['文', 'cell', null, undefined, 1, 0],
      ['glish', 'cell', null, undefined, 1, 1],
      ['a\nb', 'paragraph', null, ...none],
    ]);
    expect(toldOf(read)).toEqual({ 'list-numbers': 2 });
  });

  test('says what is likely no text of it, and counts what is none', async () => {
    const read = await file(
      'law.html',
      `<body><nav><a href="/">Home</a></nav><div role="banner">Site</div><p>Words.<img alt="seal"></p>
       <p hidden>Secret</p><p style="display: none">Hidden</p><script>x</script><footer>Foot</footer>`,
    );
    expect(read.blocks.map(({ text, aside }) => [text, aside])).toEqual([
      ['Home', 'navigation'],
      ['Site', 'page-head'],
      ['Words.', null],
      ['Secret', 'hidden'],
      ['Hidden', 'hidden'],
      ['Foot', 'page-foot'],
    ]);
    expect(read.blocks[0]?.linked).toBe(1);
    expect(toldOf(read)).toEqual({ images: 1, scripts: 1 });
  });
});

test('Markdown is read as the page that it would be', async () => {
  const read = await file(
    'law.md',
    '# The Law\n\n3. three\n4. four\n\nText with *stress* and\na soft break.\n\n<nav>Home</nav>\n',
  );
  expect(read.blocks.map(({ text, kind, marker }) => [text, kind, marker])).toEqual([
    ['The Law', 'heading', undefined],
    ['three', 'item', '3.'],
    ['four', 'item', '4.'],
    ['Text with stress and a soft break.', 'paragraph', undefined],
    ['Home', 'paragraph', undefined],
  ]);
});

test('a Word file gives its headings, tables and notes', async () => {
  const bytes = await word.wordFile({
    children: [
      word.heading(1, 'Chapter I'),
      word.words('Article 1.', word.note(1)),
      word.table([['第一条', 'Article 1']]),
    ],
    footnotes: { 1: 'See the decree.' },
  });
  const read = await file('law.docx', bytes);
  expect(read.blocks.map(({ text, kind, aside }) => [text, kind, aside])).toEqual([
    ['Chapter I', 'heading', null],
    ['Article 1.', 'paragraph', null],
    ['第一条', 'cell', null],
    ['Article 1', 'cell', null],
    ['See the decree.', 'item', 'note'],
  ]);
  expect(toldOf(read)).toMatchObject({ 'note-marks': 1 });
});

test('what is inside is believed, not the name, and it is told', async () => {
  const bytes = await word.wordFile({ children: [word.words('Words.')] });
  for (const [name, content, text] of [
    ['law.txt', bytes, 'Words.'],
    ['law.docx', 'Plain words.', 'Plain words.'],
    ['law.txt', '<!doctype html><p>A page.', 'A page.'],
  ] as const) {
    const read = await file(name, content);
    expect([texts(read), toldOf(read)]).toEqual([[text], { 'other-kind': 1 }]);
  }
});

test('characters that no text may hold go, and are counted', async () => {
  const read = await file('law.txt', 'A\u0007 law\u202e of nets');
  expect([texts(read), toldOf(read)]).toEqual([['A law of nets'], { characters: 2 }]);
});

describe('refused for what it is', () => {
  const zeros = Buffer.alloc(17 * 1024 * 1024);
  test.each([
    ['nothing', 'a.txt', '', 'file-empty'],
    ['blank lines', 'a.txt', ' \n\n', 'file-empty'],
    ['a page of menus', 'a.html', '<nav>Home</nav>', 'file-empty'],
    ['a PDF', 'a.txt', '%PDF-1.7', 'file-pdf'],
    ['an old Word file', 'a.docx', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'file-old-word'],
    ['rich text', 'a.doc', '{\\rtf1 words}', 'file-rtf'],
    ['a picture', 'a.md', Buffer.from('89504e470d0a1a0a', 'hex'), 'file-not-text'],
    [
      'a program',
      'a.txt',
      Buffer.from('7f454c4602010100000000000000000002003e00', 'hex'),
      'file-not-text',
    ],
    [
      'more than a file may have',
      'a.txt',
      Buffer.alloc(limits.sourceBytes + 1, 'a '),
      'file-too-large',
    ],
    ['one line without an end', 'a.txt', 'x'.repeat(1_000_000), 'line-too-long'],
    ['one paragraph without an end', 'a.html', `<p>${'x'.repeat(1_000_000)}`, 'line-too-long'],
    ['elements in one another', 'a.html', '<div>'.repeat(100_000), 'file-too-deep'],
    ['more lines than any text', 'a.txt', 'x\n'.repeat(120_001), 'file-too-much'],
    [
      'more words than any text',
      'a.txt',
      `${'word '.repeat(15)}\n`.repeat(90_000),
      'file-too-much',
    ],
  ])('%s', async (_what, name, content, fault) => {
    expect(await faultOf(name, content)).toBe(fault);
  });

  test('an archive that is no Word file, a broken one, and one that is a bomb', async () => {
    expect(await faultOf('a.docx', await word.zip({ 'a.txt': 'words' }))).toBe('file-not-word');
    expect(await faultOf('a.docx', Buffer.from('PK\u0003\u0004rubbish'))).toBe('file-damaged');
    const bomb = {
      '[Content_Types].xml': '',
      '_rels/.rels': '',
      'word/document.xml': zeros.toString(),
    };
    expect(await faultOf('a.docx', await word.zip(bomb))).toBe('file-too-much');
  });
});
