import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Case, Row, Stretch } from './score.ts';

/*
 * An act written for this test, in two files: a definitions article, a number left out, a repealed
 * article, one that the translation has lost, numbered paragraphs in one language alone, points, an
 * annex. `{id}` stands where a segment begins; segments of one id go together.
 */

const MARK = /\{([^}]+)\}/gu;

interface Marked {
  readonly raw: string;
  readonly segments: readonly (readonly [id: string, stretch: Stretch])[];
}

function readMarked(file: string): Marked {
  const marked = readFileSync(join(import.meta.dirname, 'texts', file), 'utf8').trimEnd();
  const parts = marked.split(MARK);
  let raw = parts[0] ?? '';
  const segments: [string, Stretch][] = [];
  for (let i = 1; i < parts.length; i += 2) {
    const words = parts[i + 1] ?? '';
    const start = [...raw].length;
    segments.push([parts[i] ?? '', { start, end: start + [...words.trimEnd()].length }]);
    raw += words;
  }
  return { raw, segments };
}

export function statuteCase(): Case {
  const [zh, en] = [readMarked('statute.zh.txt'), readMarked('statute.en.txt')];
  const shift = [...zh.raw].length + 1;
  const rows = new Map<string, [Stretch[], Stretch[]]>();
  const put = (side: 0 | 1, id: string, stretch: Stretch): void => {
    const row = rows.get(id) ?? [[], []];
    row[side].push(stretch);
    rows.set(id, row);
  };
  for (const [id, stretch] of zh.segments) put(0, id, stretch);
  for (const [id, { start, end }] of en.segments)
    put(1, id, { start: start + shift, end: end + shift });
  return {
    name: 'an act of forty articles, two files',
    raw: `${zh.raw}\n${en.raw}`,
    sources: [zh.raw, en.raw],
    langs: ['zh', 'en'],
    rows: [...rows.values()].map((sides): Row => ({ sides })),
    wanted: 90,
  };
}
