import type { MarkRow, MarksView } from '@glossator/contract';
import { describe, expect, test } from 'vitest';
import { groupMarks, type Colouring } from './mark-groups.ts';
import { joinStretches, markedPassages, stretchesByGroup, threadsAt } from './mark-spans.ts';

const segment = (edition: string, uid: string) => ({
  edition,
  version: '1.0.0',
  uid,
  digest: 'd'.repeat(16),
});

interface Row {
  readonly layer?: number;
  readonly kind?: number;
  readonly person?: number;
  readonly tags?: number[];
  readonly loci?: number[];
}
const row = ({ layer = 0, kind = 0, person = 0, tags = [], loci = [] }: Row): MarkRow => [
  crypto.randomUUID(),
  layer,
  3,
  0,
  0,
  0,
  1,
  0,
  kind,
  person,
  tags,
  loci,
];
const marks = (rows: readonly Row[], people = ['Ada', 'Ben']): MarksView => ({
  layers: ['notebook', 'public'],
  uids: ['s-1'],
  people: people.map((name, n) => ({ id: String(n), name, handle: name })),
  tags: ['scope', '主权'],
  segments: [segment('zh', 's-1'), segment('en', 's-1')],
  threads: rows.map(row),
  truncated: false,
});

describe('what is marked in a passage', () => {
  test('each thread stands in every passage it points at, one that points at no words in none', () => {
    const passages = markedPassages(
      marks([{ loci: [0, 2, 5, 1, 0, 3] }, {}, { loci: [1, 4, 4] }, { loci: [0, 0, 1] }]),
    );
    expect(passages.map(({ edition, spans }) => [edition, spans])).toEqual([
      [
        'zh:1.0.0',
        [
          { thread: 0, start: 2, end: 5 },
          { thread: 3, start: 0, end: 1 },
        ],
      ],
      ['en:1.0.0', [{ thread: 0, start: 0, end: 3 }]],
    ]);
  });

  test.each([
    [[], []],
    [[[2, 4]], [[2, 4]]],
    [
      [
        [5, 9],
        [0, 3],
        [3, 4],
      ],
      [
        [0, 4],
        [5, 9],
      ],
    ],
    [
      [
        [0, 10],
        [2, 3],
        [8, 12],
      ],
      [[0, 12]],
    ],
  ])('%j is drawn as %j', (given, drawn) => {
    const stretches = given.map(([start = 0, end = 0]) => ({ start, end }));
    expect(joinStretches(stretches).map(({ start, end }) => [start, end])).toEqual(drawn);
  });

  test('groups are drawn apart', () => {
    const given = marks([
      { layer: 1, loci: [0, 0, 4] },
      { layer: 0, loci: [0, 2, 6] },
    ]);
    const [zh] = markedPassages(given);
    expect(stretchesByGroup(zh?.spans ?? [], groupMarks(given, 'layer'))).toEqual([
      [{ start: 0, end: 4 }],
      [{ start: 2, end: 6 }],
    ]);
  });

  test('of several notes on one character the one on the fewest words comes first, each once', () => {
    const spans = [
      { thread: 0, start: 0, end: 9 },
      { thread: 1, start: 3, end: 5 },
      { thread: 2, start: 5, end: 6 },
      { thread: 1, start: 0, end: 8 },
    ];
    expect(threadsAt(spans, 4)).toEqual([1, 0]);
    expect(threadsAt(spans, 5)).toEqual([2, 1, 0]);
    expect(threadsAt(spans, 9)).toEqual([]);
  });
});

describe('groups of notes', () => {
  const labels = (given: MarksView, by: Colouring) =>
    groupMarks(given, by).groups.map(({ label, threads }) => [label, threads]);

  test('the public layer has the first colour whatever there is more of', () => {
    const given = marks([{ layer: 0 }, { layer: 0 }, { layer: 1 }]);
    expect(labels(given, 'layer')).toEqual([
      ['public', 1],
      ['notebook', 2],
    ]);
    expect(groupMarks(given, 'layer').of).toEqual([1, 1, 0]);
  });

  test('kinds keep their order, tags and people go by how many there are', () => {
    const given = marks([
      { kind: 3, person: 1, tags: [1] },
      { kind: 0, person: 1, tags: [1, 0] },
      { kind: 1, person: 0 },
    ]);
    expect(labels(given, 'kind')).toEqual([
      ['comment', 1],
      ['question', 1],
      ['dispute', 1],
    ]);
    expect(labels(given, 'person')).toEqual([
      ['Ben', 2],
      ['Ada', 1],
    ]);
    expect(labels(given, 'tag')).toEqual([
      ['主权', 2],
      [null, 1],
    ]);
  });

  test('who has left, and what the reader may not read, is among the others', () => {
    const given = marks([{ person: 0 }, { person: 1 }, { person: -1, kind: -1 }], ['', 'Ben']);
    expect(labels(given, 'person')).toEqual([
      ['Ben', 1],
      [null, 2],
    ]);
    expect(groupMarks(given, 'person').of).toEqual([1, 0, 1]);
  });

  test('what is rarest shares one colour', () => {
    const names = Array.from({ length: 9 }, (_, n) => `P${String(n)}`);
    const given = marks(
      names.flatMap((_, person) => Array.from({ length: 9 - person }, () => ({ person }))),
      names,
    );
    expect(labels(given, 'person')).toEqual([
      ['P0', 9],
      ['P1', 8],
      ['P2', 7],
      ['P3', 6],
      ['P4', 5],
      [null, 10],
    ]);
  });

  test('switched off, nothing is drawn', () => {
    const given = marks([{ loci: [0, 0, 4] }]);
    const [zh] = markedPassages(given);
    expect(labels(given, 'off')).toEqual([]);
    expect(stretchesByGroup(zh?.spans ?? [], groupMarks(given, 'off'))).toEqual([]);
  });
});
