import { expect, test } from 'vitest';

import { readReliability, readWitnessText, sharesWords, wordRuns, type Uid } from '../src/index.ts';
import { en, pathOf, shipped, witness, zh } from './strategy.ts';

const record = shipped.witness;
if (record === undefined) throw new Error('the strategy ships without its witness');
const text = readWitnessText(witness, record.witness.pages);

function readAll(version: typeof en) {
  const lost = version.apparatus
    .filter(({ cause, kind }) => kind === 'gap' && cause === 'page-loss')
    .flatMap(({ loci }) => loci.filter(({ start }) => start === null).map(({ uid }) => uid));
  const all = readReliability(
    text,
    record?.witness.zones ?? [],
    version.texts,
    record?.places[version.edition.id] ?? [],
    new Set<Uid>(lost),
  );
  return new Map(all.map((each) => [pathOf.get(each.uid), each]));
}
const [ofEn, ofZh] = [readAll(en), readAll(zh)];

test.each([
  ['en', '1.1.4.2', 'doubtful', 1, ['in-banner']],
  ['en', '3.0.0', 'exposed', 3, ['in-banner']],
  ['en', '4.4.1.3', 'damaged', 5, ['beside-lost-page']],
  ['en', '4.0.1.2', 'exposed', 4, ['in-banner', 'beside-lost-page']],
  ['en', '1.2.5.3', 'exposed', 2, ['meets-banner', 'page-ends-inside']],
  ['en', '1.2.1.1', 'sound', 2, []],
  ['en', '4.1.1.1', 'lost', null, []],
  ['zh', '4.4.2.1', 'damaged', 8, ['in-banner', 'beside-damage']],
  ['zh', '3.0.0', 'lost', null, []],
] as const)('%s %s is %s', (lang, path, level, page, reasons) => {
  const found = (lang === 'en' ? ofEn : ofZh).get(path);
  expect(found?.level).toBe(level);
  expect(found?.page).toBe(page);
  expect(found?.reasons).toEqual(expect.arrayContaining([...reasons]));
  if (level === 'sound') expect(found?.reasons).toEqual([]);
});

test('every segment has its level; what is known to be wrong goes before what may be', () => {
  for (const [version, all] of [
    [en, ofEn],
    [zh, ofZh],
  ] as const) {
    expect(all.size).toBe(142);
    for (const { uid, condition } of version.texts) {
      const level = all.get(pathOf.get(uid))?.level;
      if (condition === 'lost') expect(level).toBe('lost');
      else if (condition === 'damaged') expect(level).toBe('damaged');
      else if (condition === 'corrupt') expect(level).toBe('doubtful');
      else expect(['sound', 'exposed']).toContain(level);
    }
  }
});

test('of what surrounds the text, only the quoted excerpt repeats it', () => {
  const words = wordRuns(en.texts.flatMap(({ diplomatic }) => diplomatic ?? []));
  const repeats = record.remainder.filter(({ start, end }) =>
    sharesWords([...witness].slice(start, end).join(''), words),
  );
  expect(repeats.map((each) => each.class)).toEqual(['pingback-excerpt']);
  const hanzi = wordRuns(['网络空间是国家主权的新疆域']);
  expect(sharesWords('（网络、空间是国家）', hanzi)).toBe(true);
  expect(sharesWords('网络空间', hanzi)).toBe(false);
});
