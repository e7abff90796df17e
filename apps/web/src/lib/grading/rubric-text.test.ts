import { describe, expect, test } from 'vitest';
import { readPoints, writePoints } from './points.ts';
import { readRubric, writeRubric } from './rubric-text.ts';

const typed = 'Reads closely\n0 quotes nothing\n2.5 quotes\n\nArgues 论证\n0 no\n4 yes';

test('a rubric comes back as it was typed', () => {
  const rubric = readRubric(typed);
  expect(rubric).toEqual([
    {
      title: 'Reads closely',
      levels: [
        { words: 'quotes nothing', hundredths: 0 },
        { words: 'quotes', hundredths: 250 },
      ],
    },
    {
      title: 'Argues 论证',
      levels: [
        { words: 'no', hundredths: 0 },
        { words: 'yes', hundredths: 400 },
      ],
    },
  ]);
  expect(writeRubric(rubric === false ? null : rubric)).toBe(typed);
  expect(readRubric(typed.replaceAll('\n', '\r\n'))).toEqual(rubric);
});

test('nothing typed is no rubric; a level without points is a mistake', () => {
  expect(readRubric(' \n\n ')).toBeNull();
  expect(readRubric('A\nwell')).toBe(false);
});

describe('points', () => {
  test.each([
    ['7', 700],
    ['7.5', 750],
    ['7,25', 725],
    [' 0 ', 0],
    ['', null],
    ['7.125', null],
    ['-1', null],
    ['1e3', null],
  ] as const)('%j', (text, hundredths) => {
    expect(readPoints(text)).toBe(hundredths);
    if (hundredths !== null) expect(readPoints(writePoints(hundredths))).toBe(hundredths);
  });
});
