import type { WorkView } from '@glossator/contract';
import { describe, expect, test } from 'vitest';
import { problemErrors, readAssignment, typedAssignment } from './assignment-form.ts';

const unit = (path: string, kind: 'container' | 'sentence', parent: string | null) => ({
  uid: `s-${path}`,
  path,
  kind,
  role: 'none' as const,
  parent: parent === null ? null : `s-${parent}`,
});
const work: WorkView = {
  slug: 'law',
  standing: 'public',
  key: 'law',
  abbreviation: 'L',
  titles: { en: 'Law' },
  issuer: {},
  issued: '2027-01-01',
  rights: {},
  hasWitness: false,
  hasTerms: false,
  levels: ['part', 'sentence'].map((key) => ({
    key,
    names: { en: key },
    numerals: { en: 'decimal' as const },
  })),
  units: [
    unit('1', 'container', null),
    unit('1.1', 'sentence', '1'),
    unit('1.2', 'sentence', '1'),
    unit('1.3', 'sentence', '1'),
  ],
  editions: [],
  supplements: [],
};

const good = {
  title: ' Week 1 ',
  question: 'Why?\r\nHow?',
  more: '',
  clause: '1.1',
  language: 'en',
  opens: '2027-03-01T09:00',
  due: '2027-03-08T23:59',
  closes: '',
  late: 'counted',
  per: 'clause',
  notes: '2',
  replies: '0',
  coverage: 'none of your business',
  leastLength: '50',
  points: '10',
  how: 'scaled',
  gate: 'count',
  gateNotes: '1',
  gateAt: 'whenever',
  names: 'real',
};

function read(changed: Partial<Record<keyof typeof good, string>>, was: readonly string[] = []) {
  const data = new FormData();
  for (const [name, value] of Object.entries({ ...good, ...changed })) data.append(name, value);
  return readAssignment(typedAssignment(data), { work, zone: 'Europe/Berlin', was });
}

test('what was typed becomes what the API takes; what the choice made leaves out is not judged', () => {
  expect(read({})).toEqual({
    ok: true,
    form: {
      title: 'Week 1',
      question: 'Why?\nHow?',
      work: 'law',
      ranges: [{ from: '1.1', to: '1.1' }],
      languages: ['en'],
      opens: '2027-03-01T08:00:00.000Z',
      due: '2027-03-08T22:59:00.000Z',
      closes: null,
      late: 'counted',
      per: 'clause',
      notes: 2,
      replies: 0,
      coverage: 0,
      leastLength: 50,
      points: 10,
      how: 'scaled',
      gate: { kind: 'count', notes: 1 },
      byGroups: false,
      names: 'real',
    },
  });
});

describe('what is wrong is told at its field', () => {
  test.each<[Partial<Record<keyof typeof good, string>>, string[]]>([
    [{ title: '  ' }, ['title']],
    [{ title: 'x'.repeat(201) }, ['title']],
    [{ question: 'x'.repeat(20_001) }, ['question']],
    [{ more: '9.9' }, ['clauses']],
    [{ more: 'what?' }, ['clauses']],
    [{ opens: '' }, ['opens']],
    [{ due: 'soon' }, ['due']],
    [{ due: '2027-03-28T02:30' }, ['due']],
    [{ closes: '2027-10-31T02:30' }, ['closes']],
    [{ due: '2027-02-01T00:00' }, ['due']],
    [{ closes: '2027-03-08T00:00' }, ['closes']],
    [{ notes: '-1' }, ['notes']],
    [{ notes: '1001', replies: 'two', points: '1e3' }, ['notes', 'replies', 'points']],
    [{ per: 'assignment' }, ['coverage']],
    [{ per: 'sentence' }, ['per']],
    [{ gate: 'count', gateNotes: '0' }, ['gateNotes']],
    [{ gate: 'time' }, ['gateAt']],
    [{ gate: 'force' }, ['gate']],
    [{ names: '' }, ['names']],
  ])('%j', (changed, fields) => {
    const result = read(changed);
    expect(result.ok ? [] : Object.keys(result.errors)).toEqual(fields);
  });
});

test('nothing is chosen', () => {
  const data = new FormData();
  const result = readAssignment(typedAssignment(data), { work, zone: 'UTC', was: [] });
  expect(result.ok ? {} : result.errors).toMatchObject({
    clauses: expect.any(String) as string,
    languages: expect.any(String) as string,
  });
});

test('a moment that was left as it stood keeps its seconds, and the hour it is of two', () => {
  const second = '2027-10-31T01:30:59.123456Z';
  const result = read({ due: '2027-10-31T02:30' }, ['2027-03-01T08:00:00.000000Z', second]);
  expect(result.ok ? [result.form.opens, result.form.due] : result.errors).toEqual([
    '2027-03-01T08:00:00.000000Z',
    second,
  ]);
});

test('what comes back from strange hands is refused, not stumbled over', () => {
  expect(read({}, ['yesterday', '']).ok).toBe(true);
  const data = new FormData();
  for (const [name, value] of Object.entries(good)) data.append(name, value);
  const result = readAssignment(typedAssignment(data), { work, zone: 'nowhere', was: ['x'] });
  expect(result.ok ? [] : Object.keys(result.errors)).toEqual(['opens', 'due']);
});

test('what is promised to students is told at each field that would break it', () => {
  const problem = { type: '', title: '', status: 409, code: 'assignment-fixed' };
  expect(
    Object.keys(problemErrors({ ...problem, current: { fixed: ['gate', 'due'] } }) ?? {}),
  ).toEqual(['gate', 'due']);
  expect(problemErrors({ ...problem, current: { fixed: ['work'] } })).toBeNull();
  expect(problemErrors({ ...problem, code: 'constructor' })).toBeNull();
});
