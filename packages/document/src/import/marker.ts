import { fromHanzi, fromRoman } from '../numerals.ts';
import { divisions, wordsAfter, wordsBefore, type Division } from './marker-words.ts';

/** What opens a line and may be a printed number. */
export interface Marker {
  /**
   * How it is printed, the number left out: all markers of one kind make one series. A division
   * has its name, `article`; others their numerals and brackets, `decimal.` or `(hanzi)`.
   */
  readonly series: string;
  readonly division: Division | null;
  /** Null for a division without a number, such as an annex. */
  readonly number: number | null;
  /** Bears something after its number: `12a`, `第十二条之一`. */
  readonly isInserted: boolean;
  /** UTF-16 length of what is printed, spaces after it left out. */
  readonly length: number;
  /** Parted from what follows by a space, a stop or the end. */
  readonly isParted: boolean;
}

const HANZI = '[〇零一二三四五六七八九十百千]{1,7}';
const DECIMAL = '[0-9０-９]{1,4}';
const ROMAN = '[IVXLCDMivxlcdm]{1,8}|[Ⅰ-Ⅻ]';
const FIRST_WORDS: Readonly<Record<string, number>> = {
  الأول: 1,
  الأولى: 1,
  الثاني: 2,
  الثانية: 2,
  الثالث: 3,
  الثالثة: 3,
  الرابع: 4,
  الرابعة: 4,
  الخامس: 5,
  الخامسة: 5,
  السادس: 6,
  السادسة: 6,
  السابع: 7,
  السابعة: 7,
  الثامن: 8,
  الثامنة: 8,
  التاسع: 9,
  التاسعة: 9,
  العاشر: 10,
  العاشرة: 10,
  א: 1,
  ב: 2,
  ג: 3,
  ד: 4,
  ה: 5,
  ו: 6,
  ז: 7,
  ח: 8,
  ט: 9,
  י: 10,
  first: 1,
  second: 2,
  third: 3,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  premier: 1,
  première: 1,
  primero: 1,
  primera: 1,
  primo: 1,
  prima: 1,
};

const CHINESE = new RegExp(
  `^第\\s?(${HANZI}|${DECIMAL})\\s?(部分|[编編篇部章节節条條])(之[一二三四五六七八九十])?`,
  'u',
);
const KOREAN = new RegExp(`^제\\s?(${DECIMAL})\\s?([편장절조])(의\\s?[0-9]+)?`, 'u');
const escape = (word: string): string => word.replaceAll('.', '\\.');
const BEFORE: readonly (readonly [Division, RegExp])[] = divisions.map((division) => {
  const words = wordsBefore[division].map(escape).join('|');
  const numeral = `${DECIMAL}|${ROMAN}|[A-Z]|${HANZI}|${Object.keys(FIRST_WORDS).join('|')}`;
  const tail = String.raw`(?<insert>\s?(?:bis|ter|quater|[a-z])(?![\p{L}\p{N}]))?`;
  const number = `[\\s\\u00a0]*\\(?(?:n[.°º]\\s*)?(?<number>${numeral})(?![\\p{L}\\p{N}]{2})${tail}(?:er|re|º|°)?\\)?`;
  return [
    division,
    new RegExp(
      `^(?:${words})(?:(?!\\p{L})|(?<=\\p{Script=Han})(?=${HANZI}))(?:${number}(?![\\p{L}\\p{N}]))?`,
      'iu',
    ),
  ];
});

function decimalOf(text: string): number {
  return Number(text.normalize('NFKC'));
}

function numberOf(text: string): number | null {
  if (new RegExp(`^(?:${DECIMAL})$`, 'u').test(text)) return decimalOf(text);
  const word = FIRST_WORDS[text.toLowerCase()];
  if (word !== undefined) return word;
  const hanzi = fromHanzi(text);
  if (hanzi.ok) return hanzi.value;
  const roman = fromRoman(text.normalize('NFKC'));
  if (roman.ok) return roman.value;
  return /^[A-Z]$/iu.test(text) ? text.toLowerCase().charCodeAt(0) - 96 : null;
}

/** Whether what follows is not the sentence going on: `Article 5 of the Treaty`. */
function isPartedAt(text: string, at: number): boolean {
  const rest = text.slice(at);
  return rest === '' || /^(?:[.．:：、,，—–\-)）]|\s*\(|\s*（|[\s\u3000]+(?!\p{Ll}))/u.test(rest);
}

function withStops(text: string, length: number): number {
  return length + (/^[.．:：、]*/u.exec(text.slice(length))?.[0].length ?? 0);
}

function divisionMarker(text: string): Marker | null {
  const chinese = CHINESE.exec(text) ?? KOREAN.exec(text);
  if (chinese !== null) {
    const [all, numeral = '', word = '', inserted] = chinese;
    const division = wordsAfter[word];
    const number = numberOf(numeral);
    if (division === undefined || number === null) return null;
    const length = withStops(text, all.length);
    const isParted = isPartedAt(text, all.length);
    return {
      series: division,
      division,
      number,
      isInserted: inserted !== undefined,
      length,
      isParted,
    };
  }
  for (const [division, pattern] of BEFORE) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const printed = match.groups?.['number'];
    const number = printed === undefined ? null : numberOf(printed);
    if (number === null && division !== 'annex') continue;
    const isParted = isPartedAt(text, match[0].length);
    if (!isParted) continue;
    // `Part of it` begins a sentence; the words of a heading begin with a capital.
    if (/^\p{Ll}/u.test(text)) continue;
    const length = withStops(text, match[0].length);
    const isInserted = match.groups?.['insert'] !== undefined;
    return { series: division, division, number, isInserted, length, isParted };
  }
  return null;
}

interface Style {
  readonly name: string;
  readonly pattern: RegExp;
  readonly read: (printed: string) => number | null;
}

const letter = (printed: string): number => printed.toLowerCase().charCodeAt(0) - 96;
const hanzi = (printed: string): number | null => {
  const read = fromHanzi(printed);
  return read.ok ? read.value : null;
};
const roman = (printed: string): number | null => {
  const read = fromRoman(printed.normalize('NFKC'));
  return read.ok ? read.value : null;
};

const ALPHABETS: readonly (readonly [string, string, Style['read']])[] = [
  ['hanzi', HANZI, hanzi],
  ['decimal', DECIMAL, decimalOf],
  ['ROMAN', '[IVXLCDM]{1,8}|[Ⅰ-Ⅻ]', roman],
  ['roman', '[ivxlcdm]{1,8}', roman],
  ['LETTER', '[A-Z]', letter],
  ['letter', '[a-z]', letter],
];
const INSERTED = '(?<insert>[a-z]|bis|ter)?';

const STYLES: readonly Style[] = ALPHABETS.flatMap(([name, numeral, read]) => {
  const inserted = name === 'decimal' ? INSERTED : '';
  const bracketed: Style = {
    name: `(${name})`,
    pattern: new RegExp(`^[(（]\\s?(${numeral})${inserted}\\s?[)）][.．]?`, 'u'),
    read,
  };
  const half: Style = {
    name: `${name})`,
    pattern: new RegExp(`^(${numeral})${inserted}[)）]`, 'u'),
    read,
  };
  if (name === 'hanzi') {
    return [
      bracketed,
      half,
      { name: 'hanzi、', pattern: new RegExp(`^(${HANZI})[、.．]`, 'u'), read },
    ];
  }
  const stop = name === 'ROMAN' ? '[.．、,，]' : name === 'decimal' ? '[.．、，]' : '[.．、]';
  const gap = name === 'decimal' ? '(?![0-9])' : '(?=\\s|$|\\p{Script=Han})';
  const stopped: Style = {
    name: `${name}.`,
    pattern: new RegExp(`^(${numeral})${inserted}${stop}${gap}`, 'u'),
    read,
  };
  return [bracketed, half, stopped];
});

const CIRCLED = /^[①-⑳]/u;
const NESTED = /^(\d{1,3}(?:\.\d{1,3}){1,4})\.?(?=\s|$)/u;

function nestedMarker(text: string): Marker | null {
  const match = NESTED.exec(text);
  if (match === null) return null;
  const parts = (match[1] ?? '').split('.');
  return {
    series: `decimal${'.x'.repeat(parts.length - 1)}`,
    division: null,
    number: Number(parts.at(-1)),
    isInserted: false,
    length: match[0].length,
    isParted: true,
  };
}

/** What the beginning of a line may be, likeliest first: `(i)` is a letter or a roman one. */
export function readMarker(text: string): readonly Marker[] {
  const division = divisionMarker(text);
  if (division !== null) return [division];
  const nested = nestedMarker(text);
  if (nested !== null) return [nested];
  if (CIRCLED.test(text)) {
    const number = text.charCodeAt(0) - 0x245f;
    return [
      { series: 'circled', division: null, number, isInserted: false, length: 1, isParted: true },
    ];
  }
  return STYLES.flatMap(({ name, pattern, read }): Marker[] => {
    const match = pattern.exec(text);
    const number = match === null ? null : read(match[1] ?? '');
    if (match === null || number === null) return [];
    const isInserted = match.groups?.['insert'] !== undefined;
    return [
      { series: name, division: null, number, isInserted, length: match[0].length, isParted: true },
    ];
  });
}
