import type { Board, BoardNotes, BoardStudent } from '@glossator/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  answer,
  nickname,
  openTo,
  setForBoard,
  setPaths,
  writeIn,
  writtenAt,
} from './support/board-world.ts';
import type { Setting } from './support/set-assignment.ts';
import { classOf, refusal, startApp, stopApp, type Person, type TestApp } from './support/index.ts';

let site: TestApp;
let ada: Person;
let ben: Person;
let eve: Person;
let classId: string;
beforeAll(async () => {
  site = await startApp();
});
afterAll(() => stopApp(site));
beforeEach(async () => {
  ada = await site.addPerson({ name: 'Ada' });
  ben = await site.addPerson({ name: 'Ben' });
  eve = await site.addPerson({ name: 'Eve' });
  classId = await classOf(site, ada, ben, eve);
});

const set = (form?: Setting) => setForBoard(site, classId, form);
const get = (id: string, query = '', by: Person = ada) =>
  site.as(by, 'GET', `/assignments/${id}/board${query}`);
async function read(id: string, query = '', by: Person = ada): Promise<Board> {
  const told = await get(id, query, by);
  expect(told.statusCode, told.body).toBe(200);
  return told.json();
}
const list = async (id: string, what: string, by: Person = ada) => {
  const told = await get(id, `/${what}`, by);
  expect(told.statusCode, told.body).toBe(200);
  return told.json<BoardNotes>().items;
};
const row = ({ students }: Board, person: Person): BoardStudent => {
  const found = students.find(({ id }) => id === person.id);
  if (found === undefined) throw new Error(`${person.handle} is not on the board`);
  return found;
};
const none = { notes: 0, replies: 0, short: 0, withdrawn: 0, late: 0 };
const [first, second] = setPaths;

describe('student by clause', () => {
  test('everybody has a row, also who wrote nothing, and every clause a column in the order of the text', async () => {
    const board = await read(await set());
    expect(board.clauses.map(({ address }) => address)).toEqual(setPaths);
    expect(board.clauses[0]?.words).not.toBe('');
    expect(board.students.map(({ name, cells }) => [name, cells])).toEqual([
      ['Ben', []],
      ['Eve', []],
    ]);
    expect(board.totals).toMatchObject({ students: 2, wrote: 0, nameless: 0, ...none });
  });

  test('what counts, what is too short, and where it stands', async () => {
    const id = await set({ due: null });
    await writeIn(site, id, ben, first);
    await writeIn(site, id, ben, first, { body: 'Short' });
    await writeIn(site, id, ben, `${first}-${second}`);
    const board = await read(id);
    expect(row(board, ben)).toMatchObject({ ...none, notes: 2, short: 1, covered: 2, open: [] });
    expect(row(board, ben).cells).toEqual([
      { clause: 0, ...none, notes: 2, short: 1 },
      { clause: 1, ...none, notes: 1 },
    ]);
    expect(board.clauses.map(({ notes, students }) => [notes, students])).toEqual([
      [2, 1],
      [1, 1],
      [0, 0],
    ]);
    expect(board.totals).toMatchObject({ notes: 2, short: 1, wrote: 1 });
  });

  test('replies are told apart, and answers of the staff are nobody’s', async () => {
    const id = await set({ due: null });
    await openTo(site, id, ben, first);
    await openTo(site, id, eve, first);
    const { note } = await writeIn(site, id, ben, first, { part: 'clause' });
    await answer(site, eve, note, 'I do not see it that way.');
    await answer(site, ada, note, 'Both of you are right.');
    const board = await read(id);
    expect(row(board, eve).cells).toEqual([{ clause: 0, ...none, replies: 1 }]);
    expect(row(board, ben)).toMatchObject({ notes: 1, replies: 0 });
    expect(board.totals).toMatchObject({ notes: 1, replies: 1 });
  });

  test('late is what first said enough after it was due, an extension considered', async () => {
    const id = await set();
    const { note } = await writeIn(site, id, ben, first, { body: 'Later' });
    await writtenAt(site, note, `now() - interval '2 days'`);
    const form = { body: 'Later on it says enough', version: 1, seen: ['zh-cac:1.0.0'] };
    expect((await site.as(ben, 'PUT', `/annotations/${note}`, form)).statusCode).toBe(200);
    await writeIn(site, id, ben, second, { at: `now() - interval '2 days'` });
    await writeIn(site, id, eve, first);
    await site.owner.query(
      `insert into assignment_extension (assignment_id, person_id, due_at) values ($1, $2, now() + interval '1 day')`,
      [id, eve.id],
    );
    const board = await read(id);
    expect(row(board, ben)).toMatchObject({ notes: 2, late: 1 });
    expect(row(board, ben).cells).toMatchObject([{ late: 1 }, { late: 0 }]);
    expect(row(board, eve)).toMatchObject({ notes: 1, late: 0 });
    expect(board.posts.reduce((sum, { notes }) => sum + notes, 0)).toBe(3);
    expect(board.posts.at(-1)?.late).toBe(1);
  });

  test('what is taken back after the clause had opened is told, before that it is not', async () => {
    const id = await set({ due: null });
    const before = await writeIn(site, id, ben, first);
    await site.as(ben, 'DELETE', `/annotations/${before.note}`);
    expect(row(await read(id), ben)).toMatchObject({ ...none, last: expect.any(String) as string });
    const after = await writeIn(site, id, ben, first);
    await openTo(site, id, ben, first);
    await site.as(ben, 'DELETE', `/annotations/${after.note}`);
    expect(row(await read(id), ben).cells).toEqual([{ clause: 0, ...none, withdrawn: 1 }]);
  });

  test('open and shut, with cause and moment for the one who is asked about', async () => {
    const id = await set({ due: null });
    await openTo(site, id, ben, first, second);
    const board = await read(id);
    expect(row(board, ben).open).toEqual([0, 1]);
    expect(row(board, eve).open).toEqual([]);
    expect(board.clauses.map(({ open }) => open)).toEqual([1, 1, 0]);
    expect(board.opened).toEqual([]);
    const one = await read(id, `?student=${ben.id}`);
    expect(one.students.map(({ name }) => name)).toEqual(['Ben']);
    expect(one.opened).toMatchObject([
      { clause: 0, cause: 'count' },
      { clause: 1, cause: 'count' },
    ]);
    expect(refusal(await get(id, `?student=${ada.id}`))).toEqual([404, 'not-found']);
    const all = await read(await set({ gate: 'none' }));
    expect(all.clauses.map(({ open }) => open)).toEqual([2, 2, 2]);
  });

  test('who did least stands first where that is asked for', async () => {
    const id = await set({ due: null });
    await writeIn(site, id, ben, first);
    const names = (board: Board) => board.students.map(({ name }) => name);
    expect(names(await read(id))).toEqual(['Ben', 'Eve']);
    expect(names(await read(id, '?order=least'))).toEqual(['Eve', 'Ben']);
  });

  test('a large class stands on several pages, and is counted whole', async () => {
    const id = await set({ due: null });
    await site.owner.query(
      `with made as (insert into person (id, name)
         select gen_random_uuid(), 'Student ' || lpad(n::text, 3, '0') from generate_series(1, 120) n returning id)
       insert into class_member (class_id, person_id, role) select $1, id, 'student' from made`,
      [classId],
    );
    const page = await read(id, '?page=3');
    expect(page).toMatchObject({
      page: 3,
      pages: 3,
      totals: { students: 122 },
      quiet: { nothing: 122 },
    });
    expect(page.students).toHaveLength(22);
    expect((await read(id, '?page=99')).page).toBe(3);
  });
});

describe('who has gone quiet', () => {
  test('nothing at all, or nothing for some days while it is open', async () => {
    const id = await set({ due: null });
    await writeIn(site, id, ben, first, { at: `now() - interval '5 days'` });
    const quiet = async (query = '') =>
      (await read(id, query)).quiet.items.map(({ name, what }) => [name, what]);
    expect(await quiet()).toEqual([
      ['Ben', 'lately'],
      ['Eve', 'nothing'],
    ]);
    expect(await quiet('?days=6')).toEqual([['Eve', 'nothing']]);
    await site.owner.query(
      `update assignment set closes_at = now() - interval '1 hour' where id = $1`,
      [id],
    );
    expect(await quiet()).toEqual([['Eve', 'nothing']]);
  });
});

describe('what waits for somebody', () => {
  test('questions until they are settled, in the order of the clauses', async () => {
    const id = await set({ due: null });
    await openTo(site, id, ben, first);
    const later = await writeIn(site, id, eve, second, {
      kind: 'question',
      body: 'Why is that so?',
    });
    const { thread, note } = await writeIn(site, id, ben, first, { part: 'clause' });
    const asked = {
      body: 'And what of **2016**?',
      seen: ['zh-cac:1.0.0'],
      key: crypto.randomUUID(),
      kind: 'question',
    };
    expect((await site.as(ben, 'POST', `/annotations/${note}/replies`, asked)).statusCode).toBe(
      201,
    );
    const found = await list(id, 'questions');
    expect(found).toMatchObject([
      {
        address: first,
        words: 'And what of 2016?',
        onDesk: false,
        answers: 0,
        author: { name: 'Ben', isStaff: false },
      },
      { id: later.note, address: second, words: 'Why is that so?', onDesk: true },
    ]);
    await answer(site, ada, later.note, 'Because of the law of that year.');
    expect((await list(id, 'questions'))[1]).toMatchObject({ answers: 1 });
    await site.owner.query(`update thread set resolution = 'resolved' where id = $1`, [thread]);
    expect(await list(id, 'questions')).toMatchObject([{ id: later.note }]);
    const board = await read(id);
    expect(board.clauses.map(({ questions }) => questions)).toEqual([0, 1, 0]);
    expect(board.totals.questions).toBe(1);
  });

  test('threads of students that nobody else answered', async () => {
    const id = await set({ due: null });
    await openTo(site, id, ben, first);
    const { note } = await writeIn(site, id, ben, first, { part: 'clause' });
    await writeIn(site, id, ada, first, { part: 'assignment', body: 'Mind the date of the copy.' });
    await answer(site, ben, note, 'I add to what I wrote.');
    expect(await list(id, 'unanswered')).toMatchObject([{ id: note, answers: 0 }]);
    expect((await read(id)).totals.unanswered).toBe(1);
    await answer(site, ada, note, 'An answer at last.');
    expect(await list(id, 'unanswered')).toEqual([]);
  });

  test('a list goes on where the page before it ended', async () => {
    const id = await set({ due: null });
    for (const path of setPaths) await writeIn(site, id, ben, path);
    const one = (await get(id, '/unanswered?limit=2')).json<BoardNotes>();
    expect(one.items.map(({ address }) => address)).toEqual([first, second]);
    const two = (await get(id, `/unanswered?cursor=${one.next ?? ''}`)).json<BoardNotes>();
    expect(two.items.map(({ address }) => address)).toEqual([setPaths[2]]);
    expect(two.next).toBeNull();
  });
});

describe('whose board it is', () => {
  test('students read none of it, nor does anybody outside', async () => {
    const id = await set();
    await writeIn(site, id, ben, first, { body: 'A word of mine alone' });
    const keeper = await site.addPerson({ name: 'Keeper', administrator: true });
    for (const path of ['', '/questions', '/unanswered']) {
      const told = await get(id, path, eve);
      expect(refusal(told)).toEqual([403, 'not-allowed']);
      expect(refusal(await get(id, path, keeper))).toEqual([404, 'not-found']);
    }
    const draft = await set({ isDraft: true });
    expect(refusal(await get(draft, '', eve))).toEqual([404, 'not-found']);
    expect((await get(draft)).statusCode).toBe(200);
    await site.as(ada, 'PUT', `/classes/${classId}/members/${eve.id}`, { role: 'assistant' });
    expect(row(await read(id, '', eve), ben).notes).toBe(1);
  });

  test('judged blind, students are pseudonyms until it is released', async () => {
    const id = await set({ names: 'blind', due: null });
    await nickname(site, id, ben, 'Wren 12');
    await writeIn(site, id, ben, first, { kind: 'question' });
    const group = await site.as(ada, 'POST', `/classes/${classId}/groups`, {
      name: 'Group of Ben',
    });
    await site.as(ada, 'PUT', `/classes/${classId}/members/${ben.id}/group`, {
      group: group.json<{ id: string }>().id,
    });
    const [board, questions] = [await get(id), await get(id, '/questions')];
    expect(board.json<Board>().students).toMatchObject([
      { name: 'Wren 12', handle: null, group: null, notes: 1 },
    ]);
    expect(board.json<Board>().totals).toMatchObject({ students: 2, nameless: 1 });
    for (const told of [board.body, questions.body]) {
      expect(told).toContain('Wren 12');
      for (const word of [ben.id, eve.id, '"Ben"', '"Eve"', 'Group of Ben'])
        expect(told).not.toContain(word);
    }
    await writeIn(site, id, eve, first, {
      kind: 'question',
      body: 'Asked before there was a name',
    });
    expect((await get(id, '/questions')).body).not.toContain(eve.id);
    await site.owner.query('update assignment set released_at = now() where id = $1', [id]);
    expect(row(await read(id), ben)).toMatchObject({ name: 'Ben', notes: 1 });
  });

  test('pseudonyms among students hide nobody from those who teach', async () => {
    const id = await set({ names: 'pseudonym' });
    await nickname(site, id, ben, 'Wren 12');
    expect(row(await read(id), ben).name).toBe('Ben');
  });
});
