import { describe, expect, test } from 'vitest';
import { readFirstLine, readHeading } from '../src/features/docx/read/read-place.ts';
import { shippedGround as ground } from './support/docx-ground.ts';

const read = (heading: string) => readHeading(heading, ground);

describe('a heading that begins with a clause has its place there', () => {
  test.each([
    ['4.3.1.2 On sovereignty', 'entry', ['4.3.1.2'], 'On sovereignty'],
    ['4.3.1.2. On sovereignty', 'entry', ['4.3.1.2'], 'On sovereignty'],
    ['4.3.1.2：论主权', 'entry', ['4.3.1.2'], '论主权'],
    ['[[4.3.1.2]] On sovereignty', 'entry', ['4.3.1.2'], 'On sovereignty'],
    ['(4.3.1.2) On sovereignty', 'entry', ['4.3.1.2'], 'On sovereignty'],
    ['§ 4.3.1.2', 'entry', ['4.3.1.2'], ''],
    ['§ 4.3 The tasks', 'essay', ['4.3'], 'The tasks'],
    ['§ 4 The tasks', 'essay', ['4'], 'The tasks'],
    ['4.3.1.2–4.3.1.3 Both', 'entry', ['4.3.1.2-4.3.1.3'], 'Both'],
    ['4.1-4.3 Three sections', 'essay', ['4.1-4.3'], 'Three sections'],
    ['4.3.1.2, 4.1.1.1 Two places', 'entry', ['4.3.1.2', '4.1.1.1'], 'Two places'],
    ['4.3.1.2 and 4.1.1.1: two places', 'entry', ['4.3.1.2', '4.1.1.1'], 'two places'],
    ['4.3.1.2, 2016 and after', 'entry', ['4.3.1.2'], '2016 and after'],
    ['4.3.1.2 - 5 reasons', 'entry', ['4.3.1.2'], '5 reasons'],
    ['IV(3) ¶1 s. 2: words', 'entry', ['4.3.1.2'], 'words'],
    ['四（三）第1段第2句 主权', 'entry', ['4.3.1.2'], '主权'],
    ['Part IV, tasks', 'essay', ['4'], 'tasks'],
    ['第四部分 战略任务', 'essay', ['4'], '战略任务'],
  ])('%s', (heading, kind, at, title) => {
    expect(read(heading)).toEqual({ kind, at, title, label: '', problem: null });
  });
});

test.each([
  ['T12 on 4.1', '4.1', ''],
  ['T12 on 4.1: drift', '4.1', 'drift'],
  ['T12: 4.3.1.2 drift', '4.3.1.2', 'drift'],
  ['T12 (4.3.1.2) drift', '4.3.1.2', 'drift'],
  ['T12 论 4.3.1.2 词义', '4.3.1.2', '词义'],
])('an entry may have its label before its place: %s', (heading, at, title) => {
  expect(read(heading)).toEqual({ kind: 'entry', at: [at], title, label: 'T12', problem: null });
});

test('a heading that is one of the text’s own stands on what that is over', () => {
  const place = { kind: 'essay', at: ['3'], label: '', problem: null };
  expect(read('Objectives')).toEqual({ ...place, title: 'Objectives' });
  expect(read('III. Objectives')).toEqual({ ...place, title: 'III. Objectives' });
});

test.each(['Introduction', 'INTRODUCTION', 'Introduction: why', '导言', '引言：缘起'])(
  'an introduction is known by its name: %s',
  (heading) => {
    expect(read(heading)).toMatchObject({ kind: 'introduction', at: [], title: heading });
  },
);

describe('what might be something else is left to the author', () => {
  test.each([
    ['2. Background', 'bare-number'],
    ['2 Background', 'bare-number'],
    ['IV. Background', 'bare-number'],
    ['四、背景', 'bare-number'],
    ['2016 and after', 'bare-number'],
    ['9.9.9.9 Nowhere', 'unknown-address'],
    ['[[9.9]] Nowhere', 'unknown-address'],
    ['4.3.1.2.1.1 Too deep', 'no-place'],
    ['Conclusion', 'no-place'],
    ['Introductions compared', 'no-place'],
    ['G20 and others', 'no-place'],
    ['I think so', 'bare-number'],
    ['Title', 'no-place'],
    ['前言', 'no-place'],
    ['[[', 'no-place'],
    ['', 'no-place'],
  ])('%s', (heading, problem) => {
    expect(read(heading)).toEqual({ kind: null, at: [], label: '', title: heading, problem });
  });
});

test('the first line under a heading may name the place, and keeps the heading', () => {
  const place = { kind: 'entry', at: ['4.3.1.2'], label: '', title: 'Mine', problem: null };
  expect(readFirstLine('4.3.1.2', 'Mine', ground)).toEqual(place);
  expect(readFirstLine('[[4.3.1.2]] says that', 'Mine', ground)).toEqual(place);
  expect(readFirstLine('4 of them', 'Mine', ground)).toBeNull();
  expect(readFirstLine('Part IV says that', 'Mine', ground)).toBeNull();
  expect(readFirstLine('9.9.9.9 says', 'Mine', ground)).toBeNull();
});
