import { expect, test } from 'vitest';
import { dtsCollection, writeTextForm, type ExportedWork } from '../../src/export/index.ts';
import type { ShippedWork } from '../../src/index.ts';
import { shipped } from '../strategy.ts';
import { elementsIn, named, readXml, wordsIn } from './read-xml.ts';

/* Whoever brings a text may leave out who issued it, its short name, and what they know of its rights. */

const origin = 'https://example.org';
const bare: ShippedWork = {
  ...shipped,
  work: { ...shipped.work, issuer: {}, rights: {}, abbreviation: '' },
  versions: shipped.versions.map((version) => ({
    ...version,
    edition: { ...version.edition, responsible: [], source: {}, rights: {} },
  })),
};
const issued: ShippedWork = { ...bare, work: { ...bare.work, issuer: { en: 'The parish' } } };

const formsOf = (work: ShippedWork) => {
  const exported: ExportedWork = { shipped: work, origin, at: '' };
  const version = work.versions.find(({ edition }) => edition.relation === 'translation');
  if (version === undefined) throw new Error('no translation');
  const write = (form: 'json' | 'tei' | 'akn' | 'jsonld') => writeTextForm(exported, form, version);
  return {
    json: JSON.parse(write('json')) as { readonly work: object },
    tei: readXml(write('tei')),
    akn: readXml(write('akn')),
    jsonld: JSON.parse(write('jsonld')) as object,
    dts: dtsCollection(origin, [exported], {
      id: `${origin}/t/${work.work.slug}`,
      nav: 'children',
    }) as { readonly dublinCore: object; readonly member: readonly { dublinCore: object }[] },
  };
};

test('what a work does not say of itself is stated in no form', () => {
  const { tei, akn, jsonld, dts } = formsOf(bare);
  expect(named(tei, 'author', 'publisher', 'availability')).toEqual([]);
  const [header] = named(tei, 'teiHeader');
  if (header === undefined) throw new Error('no header');
  for (const element of elementsIn(header))
    if (element.children.length === 0) expect(element.name).toBe('variantEncoding');
  for (const name of ['legislationPassedBy', 'alternateName', 'usageInfo'])
    expect(JSON.stringify(jsonld)).not.toContain(name);
  for (const { dublinCore } of [dts, ...dts.member])
    for (const values of Object.values(dublinCore)) expect(values).not.toEqual([]);
  expect(dts.dublinCore).not.toHaveProperty('creator');
  expect(named(akn, 'TLCOrganization').map(({ attributes }) => attributes['eId'])).toEqual([
    'site',
  ]);
  expect(named(akn, 'TLCPerson')).toEqual([]);
});

test('who issued it is stated in all', () => {
  const { json, tei, akn, jsonld, dts } = formsOf(issued);
  expect(json.work).toMatchObject({ issuer: { en: 'The parish' } });
  expect(named(tei, 'author', 'publisher').map((each) => wordsIn(each))).toEqual([
    'The parish',
    'The parish',
  ]);
  expect(jsonld).toMatchObject({
    legislationPassedBy: { name: [{ '@language': 'en', '@value': 'The parish' }] },
  });
  expect(dts.dublinCore).toMatchObject({ creator: [{ lang: 'en', value: 'The parish' }] });
  expect(named(akn, 'TLCOrganization').map(({ attributes }) => attributes['showAs'])).toEqual([
    'The parish',
    origin,
  ]);
});

test.each([
  ['nothing', bare],
  ['an issuer', issued],
  ['everything', shipped],
])('every name that Akoma Ntoso refers to is there: %s', (_, work) => {
  const { akn } = formsOf(work);
  const ids = new Set([...elementsIn(akn)].map(({ attributes }) => attributes['eId']));
  for (const { attributes } of named(akn, 'FRBRauthor', 'FRBRtranslation')) {
    const to = attributes['by'] ?? attributes['href'] ?? '';
    expect(ids).toContain(to.slice(1));
  }
});
