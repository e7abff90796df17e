import { expect, test } from 'vitest';

import { countHanzi, digest, parseNumeral } from '../src/index.ts';
import { en, pathOf, segments, shipped, textAt, versionOf, zh } from './strategy.ts';

const lostIn = (edition: string): readonly (string | undefined)[] =>
  versionOf(edition)
    .texts.filter(({ reading }) => reading === null)
    .map(({ uid }) => pathOf.get(uid));

test('20 headings, 47 paragraphs, 122 sentences, 6 limbs', () => {
  const count = (kind: string): number => shipped.units.filter((u) => u.kind === kind).length;
  expect([count('heading'), count('sentence'), count('limb')]).toEqual([20, 122, 6]);
  const paragraphs = new Set(
    segments.filter(({ kind }) => kind === 'sentence').map(({ parent }) => parent),
  );
  expect(paragraphs.size).toBe(47);
  // Parts 0 to 4; their 20 sections, the text directly under a part included; the paragraphs.
  expect(count('container')).toBe(5 + 20 + 47);
});

test('the Chinese has lost one segment, the English twenty', () => {
  expect(lostIn('zh-cac')).toEqual(['3.0.0']);
  expect(lostIn('en-creemers')).toEqual(
    (
      '4.1.0 4.1.1.1 4.1.1.2 4.2.0 4.2.1.1 4.3.0 4.3.1.1 4.3.1.2 4.3.1.3 4.3.2.1 4.3.2.2 4.3.2.3 ' +
      '4.3.2.4 4.3.3.1 4.3.3.2 4.4.0 4.4.1.1 4.4.1.2 4.7.0 4.7.1.2'
    ).split(' '),
  );
});

test('a lost segment is null in both forms, never empty', () => {
  for (const { reading, diplomatic, sha256, condition, label } of [...zh.texts, ...en.texts]) {
    const isLost = condition === 'lost';
    expect([reading === null, diplomatic === null, sha256 === null]).toEqual([
      isLost,
      isLost,
      isLost,
    ]);
    expect(reading).not.toBe('');
    if (isLost) expect(label).toBe('');
  }
});

test('nothing of the page got into the text, nothing of the text into the page', () => {
  for (const { reading } of [...zh.texts, ...en.texts]) {
    expect(reading ?? '').not.toMatch(
      /cookie|Close and accept|automat(?:tic|ions)|autonet|WordAds|#|\n|\t| {2}/i,
    );
  }
  expect(textAt(en, '3.2.1.3')).toContain('while accepting differences');
  expect(textAt(en, '3.0.0', 'diplomatic')).toBe('III, Principles');
});

test('sentences end in a stop, but for one that has lost it; headings never', () => {
  for (const { path, kind } of segments) {
    const chinese = textAt(zh, path);
    const english = textAt(en, path);
    if (kind === 'heading') {
      expect(chinese ?? '').not.toMatch(/[。.]$/u);
      expect(english ?? '').not.toMatch(/\.$/u);
    } else {
      expect(chinese, path).toMatch(/。$/u);
      if (path !== '1.1.5.3') expect(english ?? '.', path).toMatch(/\.$/u);
    }
  }
  expect(textAt(en, '1.1.5.3')).toMatch(/construction$/u);
});

test('two paragraphs open with Openness in the English, one in the Chinese', () => {
  expect(textAt(zh, '2.0.4.1')).toMatch(/^开放：/u);
  expect(textAt(en, '2.0.4.1')).toMatch(/^Openness:/u);
  expect(textAt(zh, '2.0.5.1')).toMatch(/^合作：/u);
  expect(textAt(en, '2.0.5.1')).toMatch(/^Openness:/u);
});

test('a label opens its heading and is the numeral of its address', () => {
  for (const version of [zh, en]) {
    for (const { uid, label, reading } of version.texts) {
      const path = pathOf.get(uid) ?? '';
      const isNumbered = segments.some(
        (u) => u.uid === uid && u.kind === 'heading' && u.role === null,
      );
      expect(label !== '', path).toBe(isNumbered && reading !== null);
      if (label === '') continue;
      expect(reading?.startsWith(label)).toBe(true);
      const number = path.split('.').findLast((part) => part !== '0');
      expect(parseNumeral(label), path).toEqual({ ok: true, value: Number(number) });
    }
  }
});

test('5,661 hanzi, 165 of them in headings', () => {
  const hanzi = (kind: string): number =>
    segments
      .filter((unit) => unit.kind === kind)
      .reduce((sum, { path }) => sum + countHanzi(textAt(zh, path) ?? ''), 0);
  expect([hanzi('heading'), hanzi('sentence')]).toEqual([165, 5496]);
});

test('run-in titles and labels', () => {
  const withRole = (role: string): readonly string[] =>
    shipped.units.filter((unit) => unit.role === role).map(({ path }) => path);
  expect(withRole('title')).toEqual(['0.0.0']);
  expect(withRole('run-in-heading')).toHaveLength(12);
  expect(withRole('run-in-label')).toEqual(['2.0.2.1', '2.0.3.1', '2.0.4.1', '2.0.5.1', '2.0.6.1']);
  for (const path of withRole('run-in-label')) {
    expect(textAt(zh, path)).toMatch(/^..：/u);
    expect(textAt(en, path)).toMatch(/^\w+:/u);
  }
  for (const path of withRole('run-in-heading')) expect(path).toMatch(/\.1$/u);
});

test('limbs divide their sentence at its semicolons', () => {
  expect(zh.limbs).toHaveLength(6);
  expect(en.limbs).toHaveLength(3);
  for (const version of [zh, en]) {
    for (const { uid, sentence, start, end } of version.limbs) {
      const path = pathOf.get(sentence) ?? '';
      const text = textAt(version, path) ?? '';
      expect(pathOf.get(uid)).toMatch(new RegExp(`^${path}[abc]$`, 'u'));
      expect([...text].slice(start, end).join('')).toMatch(/[；;。.]$/u);
    }
  }
});

test('a segment’s digest is that of its reading text', () => {
  for (const { reading, sha256 } of [...zh.texts, ...en.texts]) {
    expect(sha256).toBe(reading === null ? null : digest(reading));
  }
  // Not computed by this package.
  expect(digest('网络')).toBe('97b31b5d63f57e51964311eee059bd96a40940e6bfee053d496135cc78d853a0');
});

test('alignment: 107 sentence pairs, 14 heading pairs, the rest one-sided', () => {
  const kindOf = new Map(shipped.units.map(({ uid, kind }) => [uid, kind]));
  const pairs = shipped.alignment.filter(({ type }) => type === '1:1');
  const kinds = pairs.map(({ sides }) => kindOf.get(sides['zh-cac']?.[0] ?? 's-'));
  expect(kinds.filter((kind) => kind === 'sentence')).toHaveLength(107);
  expect(kinds.filter((kind) => kind === 'heading')).toHaveLength(14);
  expect(shipped.alignment.filter(({ type }) => type === '1:0')).toHaveLength(20);
  expect(shipped.alignment.filter(({ type }) => type === '0:1')).toHaveLength(1);
  for (const version of [zh, en]) {
    const linked = shipped.alignment.flatMap(({ sides }) => sides[version.edition.id] ?? []);
    const present = version.texts.filter(({ reading }) => reading !== null).map(({ uid }) => uid);
    expect(linked).toEqual(present);
  }
});

test('conditions: six damaged or corrupt in the Chinese; a head and a tail lost in the English', () => {
  const having = (edition: string, ...conditions: string[]): readonly (string | undefined)[] =>
    versionOf(edition)
      .texts.filter(({ condition }) => conditions.includes(condition))
      .map(({ uid }) => pathOf.get(uid));
  expect(having('zh-cac', 'damaged', 'corrupt')).toEqual(
    '0.0.1.3 0.0.1.4 1.1.3.1 2.0.6.2 4.4.2.1 4.4.2.2'.split(' '),
  );
  expect(having('en-creemers', 'damaged')).toEqual(['4.4.1.3', '4.7.1.1']);
  expect(having('en-creemers', 'corrupt')).toEqual(
    '1.1.4.2 1.1.5.2 1.1.5.3 2.0.5.1 4.9.2.1'.split(' '),
  );
});
