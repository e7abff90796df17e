import type {
  AssignmentView,
  GradesView,
  OwnResult,
  Released,
  StudentWork,
  Undone,
} from '@glossator/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findRelease, releaseDue } from '../src/features/grading/release.ts';
import { oneByOne } from '../src/plugins/one-by-one.ts';
import { assign, handIn } from './support/assigned.ts';
import { classOf } from './support/classes.ts';
import { refusal, startApp, stopApp, type Person, type TestApp } from './support/index.ts';

let site: TestApp;
let otto: Person;
let ada: Person;
let ben: Person;
let course: string;
let task: string;
beforeAll(async () => {
  site = await startApp();
});
afterAll(() => stopApp(site));
beforeEach(async () => {
  otto = await site.addPerson({ name: 'Otto' });
  ada = await site.addPerson({ name: 'Ada' });
  ben = await site.addPerson({ name: 'Ben' });
  course = await classOf(site, otto, ada, ben);
  task = await assign(site, course);
});

const get = async <T>(by: Person, path: string): Promise<T> => {
  const answer = await site.as(by, 'GET', `/assignments/${path}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
};
const grades = (id = task) => get<GradesView>(otto, `${id}/grades`);
const work = (student: string, id = task) => get<StudentWork>(otto, `${id}/grades/${student}`);
const result = (by: Person, id = task) => get<OwnResult>(by, `${id}/result`);
const release = (students: string[] | null = null, by = otto, id = task) =>
  site.as(by, 'POST', `/assignments/${id}/release`, { students });
const undo = (students: string[] | null = null, by = otto) =>
  site.as(by, 'POST', `/assignments/${task}/release/undo`, { students });
const judging = { version: 0, chosen: [], newRubric: false, comment: '', override: null };
const judge = (student: string, more: object, id = task) =>
  site.as(otto, 'PUT', `/assignments/${id}/grades/${student}`, { ...judging, ...more });
const rubric = [
  {
    title: 'Reads closely',
    levels: [
      { words: 'not yet', hundredths: 0 },
      { words: 'well', hundredths: 250 },
    ],
  },
];
const setRubric = (made: typeof rubric | null, version = 0) =>
  site.as(otto, 'PUT', `/assignments/${task}/rubric`, { rubric: made, version });
const events = async (what: string, about?: Person) => {
  const { rows } = await site.owner.query<{ detail: Record<string, unknown> }>(
    `select detail from class_event where assignment_id = $1 and what = $2
       and ($3::uuid is null or about_id = $3) order by at`,
    [task, what, about?.id ?? null],
  );
  return rows.map(({ detail }) => detail);
};

describe('the count score', () => {
  test('is told with every line, and with what is in none', async () => {
    const good = await handIn(site, task, ada);
    const short = await handIn(site, task, ada, { body: 'Hm', at: '4.3.1.2' });
    const late = await handIn(site, task, ada, { ago: -2 * 24 * 60 });
    const { grade } = await work(ada.id);
    expect(grade).toMatchObject({ total: 500, of: 1000, computed: 500, override: null });
    expect(grade.count?.lines).toEqual([
      {
        line: 'count/notes',
        part: 'notes',
        clause: null,
        needed: 2,
        done: 1,
        taken: 1,
        notes: [good],
      },
    ]);
    expect(grade.count?.leftOut).toEqual([
      { line: `note/${short}`, note: short, why: 'short' },
      { line: `note/${late}`, note: late, why: 'late' },
    ]);
    expect(grade.notes.map(({ id, address }) => [id, address])).toContainEqual([short, '4.3.1.2']);
  });

  test('goes by when a note first said enough, whenever it was handed in', async () => {
    const note = await handIn(site, task, ada, { body: 'Hm', ago: 60 });
    await site.owner.query(
      `insert into revision (annotation_id, number, body, html, renderer, seen, written_at)
       values ($1, 2, 'Now it says enough', 'x', 1, '{zh-cac:1.0.0}', now() + interval '2 days')`,
      [note],
    );
    await site.owner.query('update annotation set version = 2 where id = $1', [note]);
    const { grade } = await work(ada.id);
    expect(grade.count?.leftOut).toEqual([{ line: `note/${note}`, note, why: 'late' }]);
  });

  test('gives a student the time they were given', async () => {
    await handIn(site, task, ada, { ago: -2 * 24 * 60 });
    await site.owner.query(
      `insert into assignment_extension (assignment_id, person_id, due_at)
       values ($1, $2, now() + interval '9 days')`,
      [task, ada.id],
    );
    expect((await work(ada.id)).grade.total).toBe(500);
  });

  test('counts answers to others, and none to oneself', async () => {
    const id = await assign(site, course, { notes: 1, replies: 1 });
    const own = await handIn(site, id, ada);
    const other = await handIn(site, id, ben);
    await handIn(site, id, ada, { answers: own });
    expect((await work(ada.id, id)).grade.total).toBe(500);
    const answer = await handIn(site, id, ada, { answers: other });
    const { grade, threads } = await work(ada.id, id);
    expect(grade.total).toBe(1000);
    expect(grade.count?.lines[1]).toMatchObject({ part: 'replies', notes: [answer] });
    expect(threads).toHaveLength(2);
  });

  test('a note that was taken back is in no line', async () => {
    const note = await handIn(site, task, ada);
    await site.owner.query("update annotation set state = 'deleted' where id = $1", [note]);
    const { grade } = await work(ada.id);
    expect([grade.total, grade.count?.leftOut[0]?.why]).toEqual([0, 'withdrawn']);
  });
});

test('students stand by name, each leads to the next', async () => {
  const { students } = await grades();
  expect(students.map(({ name }) => name)).toEqual(['Ada', 'Ben']);
  expect(await work(ada.id)).toMatchObject({ before: null, after: ben.id, position: 1, of: 2 });
  expect(await work(ben.id)).toMatchObject({ before: ada.id, after: null });
});

test('who is no student of the class is in no book', async () => {
  const eve = await site.addPerson({ name: 'Eve' });
  for (const id of [eve.id, otto.id])
    expect(refusal(await site.as(otto, 'GET', `/assignments/${task}/grades/${id}`))).toEqual([
      404,
      'not-found',
    ]);
});

describe('a rubric', () => {
  test('adds its points, and a later one changes nothing that was judged', async () => {
    expect((await setRubric(rubric)).statusCode).toBe(200);
    const judged = await judge(ada.id, { chosen: [1] });
    expect(judged.json<StudentWork>().grade).toMatchObject({ total: 250, of: 1250 });
    await setRubric([{ title: 'Other', levels: rubric[0]?.levels.toReversed() ?? [] }], 1);
    expect(await work(ada.id)).toMatchObject({
      rubricChanged: true,
      grade: { total: 250, rubric: { criteria: [{ title: 'Reads closely', chosen: 1 }] } },
    });
    const anew = await judge(ada.id, { version: 1, chosen: [1], newRubric: true });
    expect(anew.json<StudentWork>().grade.rubric?.criteria[0]?.title).toBe('Other');
  });

  test.each([
    ['without a level to choose', [{ title: 'A', levels: [] }]],
    ['without a title', [{ ...rubric[0], title: ' ' }]],
    ['that has no criterion', []],
  ])('%s is none', async (_what, made) => {
    expect(refusal(await setRubric(made as typeof rubric))).toEqual([422, 'rubric-malformed']);
  });

  test('that somebody changed meanwhile is not written over', async () => {
    await setRubric(rubric);
    expect(refusal(await setRubric(null))).toEqual([409, 'grade-stale']);
  });
});

describe('points that are set', () => {
  test('stand in place of the computed ones, with a reason that is kept', async () => {
    const override = { hundredths: 900, reason: 'Spoke well in the seminar' };
    const answer = await judge(ada.id, { override });
    expect(answer.json<StudentWork>().grade).toMatchObject({ computed: 0, total: 900 });
    expect(await events('points-set', ada)).toEqual([
      { before: null, after: override, computed: 0 },
    ]);
  });

  test.each([
    ['without a reason', { hundredths: 1, reason: ' ' }, [400, 'text-malformed']],
    ['above what can be got', { hundredths: 1001, reason: 'x' }, [422, 'points-outside']],
  ])('are refused %s', async (_what, override, expected) => {
    expect(refusal(await judge(ada.id, { override }))).toEqual(expected);
  });

  test('of two who judge at once one is told', async () => {
    const answers = await Promise.all([
      judge(ada.id, { comment: 'One' }),
      judge(ada.id, { comment: 'Other' }),
    ]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  });
});

describe('releasing', () => {
  test('freezes what is told', async () => {
    const note = await handIn(site, task, ada);
    expect((await result(ada)).result).toBeNull();
    const told = (await release()).json<Released>();
    expect(told).toMatchObject({ released: 2, already: 0, unfinished: 0, before: null });
    await site.owner.query("update annotation set state = 'deleted' where id = $1", [note]);
    expect((await result(ada)).result?.grade.total).toBe(500);
    expect((await grades()).students[0]).toMatchObject({ total: 0, state: 'changed' });
  });

  test('at once by two: each student is told once, and the other hears who did', async () => {
    const eve = await site.addPerson({ name: 'Eve' });
    await site.owner.query('insert into class_member values ($1, $2, $3)', [
      course,
      eve.id,
      'instructor',
    ]);
    const answers = await Promise.all([release(), release(null, eve)]);
    const told = answers.map((each) => each.json<Released>());
    expect(told.map(({ released }) => released).sort()).toEqual([0, 2]);
    const other = told.find(({ released }) => released === 0);
    expect(other).toMatchObject({
      already: 2,
      before: { name: expect.stringMatching(/Otto|Eve/) as string },
    });
    const { rows } = await site.owner.query('select from grade_result where assignment_id = $1', [
      task,
    ]);
    expect(rows).toHaveLength(2);
    expect(await events('released')).toHaveLength(2);
  });

  test('leaves out whom nobody has judged', async () => {
    await setRubric(rubric);
    await judge(ada.id, { chosen: [1] });
    expect((await release()).json()).toMatchObject({ released: 1, unfinished: 1 });
    expect((await result(ben)).result).toBeNull();
    expect((await grades()).released).toBeNull();
  });

  test('to some tells nobody else, and tells anew what has changed', async () => {
    await release([ada.id]);
    expect((await result(ben)).result).toBeNull();
    expect((await release([ada.id])).json()).toMatchObject({ released: 0, already: 1 });
    await judge(ada.id, { comment: 'Better than it looks' });
    expect((await release([ada.id])).json()).toMatchObject({ released: 1 });
    const { result: now, earlier } = await result(ada);
    expect(now?.comment).toBe('Better than it looks');
    // The first was never opened: nobody missed it.
    expect(earlier).toEqual([]);
  });

  test('is taken back, and it is said who has read it', async () => {
    await release();
    await result(ada);
    expect((await undo()).json<Undone>()).toEqual({ undone: 2, seen: 1 });
    expect(await result(ada)).toMatchObject({
      result: null,
      earlier: [{ by: 'undone', total: 0 }],
    });
    expect(await result(ben)).toMatchObject({ result: null, earlier: [] });
    expect((await undo()).json<Undone>()).toEqual({ undone: 0, seen: 0 });
    expect(await events('release-undone', ada)).toEqual([{ seen: true }]);
    expect((await grades()).released).toBeNull();
  });

  test('at a set time, once, however many look', async () => {
    const set = (at: string | null, version: number) =>
      site.as(otto, 'PUT', `/assignments/${task}/release-time`, { at, version });
    expect(refusal(await set('2020-01-01T00:00:00Z', 0))).toEqual([422, 'release-past']);
    expect((await set('2999-01-01T00:00:00Z', 0)).statusCode).toBe(200);
    expect(await findRelease(site.app.db, [])).toBeNull();
    await site.owner.query(
      "update assignment_grading set release_at = now() - interval '1 minute' where assignment_id = $1",
      [task],
    );
    const worked = await Promise.all([1, 2, 3].map(() => releaseDue(site.app.transact, task)));
    expect(worked.filter(Boolean)).toHaveLength(1);
    expect(await events('released')).toHaveLength(2);
    expect((await grades()).releaseAt).toBeNull();
    expect((await result(ada)).result).not.toBeNull();
  });

  test('one that cannot be released is told and tried again, and others go on', async () => {
    const other = await assign(site, course);
    await site.owner.query(
      `insert into assignment_grading (assignment_id, release_at)
       values ($1, now() - interval '2 minutes'), ($2, now() - interval '1 minute')`,
      [task, other],
    );
    const bit = oneByOne({
      next: (failed) => findRelease(site.app.db, failed),
      work: (id) => releaseDue(site.app.transact, id),
    });
    const round = async () => {
      while (await bit());
    };
    await site.owner.query(
      `alter table grade_result add constraint broken check (assignment_id <> '${task}')`,
    );
    await expect(round()).rejects.toThrow(
      expect.objectContaining({ errors: [expect.objectContaining({ message: `${task} failed` })] }),
    );
    expect((await result(ada, other)).result).not.toBeNull();
    expect((await result(ada)).result).toBeNull();
    await site.owner.query('alter table grade_result drop constraint broken');
    await round();
    expect((await result(ada)).result).not.toBeNull();
    expect(await findRelease(site.app.db, [])).toBeNull();
  });

  test('nothing is released of what was taken back to a draft, nor as soon as it is published again', async () => {
    const at = new Date(Date.now() + 60_000).toISOString();
    await site.as(otto, 'PUT', `/assignments/${task}/release-time`, { at, version: 0 });
    const publish = async (published: boolean) => {
      const { version } = await get<AssignmentView>(otto, task);
      const answer = await site.as(otto, 'PUT', `/assignments/${task}/publication`, {
        published,
        version,
      });
      expect(answer.statusCode, answer.body).toBe(200);
    };
    await publish(false);
    await site.owner.query(
      'update assignment_grading set release_at = now() where assignment_id = $1',
      [task],
    );
    expect(await findRelease(site.app.db, [])).toBeNull();
    await publish(true);
    expect(await findRelease(site.app.db, [])).toBeNull();
    expect((await result(ada)).result).toBeNull();
  });

  test('what is new stands among the notices until it is opened', async () => {
    await release();
    const notices = async () =>
      (await site.as(ada, 'GET', '/notices')).json<{ results: { assignment: string }[] }>().results;
    expect(await notices()).toMatchObject([
      { assignment: task, class: course, title: 'Think first' },
    ]);
    await result(ada);
    expect(await notices()).toEqual([]);
  });
});

describe('a line that is contested', () => {
  const contest = (line = 'count/notes', words = 'My second note is missing', by = ada) =>
    site.as(by, 'POST', `/assignments/${task}/result/contests`, { line, words });
  const answer = (id: string, more: object) =>
    site.as(otto, 'POST', `/assignments/${task}/grades/${ada.id}/contests/${id}/answer`, {
      answer: 'stands',
      words: 'It was written after the end',
      hundredths: null,
      ...more,
    });
  const contestId = async (): Promise<string> => (await work(ada.id)).contests[0]?.id ?? '';
  beforeEach(() => release());

  test('stands, with a reason that the student reads', async () => {
    expect((await contest()).statusCode).toBe(200);
    expect((await grades()).students[0]?.contests).toBe(1);
    expect((await answer(await contestId(), {})).statusCode).toBe(200);
    expect((await result(ada)).contests).toMatchObject([
      { line: 'count/notes', answer: 'stands', answerWords: 'It was written after the end' },
    ]);
    expect((await result(ada)).result?.grade.total).toBe(0);
  });

  test('changes the points: the student reads the new result and the old one', async () => {
    await contest();
    await result(ada);
    const changed = { answer: 'changed', hundredths: 500, words: 'You are right' };
    expect((await answer(await contestId(), changed)).statusCode).toBe(200);
    expect(await result(ada)).toMatchObject({
      result: { grade: { computed: 0, total: 500, override: { reason: 'You are right' } } },
      earlier: [{ total: 0, by: 'replaced' }],
      contests: [{ answer: 'changed' }],
    });
    expect((await work(ada.id)).state).toBe('released');
    expect(await events('contest-answered', ada)).toEqual([
      { line: 'count/notes', answer: 'changed', before: 0, after: 500 },
    ]);
  });

  test('is one that the result has, is contested once and answered once', async () => {
    expect(refusal(await contest('rubric/0'))).toEqual([422, 'line-unknown']);
    expect(refusal(await contest('count/notes', ' '))).toEqual([400, 'text-malformed']);
    await contest();
    expect(refusal(await contest())).toEqual([409, 'contest-made']);
    const id = await contestId();
    expect(refusal(await answer(id, { answer: 'changed' }))).toEqual([422, 'points-outside']);
    const answers = await Promise.all([answer(id, {}), answer(id, {})]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  });

  test('cannot be of a result that was taken back', async () => {
    await undo();
    expect(refusal(await contest())).toEqual([409, 'result-gone']);
  });
});

test('a version that nothing can have is refused, not failed on', async () => {
  const version = 3_000_000_000;
  const answers = [
    await judge(ada.id, { version }),
    await setRubric(null, version),
    await site.as(otto, 'PUT', `/assignments/${task}/release-time`, { at: null, version }),
  ];
  for (const answer of answers) expect(refusal(answer)).toEqual([400, 'request-malformed']);
});

describe('where graders are not told who wrote', () => {
  let blind: string;
  beforeEach(async () => {
    blind = await assign(site, course, { names: 'blind' });
    await handIn(site, blind, ada);
  });

  test('nothing tells them before it is released to all', async () => {
    const view = await grades(blind);
    const shown = JSON.stringify([
      view,
      ...(await Promise.all(view.students.map(({ student }) => work(student, blind)))),
      (await site.as(otto, 'GET', `/assignments/${blind}/gradebook`)).json(),
    ]);
    for (const { id, name, handle } of [ada, ben])
      for (const tell of [id, handle, `"${name}"`]) expect(shown).not.toContain(tell);
    expect(refusal(await site.as(otto, 'GET', `/assignments/${blind}/grades/${ada.id}`))).toEqual([
      404,
      'not-found',
    ]);
    const book = await site.as(otto, 'GET', `/classes/${course}/gradebook`);
    const of = book.json<{
      assignments: { id: string; hidden: boolean }[];
      students: { results: unknown[] }[];
    }>();
    const n = of.assignments.findIndex(({ id }) => id === blind);
    expect(of.assignments[n]?.hidden).toBe(true);
    expect(of.students.map(({ results }) => results[n])).toEqual([null, null]);
  });

  test('more time, which is given by name, is told of no pseudonym', async () => {
    const due = async (student: string) => (await work(student, blind)).grade.count?.due;
    const [first] = (await grades(blind)).students;
    const all = await due(first?.student ?? '');
    const later = new Date(Date.now() + 5 * 24 * 60 * 60_000).toISOString();
    const given = await site.as(otto, 'PUT', `/assignments/${blind}/extensions/${ada.id}`, {
      due: later,
      closes: null,
    });
    expect(given.statusCode, given.body).toBe(200);
    const { students } = await grades(blind);
    expect(await Promise.all(students.map(({ student }) => due(student)))).toEqual([all, all]);
    await release(null, otto, blind);
    expect(Date.parse((await due(ada.id)) ?? '')).toBe(Date.parse(later));
  });

  test('that somebody has left is told of no pseudonym', async () => {
    const [first] = (await grades(blind)).students;
    await release([first?.student ?? ''], otto, blind);
    for (const who of [ada, ben])
      await site.as(who, 'DELETE', `/classes/${course}/members/${who.id}`);
    expect((await grades(blind)).students).toMatchObject([{ present: true }]);
  });

  test('they are told then, and the pseudonym leads on', async () => {
    const [first] = (await grades(blind)).students;
    await release(null, otto, blind);
    const view = await grades(blind);
    expect(view.students.map(({ name }) => name)).toEqual(['Ada', 'Ben']);
    expect(['Ada', 'Ben']).toContain((await work(first?.student ?? '', blind)).name);
  });
});

describe('who may', () => {
  const paths = [
    ['GET', '/grades', undefined],
    ['GET', '/gradebook', undefined],
    ['GET', '/gradebook/file', undefined],
    ['POST', '/release', { students: null }],
    ['POST', '/release/undo', { students: null }],
    ['PUT', '/rubric', { rubric: null, version: 0 }],
    ['PUT', '/release-time', { at: null, version: 0 }],
  ] as const;

  test('a student reads nobody’s result, nor their own before it is released', async () => {
    for (const [method, path, body] of paths)
      expect([
        path,
        (await site.as(ada, method, `/assignments/${task}${path}`, body)).statusCode,
      ]).toEqual([path, 403]);
    const own = await site.as(ada, 'GET', `/assignments/${task}/grades/${ada.id}`);
    expect(own.statusCode).toBe(403);
    expect((await site.as(ada, 'GET', `/classes/${course}/gradebook`)).statusCode).toBe(403);
    expect((await site.as(ada, 'GET', `/classes/${course}/gradebook/file`)).statusCode).toBe(403);
    expect(await result(ada)).toEqual({
      result: null,
      earlier: [],
      contests: [],
      abilities: { contest: false },
    });
  });

  test('an assistant judges and does not release; to an outsider there is nothing', async () => {
    const eve = await site.addPerson({ name: 'Eve' });
    for (const [method, path, body] of [...paths, ['GET', '/result', undefined] as const])
      expect((await site.as(eve, method, `/assignments/${task}${path}`, body)).statusCode).toBe(
        404,
      );
    await site.owner.query("insert into class_member values ($1, $2, 'assistant')", [
      course,
      eve.id,
    ]);
    expect((await site.as(eve, 'GET', `/assignments/${task}/grades`)).statusCode).toBe(200);
    expect((await release(null, eve)).statusCode).toBe(403);
    expect((await undo(null, eve)).statusCode).toBe(403);
  });

  test('in the archive all is read and nothing is changed', async () => {
    await release();
    await site.as(otto, 'PUT', `/classes/${course}/archive`, { archived: true });
    expect(refusal(await release())).toEqual([409, 'class-archived']);
    expect(refusal(await judge(ada.id, {}))).toEqual([409, 'class-archived']);
    expect((await result(ada)).result).not.toBeNull();
    const contest = { line: 'count/notes', words: 'No' };
    expect(
      refusal(await site.as(ada, 'POST', `/assignments/${task}/result/contests`, contest)),
    ).toEqual([409, 'class-archived']);
    expect((await grades()).students).toHaveLength(2);
  });
});
