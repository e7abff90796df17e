import type { Characters } from './characters.ts';
import { latin, latin1, latin1Range, latinRange, latinExtRange, unicodeRange } from './ranges.ts';

export interface Face {
  readonly source: string;
  readonly file: string;
  readonly family: string;
  readonly style: 'normal' | 'italic';
  readonly weight: string;
  readonly display: 'optional' | 'swap';
  readonly range: string;
  readonly characters: string;
  readonly axes: Readonly<Record<string, number | { min: number; max: number; default: number }>>;
}

const weights = { min: 400, max: 600, default: 400 };
const serif = '@fontsource-variable/source-serif-4/files/source-serif-4';
const sans = '@fontsource-variable/source-sans-3/files/source-sans-3';

/*
 * Latin is `optional` and preloaded: either it is there before the first paint or the system's
 * face stays for this visit; a later swap would move every line. Hanzi are one em wide in every
 * face, so there a swap moves nothing.
 */
const latinFaces: readonly Face[] = [
  {
    source: `${serif}-latin-opsz-normal.woff2`,
    file: 'source-serif-4-upright.woff2',
    family: 'Source Serif 4 Variable',
    style: 'normal',
    weight: '400 600',
    display: 'optional',
    range: latinRange,
    characters: latin,
    axes: { wght: weights },
  },
  {
    source: `${serif}-latin-wght-italic.woff2`,
    file: 'source-serif-4-italic.woff2',
    family: 'Source Serif 4 Variable',
    style: 'italic',
    weight: '400',
    // Words stressed in notes, and supplied readings in the text: there a late face would move lines.
    display: 'optional',
    range: latinRange,
    characters: latin,
    axes: { wght: 400 },
  },
  {
    source: `${serif}-latin-wght-normal.woff2`,
    file: 'source-serif-4-latin-1.woff2',
    family: 'Source Serif 4 Variable',
    style: 'normal',
    weight: '400 600',
    display: 'swap',
    range: latin1Range,
    characters: latin1,
    axes: { wght: weights },
  },
  {
    source: `${serif}-latin-ext-wght-normal.woff2`,
    file: 'source-serif-4-ext.woff2',
    family: 'Source Serif 4 Variable',
    style: 'normal',
    weight: '400 600',
    display: 'swap',
    range: latinExtRange,
    characters: '',
    axes: {},
  },
  {
    source: `${sans}-latin-wght-normal.woff2`,
    file: 'source-sans-3-upright.woff2',
    family: 'Source Sans 3 Variable',
    style: 'normal',
    weight: '400 600',
    display: 'optional',
    range: latinRange,
    characters: latin,
    axes: { wght: weights },
  },
];

/** One static weight, and the semibold that headings and labels need, cut to the works' hanzi. */
export function faces({ all, strong }: Characters): readonly Face[] {
  const weightsOf = [
    { weight: 400, hanzi: all },
    { weight: 600, hanzi: strong },
  ];
  const chinese = weightsOf.map(({ weight, hanzi }): Face => ({
    source: '@fontsource-variable/noto-serif-sc/files',
    file: `noto-serif-sc-${String(weight)}.woff2`,
    family: 'Noto Serif SC Works',
    style: 'normal',
    weight: String(weight),
    display: 'swap',
    range: unicodeRange(hanzi),
    characters: hanzi,
    axes: { wght: weight },
  }));
  return [...latinFaces, ...chinese];
}
