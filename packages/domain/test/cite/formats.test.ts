import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bibtex,
  bibtexKey,
  cite,
  citationFormat,
  citationFormats,
  cslItem,
  cslJson,
  jsonLd,
  personName,
  ris,
  type CitedItem,
} from '../../src/cite/index.ts';
import { anyText } from './any-text.ts';
import { item, items } from './items.ts';
import { readBibtex, readCsl, readRis } from './library.ts';

// No format but CSL-JSON has a kind for a note.
const { note: _, ...wholesAndParts } = items;
const every = Object.entries<CitedItem>(wholesAndParts);

describe('another library reads what we write', () => {
  test.each(every)('CSL-JSON: %s', (_, cited) => {
    const [read] = readCsl(JSON.parse(cslJson([cited])));
    expect(read).toEqual(cslItem(cited));
  });

  test.each(every)('BibTeX: %s', (_, cited) => {
    const ours = cslItem(cited);
    const [read, ...others] = readBibtex(bibtex(cited));
    expect(others).toEqual([]);
    expect(read).toMatchObject({
      id: bibtexKey(ours.id),
      type: ours.type,
      title: ours.title,
      publisher: 'Glossator',
      URL: ours.URL,
    });
    expect(read?.edition?.toLowerCase()).toBe(ours.edition);
    expect(read?.['container-title']).toBe(ours['container-title']);
    expect(read?.DOI).toBe(ours.DOI);
    expect(read?.note).toBe(ours.note);
    expect(read?.issued?.['date-parts'][0]).toEqual(ours.issued?.['date-parts'][0].slice(0, 2));
    expect(namesIn(read)).toEqual(namesIn(ours, { hasTranslators: false }));
  });

  test.each(every)('RIS: %s', (_, cited) => {
    const { type, title, URL, publisher, edition, DOI, note, language, ...ours } = cslItem(cited);
    const [read, ...others] = readRis(ris(cited));
    expect(others).toEqual([]);
    expect(read).toMatchObject({ id: ours.id, type, title, URL, publisher, edition, language });
    expect([read?.DOI, read?.note]).toEqual([DOI, note]);
    expect(read?.['container-title']).toBe(ours['container-title']);
    expect(read?.issued?.['date-parts'][0][0]).toBe(ours.issued?.['date-parts'][0][0]);
    expect(read?.accessed).toEqual(ours.accessed);
    expect(namesIn(read)).toEqual(namesIn(cslItem(cited)));
  });
});

type Names = Pick<ReturnType<typeof cslItem>, 'author' | 'editor' | 'translator'>;

/** Flat, since each format keeps a particle and a group in its own place. */
function namesIn(names: Names | undefined, { hasTranslators = true } = {}) {
  const flat = (list: Names['author']) =>
    list?.map((name) =>
      [name['non-dropping-particle'], name.family, name.given, name.suffix, name.literal]
        .filter((part) => part !== undefined)
        .join(' '),
    );
  const { author, editor, translator } = names ?? {};
  return [flat(author), flat(editor), hasTranslators ? flat(translator) : undefined];
}

describe('the files', () => {
  test('an entry is a part of its commentary', () => {
    expect(bibtex({ ...items.entry, doi: '10.5555/t12', keywords: ['law', 'a, b'] })).toBe(
      `@incollection{ncss-2016:reading-1.0:T12,
  author = {Lovelace, Ada},
  title = {{On sovereignty}},
  booktitle = {{Reading the Strategy: A commentary}},
  editor = {Doe, Jane},
  edition = {Release 1.0},
  publisher = {Glossator},
  year = {2026},
  month = nov,
  doi = {10.5555/t12},
  url = {https://glossator.example/k/reading@1.0/T12},
  urldate = {2026-12-01},
  langid = {english},
  note = {Entry T12 on IV(3) ¶1 s. 2},
  keywords = {law, a b}
}
`,
    );
  });
  test('a record of RIS, whose lines end as the format says', () => {
    expect(ris({ ...items.entry, abstract: 'Two\nlines', keywords: ['law', 'text'] })).toBe(
      [
        'TY  - CHAP',
        'ID  - ncss-2016/reading@1.0/T12',
        'AU  - Lovelace, Ada',
        'TI  - On sovereignty',
        'T2  - Reading the Strategy: A commentary',
        'A2  - Doe, Jane',
        'ET  - release 1.0',
        'PB  - Glossator',
        'PY  - 2026',
        'DA  - 2026/11/30/',
        'Y2  - 2026/12/01/',
        'SE  - T12',
        'LA  - en',
        'UR  - https://glossator.example/k/reading@1.0/T12',
        'AB  - Two lines',
        'KW  - law',
        'KW  - text',
        'N1  - Entry T12 on IV(3) ¶1 s. 2',
        'ER  - ',
        '',
      ].join('\r\n'),
    );
  });
  test('a retraction is said in each', () => {
    expect(cslItem(items.retracted)).toMatchObject({
      status: 'retracted',
      note: 'Retracted 2027-02-03',
    });
    expect(bibtex(items.retracted)).toContain('note = {Retracted 2027-02-03}');
    expect(ris(items.retracted)).toContain('N1  - Retracted 2027-02-03\r\n');
  });
  test('and stands before the title, in the language of what was retracted', () => {
    const { title } = items.retracted;
    expect(cslItem(items.retracted).title).toBe(`RETRACTED: ${title}`);
    expect(bibtex(items.retracted)).toContain(`  title = {{RETRACTED: ${title}}},\n`);
    expect(ris(items.retracted)).toContain(`TI  - RETRACTED: ${title}\r\n`);
    const chinese = { ...items.chineseEntry, retracted: { on: null } };
    expect(cslItem(chinese).title).toBe('已撤回：论主权');
    expect(cslItem(chinese)['container-title']).toBe(items.chineseEntry.title);
  });
  test('a note is a post on its text, and its title says where', () => {
    expect(cslItem(items.note)).toEqual({
      id: 'note/1',
      type: 'post',
      title: 'Note on IV(3) ¶1 s. 2',
      author: [{ literal: 'Ada, Reader' }],
      'container-title': 'National Cyberspace Security Strategy',
      section: '4.3.1.2',
      publisher: 'Glossator',
      issued: { 'date-parts': [[2026, 11, 30]] },
      URL: 'https://glossator.example/n/1',
    });
    const [fromBibtex] = readBibtex(bibtex(items.note));
    expect(fromBibtex).toMatchObject({ title: 'Note on IV(3) ¶1 s. 2' });
    const [fromRis] = readRis(ris(items.note));
    expect(fromRis).toMatchObject({ title: 'Note on IV(3) ¶1 s. 2', type: 'webpage' });
    expect(jsonLd(items.note)).toMatchObject({
      '@type': 'Comment',
      isPartOf: { '@type': 'CreativeWork', name: 'National Cyberspace Security Strategy' },
    });
    expect(cite(items.note, 'chicago-note').text).toBe(
      'Ada, Reader, “Note on IV(3) ¶1 s. 2,” in National Cyberspace Security Strategy' +
        ' (Glossator, 2026), https://glossator.example/n/1.',
    );
  });
  test('CSL-JSON of several is one list', () => {
    expect(JSON.parse(cslJson([items.one, items.entry]))).toEqual([
      cslItem(items.one),
      cslItem(items.entry),
    ]);
  });
  test.each([
    ['2026', '2026///'],
    ['2026-05', '2026/05//'],
  ])('a date of RIS of which only %s is known', (issued, expected) => {
    expect(ris(item({ issued }))).toContain(`DA  - ${expected}\r\n`);
  });
  test.each([
    ['ncss-2016/textual-notes@1.0', 'ncss-2016:textual-notes-1.0'],
    ['é{}",#%~\\ =x', 'e-x'],
    ['条', 'item'],
  ])('the key of %s', (id, key) => {
    expect(bibtexKey(id)).toBe(key);
  });
  test.each([
    ['Smith and Sons', 'B', '{Smith and Sons}, B'],
    ['Smith, Jr', 'B', '{Smith, Jr}, B'],
    ['', 'Plato', '{Plato}'],
    ['Plato', '', 'Plato'],
    ['张', '伟', '张, 伟'],
    ['50% {x}', '\\input', '50\\% \\textbraceleft{}x\\textbraceright{}, \\textbackslash{}input'],
  ])('the name %j, %j', (family, given, expected) => {
    const written = bibtex(
      item({ contributors: [{ role: 'author', name: personName(family, given), orcid: null }] }),
    );
    expect(written).toContain(`  author = {${expected}},\n`);
  });
  test('each kind has a suffix and a media type of its own', () => {
    const facts = citationFormats.map((format) => citationFormat[format]);
    expect(new Set(facts.map(({ suffix }) => suffix)).size).toBe(facts.length);
    expect(new Set(facts.map(({ mediaType }) => mediaType)).size).toBe(facts.length);
    for (const { write } of facts) expect(write(items.one)).toContain('Reading the Strategy');
  });
});

describe('hostile words stay in their field', () => {
  const hostile = fc.oneof(
    anyText,
    fc.constantFrom(
      'x},\n evil = {1',
      'x}\n}\n@book{evil,title={y}}',
      '\\',
      '\\}',
      '{',
      '}}}{{{',
      '"',
      '% comment',
      'a\r\nER  - \r\nTY  - BOOK\r\nTI  - evil',
      'a\u2028TY  - BOOK',
      '\u202Eevil',
      '@string{a="b"}',
      '#$_&^~',
    ),
  );
  const of = (words: string) =>
    item({
      title: words,
      subtitle: words,
      contributors: [
        { role: 'author', name: personName(words, words), orcid: null },
        { role: 'editor', name: { kind: 'group', text: words }, orcid: null },
      ],
      publisher: words,
      abstract: words,
      keywords: [words],
      version: words,
    });

  test('BibTeX: braces are even, and no line begins but ours', () => {
    fc.assert(
      fc.property(hostile, (words) => {
        const written = bibtex(of(words));
        let depth = 0;
        for (const character of written) {
          if (character === '{') depth += 1;
          if (character === '}') depth -= 1;
          expect(depth).toBeGreaterThanOrEqual(0);
        }
        expect(depth).toBe(0);
        for (const line of written.trimEnd().split('\n'))
          expect(line).toMatch(/^(@book\{|\}$| {2}([a-z]+ = \{.*\}|month = [a-z]{3}),?$)/u);
        expect(written).not.toMatch(/(?<!\\)[%#$&_]/u);
      }),
    );
  });
  test('BibTeX: the library finds one item with the same title', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('ab {}\\%&$#_^~"@,=\n<>-?`\'')) }),
        (title) => {
          const cited = item({ title: `x${title}x` });
          const read = readBibtex(bibtex(cited));
          expect(read.map((each) => each.title)).toEqual([cslItem(cited).title]);
        },
      ),
    );
  });
  test('RIS: each line is a tag of ours, once begun and once ended', () => {
    fc.assert(
      fc.property(hostile, (words) => {
        const lines = ris(of(words)).split('\r\n');
        expect(lines.pop()).toBe('');
        for (const line of lines)
          expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- [^\p{Cc}\u2028\u2029]*$/u);
        expect(lines.filter((line) => line.startsWith('TY'))).toHaveLength(1);
        expect(lines.at(-1)).toBe('ER  - ');
        expect(readRis(ris(of(words)))).toHaveLength(1);
      }),
    );
  });
});
