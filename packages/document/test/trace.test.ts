import { describe, expect, test } from 'vitest';

import {
  readWitnessText,
  pointAt,
  remainderAt,
  stepsAround,
  traceReading,
  traceWitness,
  type TracedSegment,
  type WitnessRecord,
} from '../src/index.ts';
import { en, pathOf, shipped, witness, witnessLine, zh } from './strategy.ts';

function recorded(): WitnessRecord {
  if (shipped.witness === undefined) throw new Error('the strategy ships without its witness');
  return shipped.witness;
}
const record = recorded();
const chars = [...witness];
const text = readWitnessText(witness, record.witness.pages);
const parents = new Map(shipped.units.map(({ uid, parent }) => [uid, parent]));

function segmentsOf(version: typeof en): readonly TracedSegment[] {
  const { id } = version.edition;
  const operations = record.operations.filter(({ edition }) => edition === id);
  const places = new Map(record.places[id]?.map(({ uid, spans }) => [uid, spans]));
  return version.texts.flatMap(({ uid, reading, diplomatic }) =>
    reading === null || diplomatic === null
      ? []
      : [
          {
            uid,
            parent: parents.get(uid) ?? null,
            reading,
            diplomatic,
            spans: places.get(uid) ?? [],
            operations,
          },
        ],
  );
}

function traceAt(version: typeof en, path: string, at: number) {
  const segment = segmentsOf(version).find(({ uid }) => pathOf.get(uid) === path);
  const found = segment === undefined ? undefined : traceReading(segment, at);
  if (found?.ok !== true) throw new Error(`nothing at ${path}, ${String(at)}`);
  return found.value;
}

test('the record holds the copy itself', () => {
  expect(record.witness.text).toBe(witness);
});

describe.each([
  ['zh-cac', zh],
  ['en-creemers', en],
] as const)('%s', (_id, version) => {
  const segments = segmentsOf(version);

  test('every code point of the reading text is the copy’s own, or an operation says why not', () => {
    let seen = 0;
    for (const segment of segments) {
      for (const [at, char] of [...segment.reading].entries()) {
        const found = traceReading(segment, at);
        if (!found.ok) throw new Error(`${pathOf.get(segment.uid) ?? ''} ${String(at)}`);
        const { steps, witness: offset, reading } = found.value;
        const own = offset === null ? null : chars[offset];
        const brought = steps.map(({ after }) => after).join('');
        const taken = steps.map(({ before }) => before).join('');
        const isExplained = brought.includes(char) && taken.includes(own ?? '');
        const holds =
          reading?.at === at &&
          reading.char === char &&
          (own === char || (steps.length > 0 && isExplained));
        // An assertion for each of sixty thousand characters would take longer than all else.
        if (!holds) expect.fail(`${pathOf.get(segment.uid) ?? ''} ${String(at)} ${char}`);
        seen += 1;
      }
      const { length } = [...segment.reading];
      for (const beyond of [-1, length, length + 1])
        expect(traceReading(segment, beyond).ok).toBe(false);
    }
    const all = version.texts.map(({ reading }) => [...(reading ?? '')].length);
    expect(seen).toBe(all.reduce((sum, length) => sum + length, 0));
  });

  test('every code point of the copy that is a segment’s leads to what is read for it, and back', () => {
    for (const segment of segments) {
      for (const { start, end } of segment.spans) {
        for (let at = start; at < end; at += 1) {
          const found = traceWitness(segment, at);
          if (!found.ok) throw new Error(`${pathOf.get(segment.uid) ?? ''} ${String(at)}`);
          const { reading, steps } = found.value;
          const isHere = found.value.witness === at && found.value.diplomatic?.char === chars[at];
          if (!isHere) expect.fail(`${pathOf.get(segment.uid) ?? ''} ${String(at)}`);
          if (reading === null) {
            expect(steps).toHaveLength(1);
            expect(steps[0]?.after).not.toContain(chars[at]);
          } else {
            const back = traceReading(segment, reading.at);
            if (!back.ok || back.value.witness !== at) expect.fail(`no way back to ${String(at)}`);
          }
        }
      }
      const [first] = segment.spans;
      expect(traceWitness(segment, (first?.start ?? 0) - 1).ok).toBe(false);
    }
  });

  test('no more characters are without a place in the copy than the joints that were logged', () => {
    const without = segments.flatMap((segment) =>
      [...segment.reading].flatMap((_, at) => {
        const found = traceReading(segment, at);
        return found.ok && found.value.witness === null ? [found.value.steps] : [];
      }),
    );
    expect(without.map((steps) => steps.map(({ kind }) => kind))).toEqual(
      version === en ? [['join'], ['join']] : [],
    );
  });

  test('how a segment came about is told in order, its cut and its place among it', () => {
    for (const segment of segments) {
      const around = stepsAround(segment);
      expect(around.map(({ n }) => n)).toEqual(around.map(({ n }) => n).toSorted((a, b) => a - b));
      expect(around.map(({ kind }) => kind)).toContain('place');
      for (const { reason } of around) expect(reason['en']).toBeTruthy();
    }
  });
});

test('what is no segment’s says what it is and why it is not read', () => {
  const held = new Set(
    Object.values(record.places).flatMap((places) =>
      places.flatMap(({ spans }) =>
        spans.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i)),
      ),
    ),
  );
  let free = 0;
  for (const at of chars.keys()) {
    const found = remainderAt(record.remainder, record.operations, at);
    if ((found === null) !== held.has(at)) expect.fail(String(at));
    if (found === null) continue;
    free += 1;
    const { group, class: name } = found.remainder;
    const kind =
      group !== 'structure'
        ? `set-aside:${name}`
        : name === 'heading-mark'
          ? 'strip-mark'
          : undefined;
    if (found.step?.kind !== kind) expect.fail(`${String(at)}: ${name}`);
  }
  expect(free + held.size).toBe(38_941);
});

describe('line, column and page', () => {
  test('of every code point lead back to it', () => {
    const lines = witness.split('\n').map((line) => [...line]);
    for (const [at, char] of chars.entries()) {
      const { line, column, page, depth } = pointAt(text, at);
      const bounds = record.witness.pages[page - 1];
      const holds =
        (lines[line - 1]?.[column - 1] ?? '\n') === char &&
        bounds !== undefined &&
        bounds.first <= line &&
        line <= bounds.last &&
        depth >= 0 &&
        depth <= 1;
      if (!holds) expect.fail(`${String(at)}: ${String(line)}, ${String(column)}`);
    }
  });

  // Positions on the page as they were measured by hand, by display width.
  test.each([
    [31, 1, 0.86],
    [35, 2, 0],
    [73, 3, 0.65],
    [79, 3, 0.89],
    [109, 5, 0],
    [127, 5, 0.79],
    [151, 6, 0.87],
    [255, 8, 0.89],
  ])('line %i begins on page %i, %f of the way down', (line, page, depth) => {
    const point = pointAt(text, text.starts[line - 1] ?? 0);
    expect(point.page).toBe(page);
    expect(Math.abs(point.depth - depth)).toBeLessThan(0.015);
  });
});

describe('some characters', () => {
  test('a straight quotation mark was folded', () => {
    const at = [...(en.texts[3]?.reading ?? '')].indexOf('’');
    const found = traceAt(en, '0.0.1.3', at);
    expect(found.steps).toMatchObject([{ kind: 'fold-quotes', before: "'", after: '’' }]);
    expect(pointAt(text, found.witness ?? 0).line).toBe(17);
  });

  test('a full-width bracket stands for a half-width one, the next character for itself', () => {
    for (const [at, own] of [
      [0, '('],
      [1, '一'],
      [2, ')'],
    ] as const) {
      const found = traceAt(zh, '1.1.0', at);
      expect(found.diplomatic?.char).toBe(own);
      expect(found.steps.map(({ kind }) => kind)).toEqual(['fold-numeral']);
    }
    expect(traceAt(zh, '1.1.0', 3).steps).toEqual([]);
  });

  test('the stop of a heading is in the copy and not in the text', () => {
    const segment = segmentsOf(en).find(({ uid }) => pathOf.get(uid) === '1.1.0');
    const end = segment?.spans[0]?.end ?? 0;
    expect(chars[end - 1]).toBe('.');
    const found = segment === undefined ? undefined : traceWitness(segment, end - 1);
    expect(found?.ok && found.value).toMatchObject({
      reading: null,
      steps: [{ kind: 'drop-final-stop', before: '.', after: '' }],
    });
  });

  test('the space over a page break is in no line of the copy', () => {
    const path = '1.2.5.3';
    const segment = segmentsOf(en).find(({ uid }) => pathOf.get(uid) === path);
    const [first] = segment?.spans ?? [];
    const at = (first?.end ?? 0) - (first?.start ?? 0);
    const found = traceAt(en, path, at);
    expect(found).toMatchObject({ witness: null, steps: [{ kind: 'join', after: ' ' }] });
    const next = traceAt(en, path, at + 1);
    expect(pointAt(text, next.witness ?? 0)).toMatchObject({ line: 57, column: 1, page: 3 });
    expect(witnessLine(57).startsWith(next.reading?.char ?? '-')).toBe(true);
  });
});
