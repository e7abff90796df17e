import { expect, test } from 'vitest';

import { codePointSlice, countHanzi, estimateExtent, estimateLost } from '../src/index.ts';
import type { ApparatusEntry, EditionVersion } from '../src/index.ts';
import { en, pathOf, textAt, zh } from './strategy.ts';

const editions = [
  ['zh-cac', zh],
  ['en-creemers', en],
] as const;

function entry(version: EditionVersion, number: string): ApparatusEntry {
  const found = version.apparatus.find((item) => item.number === number);
  if (found === undefined) throw new Error(`no ${number}`);
  return found;
}

const pathsOf = (item: ApparatusEntry): readonly (string | undefined)[] =>
  item.loci.map(({ uid }) => pathOf.get(uid));

test.each(editions)('%s: slice(text, start, end) is the lemma of every locus', (_, version) => {
  for (const { number, loci } of version.apparatus) {
    expect(loci.length, number).toBeGreaterThan(0);
    for (const { uid, start, end, lemma } of loci) {
      const text = textAt(version, pathOf.get(uid) ?? '');
      if (text === null) {
        expect([start, end, lemma], number).toEqual([null, null, '']);
      } else {
        expect(start, number).not.toBeNull();
        expect(codePointSlice(text, start ?? -1, end ?? -1), number).toBe(lemma);
      }
    }
  }
});

test.each(editions)('%s: entries are numbered by kind, once, without holes', (_, version) => {
  const letters = {
    gap: 'G',
    supplied: 'S',
    sic: 'E',
    corr: 'E',
    surplus: 'E',
    note: 'N',
  } as const;
  const seen: Record<string, number> = {};
  for (const { number, kind } of version.apparatus) {
    const letter = letters[kind];
    seen[letter] = (seen[letter] ?? 0) + 1;
    expect(number).toBe(`${letter}${String(seen[letter])}`);
  }
});

test.each(editions)('%s: every entry speaks to its reader in both languages', (_, version) => {
  for (const { number, note, evidence } of version.apparatus) {
    expect(evidence.length, number).toBeGreaterThan(0);
    for (const words of [note, ...evidence]) {
      expect(Object.keys(words), number).toEqual(['en', 'zh-Hans']);
      expect(words['en'], number).toMatch(/^[A-Z“(].*[.。)”]$/su);
      expect(words['zh-Hans'], number).toMatch(/[\u4e00-\u9fff].*[。）”]$/su);
    }
  }
});

test.each(editions)('%s: every lost segment is in a gap, and none that stands is', (_, version) => {
  const gaps = version.apparatus.filter(({ kind }) => kind === 'gap');
  const inGaps = gaps.flatMap(({ loci }) =>
    loci.filter(({ start }) => start === null).map(({ uid }) => uid),
  );
  const lost = version.texts.filter(({ reading }) => reading === null).map(({ uid }) => uid);
  expect(inGaps.toSorted()).toEqual(lost.toSorted());
});

test.each(editions)(
  '%s: a gap marks a place, words doubted stand there, nothing supplied does',
  (_, version) => {
    for (const { number, kind, loci, reading } of version.apparatus) {
      for (const { lemma } of loci) {
        if (kind === 'gap' || kind === 'supplied') expect(lemma, number).toBe('');
        else expect(lemma, number).not.toBe('');
      }
      if (kind === 'gap' || kind === 'surplus') expect(reading, number).toBeNull();
      if (kind === 'supplied' || kind === 'corr') expect(reading, number).toBeTruthy();
    }
  },
);

test.each(editions)('%s: what is supplied fills a gap and stays out of the text', (_, version) => {
  const places = new Set(
    version.apparatus
      .filter(({ kind }) => kind === 'gap')
      .flatMap(({ loci }) => loci.map(({ uid, start }) => `${uid} ${String(start)}`)),
  );
  for (const { number, kind, loci } of version.apparatus) {
    if (kind !== 'supplied') continue;
    for (const { uid, start } of loci)
      expect(places.has(`${uid} ${String(start)}`), number).toBe(true);
  }
});

test('the lost page is one entry with nineteen loci', () => {
  const page = entry(en, 'G1');
  expect(page.cause).toBe('page-loss');
  expect(page.loci).toHaveLength(19);
  expect(pathsOf(page).at(-1)).toBe('4.4.1.3');
  expect(page.loci.at(-1)).toMatchObject({ start: 0, end: 0 });
});

test('the extents of the lost page and of the banner’s gap are those of the Chinese', () => {
  const standing = '传统文化和当代文化精品';
  const whole = pathsOf(entry(en, 'G1')).reduce(
    (sum, path) => sum + countHanzi(textAt(zh, path ?? '') ?? ''),
    0,
  );
  const hanzi = whole - countHanzi(standing);
  expect(entry(en, 'G1').extent).toEqual([
    { quantity: 1, unit: 'page', estimated: false },
    { quantity: 4, unit: 'heading', estimated: false },
    { quantity: 14, unit: 'sentence', estimated: false },
    { quantity: hanzi, unit: 'hanzi', estimated: false },
    { quantity: Math.round(hanzi * 0.72), unit: 'word', estimated: true },
  ]);
  const tail = '尽快在核心技术上取得突破';
  expect(textAt(zh, '4.7.1.1')).toContain(tail);
  expect(entry(en, 'G3').extent[0]?.quantity).toBe(
    countHanzi(tail) + countHanzi(textAt(zh, '4.7.1.2') ?? ''),
  );
});

test('a lost sentence is about as long as its counterpart says', () => {
  const extent = estimateExtent(textAt(zh, '4.2.1.1') ?? '', 'zh-Hans', 'en');
  expect(extent).toEqual({ quantity: 78, unit: 'word', estimated: true });
  expect(estimateExtent('III, Principles', 'en', 'zh-Hans')?.unit).toBe('hanzi');
  expect(estimateExtent('a', 'fr', 'en')).toBeNull();
});

test('the length of every lost segment can be estimated from the other edition', () => {
  for (const [lost, whole] of [
    [en, zh],
    [zh, en],
  ] as const) {
    for (const { uid, reading } of lost.texts) {
      if (reading !== null) continue;
      const extent = estimateLost(uid, lost, [lost, whole]);
      expect(extent?.estimated).toBe(true);
      expect(extent?.quantity).toBeGreaterThan(1);
    }
  }
});

test('a gap inside a sentence stands between the words named for it', () => {
  const around = (version: EditionVersion, number: string, path: string): string => {
    const locus = entry(version, number).loci.find(({ uid }) => pathOf.get(uid) === path);
    const text = textAt(version, path) ?? '';
    const at = locus?.start ?? -1;
    return `${codePointSlice(text, at - 3, at)}|${codePointSlice(text, at, at + 3)}`;
  };
  expect(around(zh, 'G1', '2.0.6.2')).toBe('、健康|。');
  expect(around(zh, 'G3', '0.0.1.3')).toBe('严治党|的重大');
  expect(around(zh, 'G4', '0.0.1.4')).toBe('变革的|倡议，');
  expect(around(zh, 'G5', '1.1.3.1')).toBe('生活的|空间。');
  expect(around(zh, 'G6', '4.4.2.1')).toBe('加强|网络文');
  expect(around(zh, 'G7', '4.4.2.2')).toBe('导文明|上网、');
  expect(around(en, 'G1', '4.4.1.3')).toBe('|tra');
  expect(around(en, 'G3', '4.7.1.1')).toBe('ner|.');
  expect(around(en, 'G4', '1.1.4.2')).toBe('or |eco');
  expect(around(en, 'G5', '1.1.5.3')).toBe('ion|');
});

test('the readings that an editor would give, by place', () => {
  const readings = (version: EditionVersion): readonly (readonly (string | null | undefined)[])[] =>
    version.apparatus
      .filter(({ reading }) => reading !== null)
      .map((item) => [item.number, pathsOf(item)[0], item.loci[0]?.lemma, item.reading]);
  expect(readings(zh)).toEqual([
    ['S1', '3.0.0', '', '三、原则'],
    ['S2', '2.0.6.2', '', '，信息自由流动与维护国家安全、公共利益实现有机统一'],
    ['S3', '0.0.1.3', '', '战略布局'],
    ['S4', '1.1.3.1', '', '新'],
    ['S5', '4.4.2.1', '', '网络伦理、'],
    ['E1', '0.0.1.3', '重大举措', '重要举措'],
    ['E2', '0.0.1.3', '两个一百年', '“两个一百年”'],
    ['E3', '0.0.1.4', '倡议，遵循中共', '“四项原则”和'],
    ['E4', '4.4.2.1', '引领', '引导'],
    ['E5', '4.4.2.2', '上网', '办网'],
  ]);
  expect(readings(en)).toEqual([
    ['S1', '4.1.0', '', 'Resolutely defending sovereignty in cyberspace'],
    ['S2', '4.2.0', '', 'Resolutely safeguard national security'],
    ['S3', '4.3.0', '', 'Protect critical information infrastructure'],
    ['S4', '4.4.0', '', 'Strengthening the construction of online culture'],
    ['S5', '4.7.0', '', 'Ramming cybersecurity foundation'],
    ['S6', '1.1.5.3', '', '.'],
    ['E1', '2.0.5.1', 'Openness', 'Cooperation'],
    ['E4', '1.1.5.2', 'reaction', 'creation'],
    ['E5', '1.1.5.2', 'culture a new means', 'culture, a new means'],
    ['E7', '1.0.0', 'I.', 'I,'],
    ['E10', '4.9.2.1', 'cooperation’s', 'cooperation'],
  ]);
});

test('the gloss that poses as text is surplus, and the translator’s', () => {
  expect(entry(en, 'E2')).toMatchObject({
    kind: 'surplus',
    cause: 'translator',
    loci: [{ lemma: '(internal and external security)' }],
  });
});
