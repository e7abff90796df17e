import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import type { Case, Row, Stretch } from './score.ts';

/*
 * Mulan PSL v2, Chinese and English in one text, as the package `spdx-license-list` has it. Segments
 * were set by hand: a line, the first characters of a sentence that begins inside it, and the last
 * line where it takes several. The text itself is read where it is installed.
 */

interface Place {
  readonly line: number;
  readonly begins?: string;
  readonly until?: number;
}
const at = (line: number, begins?: string): Place =>
  begins === undefined ? { line } : { line, begins };
const lines = (line: number, until: number): Place => ({ line, until });

// Lines of headings, definitions and clauses that are one segment in both languages.
const ALIKE: readonly (readonly [number, number])[] = [
  [1, 67],
  [3, 69],
  [5, 71],
  [7, 73],
  [9, 75],
  [11, 77],
  [13, 79],
  [15, 81],
  [17, 83],
  [19, 85],
  [21, 87],
  [23, 89],
  [25, 91],
];
const ALIKE_BELOW: readonly (readonly [number, number])[] = [
  [29, 95],
  [31, 97],
  [33, 99],
  [35, 101],
  [37, 103],
];
const ALIKE_AT_END: readonly (readonly [number, number])[] = [
  [45, 111],
  [47, 113],
  [49, 115],
  [51, 117],
  [53, 118],
  [55, 119],
  [57, 121],
  [58, 122],
  [59, 123],
  [60, 124],
  [61, 125],
];

const alike = (
  pairs: readonly (readonly [number, number])[],
): readonly (readonly [Place[], Place[]])[] => pairs.map(([zh, en]) => [[at(zh)], [at(en)]]);

const ROWS: readonly (readonly [readonly Place[], readonly Place[]])[] = [
  ...alike(ALIKE),
  // The second Chinese sentence is the end of the first English one and the second.
  [
    [at(27), at(27, '前述专利')],
    [at(93), at(93, 'The patent license shall')],
  ],
  [[at(27, '如果您或')], [at(93, 'If you or')]],
  ...alike(ALIKE_BELOW),
  [[at(39)], [at(105)]],
  [[at(39, '在任何情况')], [at(105, 'IN NO EVENT')]],
  [[at(41)], [at(107)]],
  [[at(43)], [at(109)]],
  [[at(43, '如果中英文')], [at(109, 'IN THE CASE')]],
  ...alike(ALIKE_AT_END),
  [[lines(62, 64)], [lines(126, 128)]],
  [[at(65)], [at(129)]],
];

function licence(): string {
  const file = createRequire(import.meta.url).resolve(
    'spdx-license-list/licenses/MulanPSL-2.0.json',
  );
  return (JSON.parse(readFileSync(file, 'utf8')) as { readonly licenseText: string }).licenseText;
}

export function licenceCase(): Case {
  const raw = licence();
  const all = raw.split('\n');
  const lengthOf = (text: string): number => [...text].length;
  const before = (line: number): number =>
    lengthOf(all.slice(0, line - 1).join('\n')) + (line > 1 ? 1 : 0);
  const begin = ({ line, begins }: Place): number => {
    const text = all[line - 1] ?? '';
    const index = begins === undefined ? text.search(/\S/u) : text.indexOf(begins);
    if (index === -1) throw new Error(`line ${String(line)} of the licence is not what it was`);
    return before(line) + lengthOf(text.slice(0, index));
  };
  const begins = ROWS.flatMap((sides) => sides.flat()).map(begin);
  const stretchOf = (place: Place): Stretch => {
    const start = begin(place);
    const last = place.until ?? place.line;
    const end = before(last) + lengthOf(all[last - 1]?.trimEnd() ?? '');
    const next = Math.min(...begins.filter((each) => each > start && each < end), end);
    const characters = [...raw].slice(start, next).join('');
    return { start, end: start + lengthOf(characters.trimEnd()) };
  };
  return {
    name: 'Mulan PSL v2, two languages in one text',
    raw,
    langs: ['zh', 'en'],
    rows: ROWS.map(([zh, en]): Row => ({ sides: [zh.map(stretchOf), en.map(stretchOf)] })),
    wanted: 90,
  };
}
