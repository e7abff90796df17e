import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cutWork,
  textForms,
  workBundle,
  workJson,
  writeTextForm,
  type ExportedWork,
} from '../../src/export/index.ts';
import {
  assembleWork,
  digest,
  resolveAddress,
  type EditionVersion,
  type WorkLayers,
} from '../../src/index.ts';
import { pathOf, shipped } from '../strategy.ts';
import { named, readXml, wordsIn } from './read-xml.ts';
import { readTei } from './read-tei.ts';

const whole: ExportedWork = { shipped, origin: 'https://example.org', at: '' };

function resolved(at: string) {
  const found = resolveAddress(shipped, at);
  if (!found.ok) throw new Error(at);
  return found.value.segments;
}

const part = (at: string): ExportedWork => cutWork(whole, at, resolved(at));

const asTold = ({ texts, limbs, apparatus }: EditionVersion) => ({
  texts: texts.map(({ uid, reading, diplomatic, label, condition }) => ({
    path: pathOf.get(uid),
    reading,
    diplomatic,
    label,
    condition,
  })),
  limbs,
  apparatus,
});

function readJson(text: string): WorkLayers {
  const read = JSON.parse(text) as WorkLayers;
  return { ...read, editions: read.editions.map((edition) => ({ ...edition, spans: {} })) };
}

test('the text told as JSON is the text: its copy and its terms are told elsewhere', () => {
  const { work, units, aliases, versions, alignment } = shipped;
  expect(assembleWork(readJson(workJson(whole)))).toEqual({
    ...{ work, units, aliases, versions, alignment },
  });
});

describe.each(shipped.versions)('$edition.id', (version) => {
  test('TEI says every segment, limb, gap and entry of the apparatus again', () => {
    expect(readTei(writeTextForm(whole, 'tei', version))).toEqual(asTold(version));
  });

  test('so does TEI made of what JSON says', () => {
    const read = assembleWork(readJson(workJson(whole)));
    const again = read.versions.find(({ edition }) => edition.id === version.edition.id);
    if (again === undefined) throw new Error(version.edition.id);
    expect(readTei(writeTextForm({ ...whole, shipped: read }, 'tei', again))).toEqual(
      asTold(version),
    );
  });

  test('Akoma Ntoso says every segment again, and remarks are none of its words', () => {
    const root = readXml(writeTextForm(whole, 'akn', version));
    const [body] = named(root, 'mainBody');
    if (body === undefined) throw new Error('no body');
    const read = new Map<string, string>();
    for (const container of named(body, 'hcontainer')) {
      const heading = container.children.find(
        (child) => typeof child !== 'string' && child.name === 'heading',
      );
      const number = container.children.find(
        (child) => typeof child !== 'string' && child.name === 'num',
      );
      if (heading === undefined || typeof heading === 'string') continue;
      const label = number === undefined || typeof number === 'string' ? '' : wordsIn(number);
      read.set(heading.attributes['GUID'] ?? '', label + wordsIn(heading, 'remark'));
    }
    for (const span of named(body, 'span', 'crossHeading'))
      read.set(span.attributes['GUID'] ?? '', wordsIn(span, 'remark'));
    expect(Object.fromEntries(read)).toEqual(
      Object.fromEntries(version.texts.map(({ uid, reading }) => [uid, reading ?? ''])),
    );
  });

  test.each(['4.3.1.2', '4.3', '1.1.5.3-1.1.6.1', '3.1.1.2'])('%s alone is told of alone', (at) => {
    const cut = part(at);
    const version1 = cut.shipped.versions.find(({ edition }) => edition.id === version.edition.id);
    if (version1 === undefined) throw new Error(version.edition.id);
    const found = resolveAddress(shipped, at);
    const paths = found.ok ? found.value.segments.map(({ path }) => path) : [];
    expect(readTei(writeTextForm(cut, 'tei', version1)).texts.map(({ path }) => path)).toEqual(
      paths,
    );
    for (const form of textForms) expect(writeTextForm(cut, form, version1)).not.toBe('');
  });
});

/** XML 1.0, production 2. */
function isWritable(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return (
    code === 0x9 ||
    code === 0xa ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    code >= 0x10000
  );
}

test('whatever stands in a text, its XML is well formed and says it', () => {
  const alone = part('0.0.1.1');
  const [unit] = alone.shipped.units.filter(({ kind }) => kind === 'sentence');
  const [version] = alone.shipped.versions;
  if (unit === undefined || version === undefined) throw new Error('nothing shipped');
  const word = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(']]>', '<script>', '&amp;', '\u0001', '\u202e', '\ufffe', '"\''),
  );
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
      const reading = `x${words.join('').replaceAll('\r', '')}x`;
      const one = {
        ...version,
        limbs: [],
        apparatus: [],
        texts: version.texts.map((text) =>
          text.uid === unit.uid ? { ...text, reading, diplomatic: reading } : text,
        ),
      };
      const held = { ...alone, shipped: { ...alone.shipped, versions: [one] } };
      const writable = [...reading].map((each) => (isWritable(each) ? each : '\ufffd')).join('');
      const told = readTei(writeTextForm(held, 'tei', one));
      expect(told.texts.find(({ path }) => path === unit.path)?.reading).toBe(writable);
      readXml(writeTextForm(held, 'akn', one));
    }),
    { numRuns: 60 },
  );
});

test('the archive holds every form, and the digest of each file', () => {
  const files = workBundle(whole);
  const sums = files.find(({ name }) => name === 'SHA256SUMS')?.text ?? '';
  for (const { name, text } of files)
    if (name !== 'SHA256SUMS') expect(sums).toContain(`${digest(text)}  ${name}\n`);
  expect(new Set(files.map(({ name }) => name)).size).toBe(files.length);
  for (const { edition, version } of shipped.versions)
    for (const end of ['.txt', '.diplomatic.txt', '.tei.xml', '.akn.xml'])
      expect(files.map(({ name }) => name)).toContain(`ncss-2016.${edition.id}@${version}${end}`);
  expect(files.map(({ name }) => name)).toContain('ncss-2016.tmx');
});

test('where words of the apparatus are left out, every form that states the digest says so', () => {
  const [first, ...others] = shipped.versions;
  const [entry, ...more] = first?.apparatus ?? [];
  if (first === undefined || entry === undefined) throw new Error('no entry');
  const told = { ...first, apparatus: [{ ...entry, note: {}, withheld: true as const }, ...more] };
  const partly: ExportedWork = {
    ...whole,
    shipped: { ...shipped, versions: [told, ...others] },
  };
  const says = /are left out \(G1\)\. The SHA-256/;
  const stating = (exported: ExportedWork): readonly string[] =>
    workBundle(exported)
      .filter(({ name, text }) => name !== 'SHA256SUMS' && text.includes(first.sha256))
      .map(({ name }) => name);
  expect(stating(whole)).toEqual([
    ...['README.txt', 'ncss-2016.json', 'ncss-2016.tmx', 'ncss-2016.zh-cac@1.0.0.tei.xml'],
  ]);
  const files = new Map(workBundle(partly).map(({ name, text }) => [name, text]));
  for (const name of stating(partly).filter((each) => !each.endsWith('.json')))
    expect(files.get(name)).toMatch(says);
  for (const { text } of workBundle(whole)) expect(text).not.toMatch(says);
  const read = JSON.parse(workJson(partly)) as {
    editions: { withheld: string[]; apparatus: { number: string; withheld?: true }[] }[];
  };
  expect(read.editions.map(({ withheld }) => withheld)).toEqual([['G1'], ...others.map(() => [])]);
  expect(read.editions[0]?.apparatus[0]).toMatchObject({ number: 'G1', withheld: true });
  // A part in which none of it stands is told whole.
  const cut = cutWork(partly, '4.3.1.2', resolved('4.3.1.2'));
  expect(writeTextForm(cut, 'tei', cut.shipped.versions[0] ?? told)).not.toMatch(says);
});

test('the same work gives the same bytes', () => {
  expect(workBundle(whole)).toEqual(workBundle({ ...whole }));
});
