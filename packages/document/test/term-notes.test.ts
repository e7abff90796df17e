import { expect, test } from 'vitest';

import { codePointSlice, occurrences, type NoteTerms } from '../src/index.ts';
import { shippedCommentaries } from '../seed/commentaries.ts';
import { pathOf, segments, textAt, versionOf } from './strategy.ts';

const drifts: readonly (readonly [string, NoteTerms])[] = shippedCommentaries
  .flatMap(({ entries }) => entries)
  .flatMap(({ number, terms }) => (terms === null ? [] : [[number, terms] as const]));

test('how often each term stands in the Chinese', () => {
  expect(drifts.map(([number, { forms, uses }]) => [number, forms.join(' '), uses.length])).toEqual(
    [
      ['T66', '网络', 189],
      ['T67', '全面', 6],
      ['T68', '体系', 13],
      ['T69', '途径 渠道', 5],
      ['T70', '交流', 8],
      ['T71', '技能 能力', 6],
      ['T72', '纽带', 1],
      ['T73', '文明', 11],
      ['T74', '内政', 2],
      ['T75', '制度', 6],
      ['T76', '诚信', 3],
      ['T77', '网络恐怖 反恐', 6],
      ['T78', '积极', 8],
      ['T79', '统筹', 4],
      ['T80', '健全 完善', 11],
    ],
  );
});

test.each(drifts)('%s: every occurrence in the text is listed, and nothing else', (_, terms) => {
  const inText = segments
    .map(({ path }) => {
      const text = textAt(versionOf(terms.source), path) ?? '';
      return [path, terms.forms.flatMap((form) => occurrences(text, form)).length] as const;
    })
    .filter(([, times]) => times > 0);
  const listed = new Map<string, number>();
  for (const { path } of terms.uses) listed.set(path, (listed.get(path) ?? 0) + 1);
  expect([...listed]).toEqual(inText);
});

test.each(drifts)('%s: each use quotes its own occurrence of the term', (_, terms) => {
  const places = terms.uses.map(({ path, source }) => {
    const text = textAt(versionOf(terms.source), path) ?? '';
    expect(codePointSlice(text, source.start, source.end)).toBe(source.exact);
    const inside = terms.forms.filter((form) => source.exact.includes(form));
    expect(inside.length, source.exact).toBeGreaterThan(0);
    return `${path} ${String(source.start)} ${inside.join()}`;
  });
  expect(places).toHaveLength(new Set(places).size);
});

test.each(drifts)('%s: what renders it stands in the English, or is in a gap of it', (_, terms) => {
  const { apparatus } = versionOf(terms.target);
  for (const { path, target, as, gap } of terms.uses) {
    if (target === null) {
      const loci = apparatus.find(({ number }) => number === gap)?.loci ?? [];
      expect(
        loci.map(({ uid }) => pathOf.get(uid)),
        path,
      ).toContain(path);
      continue;
    }
    expect(gap).toBeNull();
    const text = textAt(versionOf(terms.target), path) ?? '';
    expect(codePointSlice(text, target.start, target.end)).toBe(target.exact);
    expect(target.exact.toLowerCase()).toContain(as);
  }
});

test('the renderings of 网络, counted', () => {
  const counts: Record<string, number> = {};
  for (const { as } of drifts[0]?.[1].uses ?? [])
    counts[as ?? 'lost'] = (counts[as ?? 'lost'] ?? 0) + 1;
  expect(counts).toEqual({
    cyberspace: 58,
    cybersecurity: 40,
    online: 33,
    cyber: 16,
    network: 10,
    'the network': 10,
    networks: 3,
    lost: 19,
  });
});
