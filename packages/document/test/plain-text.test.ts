import { expect, test } from 'vitest';

import { plainText } from '../src/index.ts';
import { en, segments, shipped, witness, witnessLine, zh } from './strategy.ts';

/*
 * The witness read a second time, by hand and without the build: the lines of each edition in
 * order, heading marks off, banners cut out, broken lines joined. Segmentation is the only rule.
 */

const NOTICE_79 = /^(III, Principles) To find out more.*$/u;
const NOTICE_127 = / This site uses cookies to enhance navigation.*automations\.com\/cookies\)\. /u;

function textLines(first: number, last: number): readonly string[] {
  const numbers = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return numbers
    .map(witnessLine)
    .filter(
      (line) => line !== '' && line !== 'Close and accept' && !/^Privacy & Cookies/.test(line),
    )
    .map((line) => line.replace(/^#+ /u, ''));
}

const english = textLines(17, 147)
  .map((line) => line.replace(NOTICE_79, '$1').replace(NOTICE_127, '\n'))
  .join('\n')
  .replace(' personal information and\nother such', ' personal information and other such')
  .replace(' structures, support\ninnovation', ' structures, support innovation')
  .split('\n')
  .flatMap((line) =>
    /^(?:[IVX]+[.,]|\(\d\)) /u.test(line) ? [line] : line.split(/(?<=[^A-Z]\.) (?=[A-Z])/u),
  );

const chinese = textLines(151, 287)
  .join('\n')
  .replace(/。(?!\n)/gu, '。\n')
  .split('\n')
  .filter((line) => line !== '');

const rows = (text: string): readonly (readonly string[])[] =>
  text
    .replace(/\n$/u, '')
    .split('\n')
    .map((line) => line.split('\t'));

test.each([
  ['zh-cac', zh, ['国家网络空间安全战略', ...chinese], 141],
  ['en-creemers', en, ['National Cyberspace Security Strategy', ...english], 122],
] as const)(
  '%s, diplomatic: the readings of the witness, character for character',
  (_, version, wanted, count) => {
    const lines = rows(plainText(version, shipped.units, 'diplomatic'));
    expect(lines.map(([path]) => path)).toEqual(segments.map(({ path }) => path));
    expect(lines).toHaveLength(142);
    expect(lines.every((line) => line.length === 2)).toBe(true);
    const present = lines.map(([, text]) => text).filter((text) => text !== '');
    expect(present).toHaveLength(count);
    expect(present).toEqual(wanted);
  },
);

test.each([
  ['zh-cac', zh, 0],
  ['en-creemers', en, 2],
] as const)('%s adds to the witness nothing but the space at a page break', (_, version, joins) => {
  const unbroken = version.texts
    .map(({ diplomatic }) => diplomatic)
    .filter((text) => text !== null && !witness.includes(text));
  expect(unbroken).toHaveLength(joins);
});

/** Everything a logged operation may change, folded away on both sides. */
const bare = (text: string): string =>
  text
    .replace(/[“”]/gu, '"')
    .replace(/[‘’]/gu, "'")
    .replace(/，/gu, ',')
    .replace(/（/gu, '(')
    .replace(/）/gu, ')')
    .replace(/^(\([一二]\)) /u, '$1');

test.each([
  ['zh-cac', zh],
  ['en-creemers', en],
] as const)('%s: the reading text mends no words', (_, version) => {
  for (const { uid, reading, diplomatic } of version.texts) {
    const isHeading = segments.find((unit) => unit.uid === uid)?.kind === 'heading';
    const copy = isHeading ? diplomatic?.replace(/\.$/u, '') : diplomatic;
    expect(reading === null ? null : bare(reading)).toBe(copy == null ? null : bare(copy));
  }
});

test('reading text: headings have their numeral and no stop, nothing straight or half-width is left', () => {
  const [chineseText, englishText] = [zh, en].map((version) => plainText(version, shipped.units));
  expect(chineseText).not.toMatch(/[,()"']/u);
  expect(englishText).not.toMatch(/["']/u);
  expect(englishText).toContain(
    '3.4.0\t(4) Comprehensively manage cybersecurity and development\n',
  );
  expect(chineseText).toContain('1.1.0\t（一）重大机遇\n');
  expect(chineseText).toContain('\n3.0.0\t\n');
  expect(englishText).toContain('\n4.7.1.2\t\n');
});
