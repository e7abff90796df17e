import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutWork, workBundle, writeTextForm, type ExportedWork } from '../../src/export/index.ts';
import { resolveAddress, type EditionVersion, type ShippedWork } from '../../src/index.ts';
import { pathOf, shipped } from '../strategy.ts';
import { named, readXml, wordsIn, type Read } from './read-xml.ts';

const origin = 'https://example.org';
const of = (work: ShippedWork, at = ''): ExportedWork => ({ shipped: work, origin, at });

function memoryOf(exported: ExportedWork): Read {
  const [version] = exported.shipped.versions;
  if (version === undefined) throw new Error('nothing shipped');
  return readXml(writeTextForm(exported, 'tmx', version));
}

/** The elements of TMX 1.4 with what each may hold, in its order. */
const holds: Readonly<Record<string, RegExp>> = {
  tmx: /^header body $/,
  header: /^((note|prop) )*$/,
  body: /^(tu )*$/,
  tu: /^((note|prop) )*(tuv )+$/,
  tuv: /^((note|prop) )*seg $/,
  seg: /^$/,
  note: /^$/,
  prop: /^$/,
};
const attributes: Readonly<Record<string, readonly string[]>> = {
  tmx: ['version'],
  header: [
    ...['creationtool', 'creationtoolversion', 'segtype', 'o-tmf'],
    ...['adminlang', 'srclang', 'datatype'],
  ],
  tu: ['tuid'],
  tuv: ['xml:lang'],
  note: ['xml:lang'],
  prop: ['type'],
};
function expectMemory(read: Read): void {
  const inner = read.children.flatMap((child) => (typeof child === 'string' ? [] : [child]));
  const names = inner.map(({ name }) => `${name} `).join('');
  expect([read.name, names]).toEqual([read.name, expect.stringMatching(holds[read.name] ?? /^$/)]);
  expect(Object.keys(read.attributes)).toEqual(attributes[read.name] ?? []);
  for (const each of inner) expectMemory(each);
}

const propsOf = (read: Read, type: string): string[] =>
  read.children.flatMap((child) =>
    typeof child !== 'string' && child.name === 'prop' && child.attributes['type'] === type
      ? [wordsIn(child)]
      : [],
  );

/** What a memory says: by link, what each edition has where. */
const unitsOf = (memory: Read) =>
  named(memory, 'tu').map((unit) => ({
    id: unit.attributes['tuid'],
    variants: named(unit, 'tuv').map((each) => ({
      lang: each.attributes['xml:lang'],
      edition: propsOf(each, 'x-edition'),
      version: propsOf(each, 'x-version'),
      paths: propsOf(each, 'x-address'),
      uids: propsOf(each, 'x-uid'),
      words: named(each, 'seg').map((seg) => wordsIn(seg)),
    })),
  }));

const textIn = ({ texts }: EditionVersion, uid: string) => texts.find((each) => each.uid === uid);
const versionOf = (id: string): EditionVersion => {
  const found = shipped.versions.find(({ edition }) => edition.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};

describe('a translation memory', () => {
  const memory = memoryOf(of(shipped));

  test('is built as TMX 1.4 has it', () => {
    expectMemory(memory);
    expect(named(memory, 'header')[0]?.attributes).toMatchObject({
      srclang: 'zh-Hans',
      segtype: 'sentence',
      datatype: 'plaintext',
    });
  });

  test('says every link of which both have the words, code point for code point', () => {
    const expected = shipped.alignment.flatMap(({ id, sides }) => {
      const variants = Object.entries(sides).map(([edition, uids]) => {
        const version = versionOf(edition);
        return {
          lang: version.edition.lang,
          edition: [edition],
          version: [version.version],
          paths: uids.map((uid) => pathOf.get(uid)),
          uids: [...uids],
          words: uids.map((uid) => textIn(version, uid)?.reading ?? null),
        };
      });
      const isWhole = variants.every(
        ({ words }) => words.length > 0 && words.every((each) => each !== null),
      );
      return isWhole ? [{ id, variants }] : [];
    });
    expect(unitsOf(memory)).toEqual(expected);
    expect(expected).toHaveLength(121);
  });

  test('has nothing of what is lost, and says where; of what is damaged it says why', () => {
    const notes = named(memory, 'header')
      .flatMap((header) => named(header, 'note'))
      .map((each) => wordsIn(each));
    const lost = (id: string) =>
      versionOf(id)
        .texts.filter(({ reading }) => reading === null)
        .map(({ uid }) => pathOf.get(uid) ?? '');
    for (const id of ['en-creemers', 'zh-cac']) {
      const said = notes.find((each) => each.startsWith(`${id} `) && each.includes('no words at'));
      expect(said).toBe(`${id} 1.0.0 has no words at: ${lost(id).join(', ')}.`);
    }
    const damaged = named(memory, 'tuv').filter(
      (each) => propsOf(each, 'x-address')[0] === '4.7.1.1',
    );
    expect(damaged.flatMap((each) => named(each, 'note')).length).toBeGreaterThan(0);
  });

  test('says nothing of a supplement: it is aligned with nothing', () => {
    const editions = unitsOf(memory).flatMap(({ variants }) =>
      variants.map((each) => each.edition),
    );
    expect(new Set(editions.flat())).toEqual(new Set(['zh-cac', 'en-creemers']));
  });
});

test('segments that answer to one are one unit, and where one of them is lost it is none', () => {
  const [zh, en] = [versionOf('zh-cac'), versionOf('en-creemers')];
  const uids = shipped.units
    .filter(({ path }) => ['1.1.4.1', '1.1.4.2'].includes(path))
    .map(({ uid }) => uid);
  const [first, second] = uids;
  if (first === undefined || second === undefined) throw new Error('no such clauses');
  const link = {
    ...({ id: 'a-1', type: 'n:m', method: 'hand', certainty: 'high' } as const),
    sides: { [zh.edition.id]: uids, [en.edition.id]: [second] },
  };
  const work = { ...shipped, versions: [zh, en], alignment: [link] };
  const [unit] = unitsOf(memoryOf(of(work)));
  expect(unit?.variants.map(({ words }) => words[0])).toEqual([
    `${textIn(zh, first)?.reading ?? ''}${textIn(zh, second)?.reading ?? ''}`,
    textIn(en, second)?.reading,
  ]);
  expect(unit?.variants.map(({ paths }) => paths)).toEqual([['1.1.4.1', '1.1.4.2'], ['1.1.4.2']]);
  const torn = {
    ...zh,
    texts: zh.texts.map((text) => (text.uid === first ? { ...text, reading: null } : text)),
  };
  expect(unitsOf(memoryOf(of({ ...work, versions: [torn, en] })))).toEqual([]);
});

test('of one edition alone there is none', () => {
  const alone = of({ ...shipped, versions: [versionOf('zh-cac')] });
  expect(workBundle(alone).map(({ name }) => name)).not.toContain('ncss-2016.tmx');
  expect(unitsOf(memoryOf(alone))).toEqual([]);
});

test.each(['4.9', '1.1.5.3-1.1.6.1'])('%s alone is told of alone', (at) => {
  const found = resolveAddress(shipped, at);
  if (!found.ok) throw new Error(at);
  const cut = cutWork(of(shipped), at, found.value.segments);
  const paths = unitsOf(memoryOf(cut)).map(({ variants }) => variants[0]?.paths[0]);
  expect(paths).toEqual(found.value.segments.map(({ path }) => path));
});

const UNWRITABLE =
  // eslint-disable-next-line no-control-regex -- what XML 1.0 cannot hold
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

test('whatever stands in a text, it is well formed and says it', () => {
  const [zh, en] = [versionOf('zh-cac'), versionOf('en-creemers')];
  const [link] = shipped.alignment;
  const [uid] = link?.sides[zh.edition.id] ?? [];
  if (link === undefined || uid === undefined) throw new Error('nothing aligned');
  const word = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(']]>', '<seg>', '</seg>', '&lt;', '&#x1;', '\u0001', '\ud800', '\u202e', '"\''),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 6 }), (words) => {
      const reading = `x${words.join('').replaceAll('\r', '')}x`;
      const said = { ...zh, texts: [{ ...(textIn(zh, uid) ?? zh.texts[0]), uid, reading }] };
      const work = { ...shipped, versions: [said as EditionVersion, en], alignment: [link] };
      const memory = memoryOf(of(work));
      expectMemory(memory);
      expect(unitsOf(memory)[0]?.variants[0]?.words).toEqual([
        reading.replace(UNWRITABLE, '\ufffd'),
      ]);
    }),
    { numRuns: 80 },
  );
});
