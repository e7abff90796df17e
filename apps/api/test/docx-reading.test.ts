import { expect, test } from 'vitest';
import { limits } from '@glossator/contract';
import { renderMarkdown } from '../src/markdown/render.ts';
import { readDocx } from '../src/features/docx/read/read-docx.ts';
import type { ReadPart } from '../src/features/docx/read/to-parts.ts';
import { shippedGround as ground } from './support/docx-ground.ts';
import * as word from './support/word-files.ts';

const { heading, words } = word;

async function partsOf(file: word.WordFile): Promise<readonly ReadPart[]> {
  const read = await readDocx(await word.wordFile(file), ground);
  if (!read.ok) throw new Error(read.fault);
  return read.parts;
}
const faultOf = async (bytes: Buffer): Promise<string> => {
  const read = await readDocx(bytes, ground);
  return read.ok ? 'read' : read.fault;
};

test('a file is divided at the headings that say where they belong', async () => {
  const parts = await partsOf({
    children: [
      words('A commentary by hand'),
      heading(1, 'Introduction'),
      words('Why.'),
      heading(2, 'Method'),
      words('How.'),
      heading(1, '§ 4.3 Tasks'),
      words('All of it.'),
      heading(2, '4.3.1.2 On sovereignty'),
      words('Of it.'),
      heading(3, 'Etymology'),
      heading(4, 'In Chinese'),
      words('主权'),
      heading(2, 'Conclusion'),
      words('Enough.'),
      heading(3, 'Thanks'),
      words('To all.'),
      heading(1, 'Untitled'),
      words('4.1.1.1'),
    ],
  });
  expect(parts.map(({ heading: said, kind, at }) => [said, kind, ...at])).toEqual([
    ['', null],
    ['Introduction', 'introduction'],
    ['§ 4.3 Tasks', 'essay', '4.3'],
    ['4.3.1.2 On sovereignty', 'entry', '4.3.1.2'],
    ['Conclusion', null],
    ['Thanks', null],
    ['Untitled', 'entry', '4.1.1.1'],
  ]);
  expect(parts[1]?.body).toBe('Why.\n\n## Method\n\nHow.');
  expect(parts[3]?.body).toBe('Of it.\n\n## Etymology\n\n### In Chinese\n\n主权');
  expect(parts[0]?.opening).toBe('A commentary by hand');
});

test('words keep their forms as far as Markdown has them', async () => {
  const [part] = await partsOf({
    children: [
      heading(1, '4.3.1.2'),
      words(word.bold('Bold'), ' and ', word.italic('italic'), ' 与 ', word.bold('主权')),
      word.bullet('one'),
      word.bullet('inside', 1),
      word.numbered('first'),
      word.numbered('second'),
      word.quote('As it was said'),
      words(
        'See ',
        word.link('https://example.org/a_b', 'there'),
        ', [[4.3]] and [@li2016, p. 3].',
      ),
      word.table([
        ['Chinese', 'English'],
        ['网络|主权', 'cyber *sovereignty*'],
      ]),
    ],
  });
  expect(part?.body).toBe(
    [
      '**Bold** and *italic* 与 **主权**',
      '- one\n  - inside',
      '1. first\n2. second',
      '> As it was said',
      'See [there](https://example.org/a_b), [[4.3]] and [@li2016, p. 3].',
      [
        '|         |                       |',
        '| ------- | --------------------- |',
        '| Chinese | English               |',
        '| 网络\\|主权  | cyber \\*sovereignty\\* |',
      ].join('\n'),
    ].join('\n\n'),
  );
});

test('footnotes and endnotes go with the words that call them, under numbers of the part', async () => {
  const [one, two] = await partsOf({
    children: [
      heading(1, '4.3.1.2 One'),
      words('First', word.note(1), ' and last', word.endnote(1)),
      word.headingOf('4.3.1.3 Two', word.note(2)),
      words('Again', word.note(3)),
    ],
    footnotes: { 1: 'Of one', 2: 'Of the heading', 3: 'Of two' },
    endnotes: { 1: 'At the end' },
  });
  expect(one?.body).toBe('First[^1] and last[^2]\n\n[^1]: Of one\n\n[^2]: At the end');
  expect(two).toMatchObject({ title: 'Two', notes: 2 });
  expect(two?.body).toBe('[^1]\n\nAgain[^2]\n\n[^1]: Of the heading\n\n[^2]: Of two');
});

test('nothing of a file becomes HTML, and no link leads where none may', async () => {
  const evil = '<img src=x onerror=alert(1)><script>alert(1)</script>';
  const [part] = await partsOf({
    children: [
      heading(1, '4.3.1.2'),
      words(
        evil,
        word.note(1),
        word.link('javascript:alert(1)', 'follow me'),
        ' ',
        word.link('file:///etc/passwd', 'or me'),
      ),
    ],
    footnotes: { 1: evil },
  });
  const html = renderMarkdown(part?.body ?? '');
  expect(html).not.toMatch(/<(img|script)/);
  expect(html).not.toMatch(/javascript:|file:/);
  expect(html).toContain('follow me');
  expect(html.match(/&#x3C;script>alert\(1\)&#x3C;\/script>/g)).toHaveLength(2);
});

const p = (inside: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${inside}</w:p>`;
const r = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const h1 = (text: string): string => p(r(text), '<w:pStyle w:val="Heading1"/>');

test('what does not come over is told', async () => {
  const body = [
    h1('4.3.1.2 On it'),
    p(
      r('Kept ') + `<w:del w:id="1">${r('gone')}</w:del>` + `<w:ins w:id="2">${r('added')}</w:ins>`,
    ),
    p(r('raised', '<w:vertAlign w:val="superscript"/>') + r(' line', '<w:u w:val="single"/>')),
    p('<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>' + r('a\u202Eb')),
    p(
      `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${p(r('in a box'))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`,
    ),
  ].join('');
  const read = await readDocx(await word.rawWordFile(word.documentXml(body)), ground);
  if (!read.ok) throw new Error(read.fault);
  expect(Object.fromEntries(read.notices.map(({ kind, n }) => [kind, n]))).toEqual({
    ...{ insertions: 1, deletions: 1, 'text-boxes': 1, formulas: 1 },
    ...{ underlined: 1, raised: 1, characters: 1 },
  });
  expect(read.parts[0]?.body).toBe('Kept added\n\nraised line\n\nab\n\nin a box');
});

test('a picture leaves a sign and its description', async () => {
  const file = await word.wordFile({
    children: [heading(1, '4.3.1.2'), words('Look: ', word.picture('A map'))],
  });
  const read = await readDocx(file, ground);
  expect(read).toMatchObject({ notices: [{ kind: 'images', n: 1 }] });
  expect(read.ok && renderMarkdown(read.parts[0]?.body ?? '')).toBe('<p>Look: [▣ A map]</p>');
});

test('a file without headings is one passage, and says so', async () => {
  const read = await readDocx(
    await word.wordFile({ children: [words('One'), words('Two')] }),
    ground,
  );
  expect(read).toMatchObject({
    parts: [{ kind: null, problem: 'no-place', body: 'One\n\nTwo' }],
    notices: [{ kind: 'no-headings', n: 1 }],
  });
});

test('of two introductions the second has no place; a heading too long for a title is words', async () => {
  const long = `4.3.1.2 ${'word '.repeat(80)}`.trim();
  const parts = await partsOf({
    children: [
      ...[heading(1, 'Introduction'), words('a')],
      ...[heading(1, '导言'), words('b')],
      ...[heading(1, long), words('c')],
    ],
  });
  expect(parts[1]).toMatchObject({ kind: null, problem: 'second-introduction' });
  expect(parts[2]).toMatchObject({ title: '', at: ['4.3.1.2'], body: `${long}\n\nc` });
});

test('a passage that is longer than a part can be says by how much', async () => {
  const [part] = await partsOf({
    children: [heading(1, '4.3.1.2'), words('a'.repeat(limits.partLength + 7))],
  });
  expect(part?.over).toBe(7);
});

test('as many headings as a commentary has parts are read, and no more', async () => {
  const file = (n: number): Promise<Buffer> =>
    word.rawWordFile(
      word.documentXml(
        Array.from({ length: n }, (_, i) => h1(`Heading ${String(i)}`) + p(r('w'))).join(''),
      ),
    );
  const read = await readDocx(await file(limits.parts), ground);
  expect(read.ok && read.parts.length).toBe(limits.parts);
  expect(await faultOf(await file(limits.parts + 1))).toBe('docx-too-many-parts');
});

const xxe = `<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>`;
const whole = word.documentXml(p(r('words')));

test.each<[string, string, () => Promise<Buffer>]>([
  ['words that are no archive', 'docx-not-word', async () => Buffer.from('Hello')],
  ['nothing at all', 'docx-not-word', async () => Buffer.alloc(0)],
  [
    'an old file, or one with a password',
    'docx-old-format',
    async () => Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  ],
  ['an archive of something else', 'docx-not-word', () => word.zip({ 'a.txt': 'a' })],
  [
    'an archive cut short',
    'docx-malformed',
    async () => (await word.rawWordFile(whole)).subarray(0, 300),
  ],
  [
    'no document inside',
    'docx-not-word',
    () => word.zip({ '[Content_Types].xml': '<Types/>', '_rels/.rels': '<Relationships/>' }),
  ],
  ['XML that breaks off', 'docx-malformed', () => word.rawWordFile(whole.slice(0, -30))],
  ['broken XML', 'docx-malformed', () => word.rawWordFile(whole.replace('</w:p>', ''))],
  [
    'an entity that names a file',
    'docx-malformed',
    () => word.rawWordFile(whole.replace('?>', `?>${xxe}`).replace('words', '&x;')),
  ],
  [
    'a part that inflates beyond all bounds',
    'docx-too-large',
    () => word.rawWordFile(whole, { 'word/styles.xml': Buffer.alloc(17 * 1024 * 1024, ' ') }),
  ],
  [
    'parts that do so together',
    'docx-too-large',
    () =>
      word.rawWordFile(whole, {
        'word/a.xml': Buffer.alloc(13 * 1024 * 1024),
        'word/b.xml': Buffer.alloc(13 * 1024 * 1024),
      }),
  ],
  [
    'more entries than any document has',
    'docx-too-large',
    () =>
      word.rawWordFile(
        whole,
        Object.fromEntries(
          Array.from({ length: 5_000 }, (_, n) => [`word/media/${String(n)}.png`, '']),
        ),
      ),
  ],
  ['no words', 'docx-empty', () => word.rawWordFile(word.documentXml(p('')))],
  [
    'deeper than any stack',
    'docx-malformed',
    () => word.rawWordFile(word.documentXml('<w:p>'.repeat(20_000) + '</w:p>'.repeat(20_000))),
  ],
])('refused for what it is: %s', async (_name, fault, bytes) => {
  expect(await faultOf(await bytes())).toBe(fault);
});

test('a size that lies is found out while inflating', async () => {
  const honest = await word.rawWordFile(whole, { 'word/styles.xml': Buffer.alloc(1_000_000, ' ') });
  const size = Buffer.alloc(4);
  size.writeUInt32LE(1_000_000);
  const lie = Buffer.from(honest);
  for (let at = lie.indexOf(size); at !== -1; at = lie.indexOf(size, at + 1))
    lie.writeUInt32LE(10, at);
  expect(await faultOf(lie)).toBe('docx-malformed');
});

test('a relationship to somewhere else is not followed', async () => {
  const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
    <Relationship Id="rId9" TargetMode="External" Target="http://127.0.0.1:9/secret.png"
      Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"/></Relationships>`;
  const image = `<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:link="rId9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
  const file = await word.rawWordFile(word.documentXml(h1('4.3.1.2') + p(r('a') + image)), {
    'word/_rels/document.xml.rels': relations,
  });
  const read = await readDocx(file, ground);
  expect(read).toMatchObject({ ok: true, notices: [{ kind: 'images', n: 1 }] });
  expect(JSON.stringify(read)).not.toContain('127.0.0.1');
});
