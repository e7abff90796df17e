import type { AssignmentForm, AssignmentPage, AssignmentView } from '@glossator/contract';
import type { Unit } from '@glossator/document';
import type { Static } from 'typebox';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { chooseClauses } from '../src/features/assignments/clauses.ts';
import {
  assignmentForm,
  assignmentIn,
  classOf,
  draftIn,
  inDays,
  publish,
  readAssignment,
  refusal,
  startApp,
  stopApp,
  type Person,
  type TestApp,
} from './support/index.ts';

let site: TestApp;
let tess: Person;
let ada: Person;
let eve: Person;
let theClass: string;
beforeAll(async () => {
  site = await startApp();
});
afterAll(() => stopApp(site));
beforeEach(async () => {
  tess = await site.addPerson({ name: 'Tess' });
  ada = await site.addPerson({ name: 'Ada' });
  eve = await site.addPerson({ name: 'Eve' });
  theClass = await classOf(site, tess, ada);
});

const make = (more: Partial<AssignmentForm> = {}, by = tess) =>
  site.as(by, 'POST', `/classes/${theClass}/assignments`, assignmentForm(more));
const read = (id: string, by = tess) => readAssignment(site, by, id);
const change = async (id: string, more: Partial<AssignmentForm>, by = tess, version?: number) => {
  const now = await read(id, by);
  const { title, question, work, ranges, languages, opens, due, closes } = now;
  const { gate, byGroups, leastLength, notes, replies, per, coverage, how, late, points, names } =
    now;
  const whole = { title, question, work, languages, opens, due, closes, gate, byGroups };
  return site.as(by, 'PUT', `/assignments/${id}`, {
    ...whole,
    ...{ leastLength, notes, replies, per, coverage, how, late, points, names },
    ranges: ranges.map(({ from, to }) => ({ from, to })),
    version: version ?? now.version,
    ...more,
  });
};
const list = async (by = tess, query = '') =>
  (await site.as(by, 'GET', `/classes/${theClass}/assignments${query}`)).json<
    Static<typeof AssignmentPage>
  >();
const appoint = (who: Person, role: string) =>
  site.as(tess, 'PUT', `/classes/${theClass}/members/${who.id}`, { role });
const take = async (id: string, by = tess) => {
  const { version } = await read(id);
  return site.as(by, 'PUT', `/assignments/${id}/publication`, { published: false, version });
};

describe('a draft', () => {
  test('is told whole, with its question as HTML and its clauses in the order of the text', async () => {
    const id = await draftIn(site, tess, theClass, {
      ranges: [
        { from: '4.3.1.3', to: '4.3.1.3' },
        { from: '4.3.1.1', to: '4.3.1.2' },
      ],
    });
    const seen = await read(id);
    expect(seen).toMatchObject({
      id,
      class: { id: theClass, zone: 'Asia/Shanghai', archived: null },
      role: 'instructor',
      title: 'Think first',
      work: 'ncss-2016',
      ranges: [{ address: '4.3.1.1-4.3.1.2' }, { address: '4.3.1.3' }],
      languages: ['zh-Hans'],
      gate: { kind: 'count', notes: 1 },
      published: null,
      version: 1,
      abilities: { change: true, publish: true, delete: true, extend: false, 'take-part': false },
    });
    expect(seen.clauses.map(({ path }) => path)).toEqual(['4.3.1.1', '4.3.1.2', '4.3.1.3']);
    expect(seen.questionHtml).toContain('<strong>it</strong>');
    expect(seen.times).toEqual({ opens: seen.opens, due: seen.due, closes: seen.closes });
  });

  test('is not there for students, nor for outsiders, until it is published', async () => {
    const id = await draftIn(site, tess, theClass);
    const never = '01900000-0000-7000-8000-000000000000';
    for (const by of [ada, eve])
      for (const suffix of ['', '/mine', '/students', '/extensions', '/openings']) {
        const answer = await site.as(by, 'GET', `/assignments/${id}${suffix}`);
        const nothing = await site.as(by, 'GET', `/assignments/${never}${suffix}`);
        expect([answer.statusCode, answer.body]).toEqual([404, nothing.body]);
      }
    expect((await list(ada)).items).toEqual([]);
    expect((await list()).items).toMatchObject([{ id, published: null, clauses: 2 }]);
    await publish(site, tess, id);
    expect(await read(id, ada)).toMatchObject({
      role: 'student',
      abilities: { 'take-part': true },
    });
    expect((await list(ada)).items).toMatchObject([{ id }]);
    expect((await site.as(eve, 'GET', `/assignments/${id}`)).statusCode).toBe(404);
  });

  test('is made, changed and deleted by instructors alone', async () => {
    const id = await draftIn(site, tess, theClass);
    expect(refusal(await make({}, ada))).toEqual([403, 'not-allowed']);
    expect(refusal(await make({}, eve))).toEqual([404, 'not-found']);
    await appoint(ada, 'assistant');
    expect((await read(id, ada)).abilities).toMatchObject({ change: false, 'see-board': true });
    expect(refusal(await change(id, { title: 'Mine' }, ada))).toEqual([403, 'not-allowed']);
    expect(refusal(await site.as(ada, 'DELETE', `/assignments/${id}`))).toEqual([
      403,
      'not-allowed',
    ]);
    expect((await site.as(tess, 'DELETE', `/assignments/${id}`)).statusCode).toBe(200);
    expect((await site.as(tess, 'GET', `/assignments/${id}`)).statusCode).toBe(404);
  });

  test('changes in everything', async () => {
    const id = await draftIn(site, tess, theClass);
    const answer = await change(id, {
      ranges: [{ from: '4.3', to: '4.3' }],
      gate: { kind: 'hand' },
      names: 'blind',
      question: '  ',
      due: null,
      points: 3,
    });
    expect(answer.statusCode, answer.body).toBe(200);
    expect(answer.json<AssignmentView>()).toMatchObject({
      ranges: [{ address: '4.3' }],
      gate: { kind: 'hand' },
      names: 'blind',
      question: '',
      questionHtml: '',
      due: null,
      version: 2,
    });
  });
});

describe('what is asked for', () => {
  test.each([
    ['no title', { title: ' ' }, [400, 'text-malformed']],
    ['half a character', { question: 'a\ud800' }, [400, 'text-malformed']],
    ['no clauses', { ranges: [] }, [400, 'request-malformed']],
    ['a work that is not there', { work: 'nowhere' }, [422, 'clause-elsewhere']],
    [
      'a clause that is not there',
      { ranges: [{ from: '9.9.9.9', to: '9.9.9.9' }] },
      [422, 'clause-elsewhere'],
    ],
    [
      'a uid of no work',
      { ranges: [{ from: 's-00000000', to: 's-00000000' }] },
      [422, 'clause-elsewhere'],
    ],
    [
      'no address',
      { ranges: [{ from: '4.3.1.2"; drop', to: '4.3.1.2' }] },
      [400, 'address-malformed'],
    ],
    [
      'a range in a range',
      { ranges: [{ from: '4.3.1.2-4.3.1.3', to: '4.4' }] },
      [400, 'address-malformed'],
    ],
    [
      'ends the wrong way round',
      { ranges: [{ from: '4.3.1.3', to: '4.3.1.1' }] },
      [422, 'range-reversed'],
    ],
    ['a language of no edition', { languages: ['zh-Hans', 'la'] }, [422, 'language-unknown']],
    ['due before it opens', { due: inDays(-2) }, [422, 'due-before-open']],
    ['closed before it is due', { closes: inDays(6) }, [422, 'close-before-due']],
    ['closed before it opens', { due: null, closes: inDays(-2) }, [422, 'close-before-open']],
    ['a moment long ago', { opens: '0001-01-01T00:00:00Z' }, [422, 'time-outside']],
    ['a moment past all years', { due: '9999-12-31T23:59:59-12:00' }, [422, 'time-outside']],
    ['a leap second', { opens: '2016-12-31T23:59:60Z' }, [422, 'time-outside']],
    ['a moment without an offset', { opens: '2026-01-01T00:00:00' }, [400, 'request-malformed']],
    [
      'a gate with what is another’s',
      { gate: { kind: 'hand', notes: 2 } as never },
      [400, 'request-malformed'],
    ],
    ['a gate of no notes', { gate: { kind: 'count', notes: 0 } }, [400, 'request-malformed']],
  ] as [string, Partial<AssignmentForm>, [number, string]][])(
    '%s is refused, and nothing stored',
    async (_what, more, expected) => {
      expect(refusal(await make(more))).toEqual(expected);
      expect((await list()).items).toEqual([]);
    },
  );

  test.each([
    ['in the question', { question: 'a\0b' }, [400, 'text-malformed']],
    ['in an address', { ranges: [{ from: '4.3\0', to: '4.3' }] }, [400, 'address-malformed']],
    ['in a language', { languages: ['zh\0'] }, [422, 'language-unknown']],
  ] as [string, Partial<AssignmentForm>, [number, string]][])(
    'what the database does not keep is refused %s',
    async (_where, more, expected) => {
      expect(refusal(await make(more))).toEqual(expected);
    },
  );

  test('the question is shown harmless', async () => {
    const question = '<img src=x onerror=alert(1)> [x](javascript:alert(1)) **b**';
    const seen = await read(await draftIn(site, tess, theClass, { question }));
    expect(seen.question).toBe(question);
    expect(seen.questionHtml).not.toMatch(/<img|javascript:/u);
    expect(seen.questionHtml).toContain('<strong>b</strong>');
  });

  test('an offset is the same moment', async () => {
    const id = await draftIn(site, tess, theClass, {
      opens: '2026-03-29T02:30:00+01:00',
      due: '2026-03-29T03:30:00+02:00',
      closes: null,
    }).catch(() => null);
    // Both are half past one in UTC: nothing is due at the moment it opens.
    expect(id).toBeNull();
    const next = await draftIn(site, tess, theClass, {
      opens: '2026-03-29T01:59:59+01:00',
      due: '2026-03-29T03:00:00+02:00',
      closes: null,
    });
    expect(await read(next)).toMatchObject({
      opens: '2026-03-29T00:59:59.000000Z',
      due: '2026-03-29T01:00:00.000000Z',
    });
  });

  test('a section means its sentences; what overlaps is one range', async () => {
    const id = await draftIn(site, tess, theClass, {
      ranges: [
        { from: '4.3.1', to: '4.3.1' },
        { from: '4.3.1.2', to: '4.3.1.3' },
        { from: '4.3.1.1', to: '4.3.1.1' },
      ],
    });
    const { ranges, clauses } = await read(id);
    expect(ranges.map(({ address }) => address)).toEqual(['4.3.1']);
    expect(clauses.map(({ path }) => path)).toEqual(
      clauses.map((_, n) => `4.3.1.${String(n + 1)}`),
    );
  });

  test('a heading is a clause where it alone is chosen', async () => {
    const id = await draftIn(site, tess, theClass, { ranges: [{ from: '4.3.0', to: '4.3.0' }] });
    expect((await read(id)).clauses.map(({ path }) => path)).toEqual(['4.3.0']);
  });

  test('no more clauses than there is room for', () => {
    const units = Array.from({ length: 401 }, (_, n): Unit => ({
      uid: `s-${String(n).padStart(8, '0')}`,
      path: `1.1.1.${String(n + 1)}`,
      kind: 'sentence',
      role: null,
      ord: n,
      parent: null,
    }));
    const structure = { units, aliases: [], byUid: new Map(units.map((unit) => [unit.uid, unit])) };
    const upTo = (last: string) => () => chooseClauses(structure, [{ from: '1.1.1.1', to: last }]);
    expect(upTo('1.1.1.401')).toThrow('401 clauses');
    expect(upTo('1.1.1.400')().clauses).toHaveLength(400);
  });
});

describe('two who change at once', () => {
  test('the second is told what it is now, and nothing of the first is lost', async () => {
    const ben = await site.addPerson({ name: 'Ben' });
    await site.as(ben, 'POST', `/class-codes/${await codeFor()}/join`);
    await appoint(ben, 'instructor');
    const id = await draftIn(site, tess, theClass);
    const answers = await Promise.all([
      change(id, { title: 'By Tess' }, tess, 1),
      change(id, { title: 'By Ben' }, ben, 1),
    ]);
    const statuses = answers.map(({ statusCode }) => statusCode);
    expect(statuses.toSorted()).toEqual([200, 409]);
    const won = statuses[0] === 200 ? 'By Tess' : 'By Ben';
    const stale = answers.find(({ statusCode }) => statusCode === 409);
    expect(stale?.json()).toMatchObject({
      code: 'version-stale',
      current: { title: won, version: 2 },
    });
    expect(await read(id)).toMatchObject({ title: won, version: 2 });
  });

  const codeFor = async (): Promise<string> =>
    (await site.as(tess, 'POST', `/classes/${theClass}/code`, { days: 1, places: 9 })).json<{
      code: string;
    }>().code;
});

describe('once it is published', () => {
  test.each([
    ['a gate that opens less', { gate: { kind: 'count', notes: 3 } }, ['gate']],
    ['a gate by hand', { gate: { kind: 'hand' } }, ['gate']],
    ['names', { names: 'pseudonym' }, ['names']],
    ['groups', { byGroups: true }, ['byGroups']],
    ['more notes', { notes: 5 }, ['notes']],
    ['longer ones', { leastLength: 500 }, ['leastLength']],
    ['its beginning, put off', { opens: inDays(1) }, ['opens']],
    ['a limit in the past', { due: inDays(-0.5) }, ['due']],
  ] as [string, Partial<AssignmentForm>, string[]][])(
    '%s cannot be changed',
    async (_what, more, fixed) => {
      const id = await assignmentIn(site, tess, theClass);
      const answer = await change(id, more);
      expect(refusal(answer)).toEqual([409, 'assignment-fixed']);
      expect(answer.json()).toMatchObject({ current: { fixed } });
      expect((await read(id)).version).toBe(2);
    },
  );

  test('words, times, points and clauses on which nobody wrote are changed, and that is told', async () => {
    const id = await assignmentIn(site, tess, theClass);
    const answer = await change(id, {
      title: 'Think again',
      due: inDays(9),
      points: 20,
      late: 'left-out',
      ranges: [{ from: '4.3.1.3', to: '4.3.2.1' }],
    });
    expect(answer.statusCode, answer.body).toBe(200);
    const { rows } = await site.owner.query<{ what: string; detail: { fields: string[] } }>(
      'select what, detail from class_event where assignment_id = $1 order by at, id',
      [id],
    );
    expect(rows.map(({ what }) => what)).toEqual(['published', 'changed']);
    expect(rows[1]?.detail.fields.toSorted()).toEqual(
      ['clauses', 'dueAt', 'late', 'points', 'title'].toSorted(),
    );
  });

  test('it is taken back while nobody has written, and then deleted', async () => {
    const id = await assignmentIn(site, tess, theClass);
    expect(refusal(await site.as(tess, 'DELETE', `/assignments/${id}`))).toEqual([
      409,
      'assignment-published',
    ]);
    expect((await take(id)).statusCode).toBe(200);
    expect((await site.as(ada, 'GET', `/assignments/${id}`)).statusCode).toBe(404);
    expect((await site.as(tess, 'DELETE', `/assignments/${id}`)).statusCode).toBe(200);
  });

  test('in the archive it is only read', async () => {
    const id = await assignmentIn(site, tess, theClass);
    await site.as(tess, 'PUT', `/classes/${theClass}/archive`, { archived: true });
    expect(refusal(await change(id, { title: 'Late' }))).toEqual([409, 'class-archived']);
    expect(refusal(await make())).toEqual([409, 'class-archived']);
    expect((await read(id, ada)).title).toBe('Think first');
  });
});

test('a list goes on where the page before it ended, in the order in which they open', async () => {
  const ids: string[] = [];
  for (const opens of [3, 1, 2])
    ids.push(await draftIn(site, tess, theClass, { opens: inDays(opens) }));
  const first = await list(tess, '?limit=2');
  const second = await list(tess, `?limit=2&cursor=${first.next ?? ''}`);
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual([ids[1], ids[2], ids[0]]);
  expect(second.next).toBeNull();
});
