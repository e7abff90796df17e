import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  gradeOf,
  isFinished,
  isOfRubric,
  judgeBy,
  linesOf,
  rubricError,
  rubricScore,
  type CountRule,
  type Rubric,
} from '../../src/index.ts';
import { note } from './student-note.ts';

const times = {
  opensAt: '2026-03-01T09:00:00.000000Z',
  dueAt: '2026-03-10T09:00:00.000000Z',
  closesAt: null,
};
const rule: CountRule = {
  notes: 1,
  replies: 1,
  per: 'assignment',
  coverage: 0,
  leastLength: 20,
  how: 'scaled',
  late: 'left-out',
  points: 10,
};
const rubric: Rubric = [
  {
    title: 'Reads closely',
    levels: [
      { words: 'no', hundredths: 0 },
      { words: 'yes', hundredths: 250 },
    ],
  },
  {
    title: 'Argues',
    levels: [
      { words: 'no', hundredths: 0 },
      { words: 'somewhat', hundredths: 100 },
      { words: 'well', hundredths: 200 },
    ],
  },
];
const base = { rule, clauses: ['s-1'], times, criteria: null, override: null };
const work = (more: Parameters<typeof note>[0] = {}, isToSelf = false) => ({
  ...note(more),
  isToSelf,
});

describe('what a student gets', () => {
  test('is what was counted', () => {
    expect(gradeOf({ ...base, notes: [work()] })).toMatchObject({
      computed: 500,
      of: 1000,
      total: 500,
      rubric: null,
    });
  });

  test('is both parts added, each with points of its own', () => {
    const criteria = judgeBy(rubric, [1, 1]);
    const grade = gradeOf({ ...base, notes: [work()], criteria });
    expect(grade).toMatchObject({ computed: 850, of: 1450, total: 850 });
  });

  test('is the rubric alone where counting is worth nothing', () => {
    const grade = gradeOf({
      ...base,
      rule: { ...rule, points: 0 },
      notes: [work()],
      criteria: judgeBy(rubric, [1, 2]),
    });
    expect(grade).toMatchObject({ count: null, computed: 450, of: 450, total: 450 });
  });

  test('is what was set, and still says what was computed', () => {
    const override = { hundredths: 900, reason: 'spoke in the seminar' };
    expect(gradeOf({ ...base, notes: [], override })).toMatchObject({ computed: 0, total: 900 });
  });

  test('counts no answer to oneself, and says so', () => {
    const own = work({ isReply: true }, true);
    const grade = gradeOf({ ...base, notes: [work(), own] });
    expect(grade.total).toBe(500);
    expect(grade.count?.score.leftOut).toEqual([{ id: own.id, why: 'to-self' }]);
  });

  test('a first note is no answer, whoever wrote before it', () => {
    expect(gradeOf({ ...base, notes: [work({}, true)] }).total).toBe(500);
  });
});

test('it is finished when every criterion is judged, or points are set', () => {
  const grade = (
    chosen: (number | null)[],
    override: { hundredths: number; reason: string } | null,
  ) => gradeOf({ ...base, notes: [], criteria: judgeBy(rubric, chosen), override });
  expect(isFinished(grade([0, null], null))).toBe(false);
  expect(isFinished(grade([0, 0], null))).toBe(true);
  expect(isFinished(grade([0, null], { hundredths: 0, reason: 'absent' }))).toBe(true);
  expect(isFinished(gradeOf({ ...base, notes: [] }))).toBe(true);
});

test('each line that can be contested has a name of its own', () => {
  const late = work({ writtenAt: '2026-03-11T09:00:00.000000Z' });
  const grade = gradeOf({
    ...base,
    rule: { ...rule, per: 'clause' },
    clauses: ['s-1', 's-2'],
    notes: [work(), late],
    criteria: judgeBy(rubric, [0, 0]),
    override: { hundredths: 1, reason: 'x' },
  });
  const lines = linesOf(grade);
  expect(lines).toEqual([
    'count/notes/s-1',
    'count/replies/s-1',
    'count/notes/s-2',
    'count/replies/s-2',
    `note/${late.id}`,
    'rubric/0',
    'rubric/1',
    'set',
  ]);
});

describe('a rubric', () => {
  test.each([
    ['is good', rubric, null],
    ['without a criterion', [], 'no-criterion'],
    ['with a criterion that has no title', [{ ...rubric[0], title: ' ' }], 'criterion-untitled'],
    [
      'with one level alone',
      [{ title: 'A', levels: [{ words: '', hundredths: 1 }] }],
      'levels-few',
    ],
    [
      'with points below nothing',
      [
        {
          title: 'A',
          levels: [
            { words: '', hundredths: 1 },
            { words: '', hundredths: -1 },
          ],
        },
      ],
      'points-outside',
    ],
  ] as const)('%s', (_name, given, error) => {
    expect(rubricError(given as Rubric)).toBe(error);
  });

  test('that is changed later changes nothing that was given', () => {
    const judged = judgeBy(rubric, [1, 2]);
    const later = rubric.map((each) => ({ ...each, levels: each.levels.toReversed() }));
    expect(rubricScore(judged).hundredths).toBe(450);
    expect(isOfRubric(judged, rubric)).toBe(true);
    expect(isOfRubric(judged, later)).toBe(false);
    expect(isOfRubric(judged, rubric.slice(1))).toBe(false);
  });

  test('a level that it does not have is no judgement', () => {
    expect(judgeBy(rubric, [5, -1]).map(({ chosen }) => chosen)).toEqual([null, null]);
  });

  test('never gives more than it is worth, nor less than nothing', () => {
    const level = fc.record({ words: fc.string(), hundredths: fc.nat(100_000) });
    const criterion = fc.record({
      title: fc.string(),
      levels: fc.array(level, { minLength: 2, maxLength: 10 }),
    });
    fc.assert(
      fc.property(
        fc.array(criterion, { maxLength: 20 }),
        fc.array(fc.option(fc.nat(12)), { maxLength: 25 }),
        (made, chosen) => {
          const { hundredths, of } = rubricScore(judgeBy(made, chosen));
          expect(hundredths).toBeGreaterThanOrEqual(0);
          expect(hundredths).toBeLessThanOrEqual(of);
        },
      ),
    );
  });
});
