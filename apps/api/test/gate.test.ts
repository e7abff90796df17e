import type { AnnotationView, Problem, ReadingView, ThreadView } from '@glossator/contract';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { mostSpans } from '../src/features/gate/write.ts';
import { readIn, wordsIn, writeIn } from './support/gate.ts';
import { setAssignment } from './support/set-assignment.ts';
import { classOf } from './support/classes.ts';
import {
  hideForm,
  replyForm,
  replyTo,
  rootOf,
  seen,
  startApp,
  startThread,
  stopApp,
  threadForm,
  type Person,
  type TestApp,
} from './support/index.ts';

let site: TestApp;
let tess: Person;
let ada: Person;
let ben: Person;
let outsider: Person;
let classId: string;

const [one, two, three] = ['4.3.1.2', '4.3.2.1', '4.3.2.2'] as const;

beforeAll(async () => {
  site = await startApp();
  tess = await site.addPerson({ name: 'Tess' });
  ada = await site.addPerson({ name: 'Ada' });
  ben = await site.addPerson({ name: 'Ben' });
  outsider = await site.addPerson({ name: 'Olga' });
  classId = await classOf(site, tess, ada, ben);
});
afterAll(() => stopApp(site));

const refused = async (person: Person, assignment: string, at: string, more = {}) => {
  const form = threadForm(at, { layer: 'class', assignment, ...more });
  const answer = await site.as(person, 'POST', '/api/threads', form);
  return [answer.statusCode, answer.json<Problem>().code];
};
const openings = async (assignment: string, person: Person) =>
  (
    await site.owner.query<{ path: string; cause: string }>(
      `select u.path, o.cause from assignment_opening o join unit u on u.uid = o.uid
       where o.assignment_id = $1 and o.person_id = $2 order by u.ord`,
      [assignment, person.id],
    )
  ).rows.map(({ path, cause }) => `${path} ${cause}`);

describe('think first', () => {
  test('a clause opens with one’s own note on it, to its author alone', async () => {
    const assignment = await setAssignment(site, classId);
    await writeIn(site, ada, assignment, one);
    await writeIn(site, ada, assignment, two);
    expect(await openings(assignment, ada)).toEqual([`${one} count`, `${two} count`]);
    expect(await wordsIn(site, ben, assignment, one)).toEqual([]);
    await writeIn(site, ben, assignment, one);
    expect(await wordsIn(site, ben, assignment, one)).toEqual([`Ada on ${one}`, `Ben on ${one}`]);
    expect(await wordsIn(site, ada, assignment, one)).toEqual([`Ada on ${one}`, `Ben on ${one}`]);
    expect(await wordsIn(site, ben, assignment, two)).toEqual([]);
    expect(await wordsIn(site, tess, assignment, two)).toEqual([`Ada on ${two}`]);
  });

  test('what asks for two notes keeps the first on the desk, with what the staff answers', async () => {
    const assignment = await setAssignment(site, classId, { gateNotes: 2 });
    const first = await writeIn(site, ada, assignment, one, 'My first thought');
    await writeIn(site, ben, assignment, one, 'Ben, once');
    await writeIn(site, ben, assignment, one, 'Ben, twice');
    expect(await wordsIn(site, ben, assignment, one)).toEqual(['Ben, once', 'Ben, twice']);
    expect(await wordsIn(site, ada, assignment, one)).toEqual(['My first thought']);
    await replyTo(site, tess, rootOf(first).id, 'Say more');
    const [mine] = await readIn(site, ada, assignment, one);
    expect(mine?.annotations.map(({ body }) => body)).toEqual(['My first thought', 'Say more']);
    const answer = await site.as(
      ben,
      'POST',
      `/api/annotations/${rootOf(first).id}/replies`,
      replyForm('I guess'),
    );
    expect(answer.statusCode).toBe(404);
    await writeIn(site, ada, assignment, one, 'My second thought');
    const [, , ...rest] = await readIn(site, ben, assignment, one);
    expect(rest.length).toBe(2);
    const seenByBen = (await readIn(site, ben, assignment, one)).flatMap((thread) =>
      thread.annotations.map(({ body }) => body),
    );
    expect(seenByBen).toEqual(expect.arrayContaining(['My first thought', 'Say more']));
  });

  test('a span counts for each clause in it, and is handed in when the last of them opens', async () => {
    const assignment = await setAssignment(site, classId, { gateNotes: 2 });
    await writeIn(site, ada, assignment, `${two}-${three}`, 'On both');
    await writeIn(site, ada, assignment, two, 'On the first');
    expect(await openings(assignment, ada)).toEqual([`${two} count`]);
    for (const body of ['Ben a', 'Ben b']) await writeIn(site, ben, assignment, two, body);
    expect(await wordsIn(site, ben, assignment, two)).toEqual(['Ben a', 'Ben b', 'On the first']);
    await writeIn(site, ada, assignment, three, 'On the last');
    // Ben has not opened the other clause of the span.
    expect(await wordsIn(site, ben, assignment, two)).toEqual(['Ben a', 'Ben b', 'On the first']);
    for (const body of ['Ben c', 'Ben d']) await writeIn(site, ben, assignment, three, body);
    expect(await wordsIn(site, ben, assignment, three)).toEqual(
      ['Ben c', 'Ben d', 'On both', 'On the last'].toSorted(),
    );
  });

  test('of spans there are so many a day: each makes a layer that all are asked about', async () => {
    const assignment = await setAssignment(site, classId);
    const span = `${two}-${three}`;
    for (let n = 0; n < mostSpans; n += 1)
      await writeIn(site, ada, assignment, span, `Thought ${String(n)} on both`);
    expect(await refused(ada, assignment, span)).toEqual([429, 'too-many-requests']);
    await writeIn(site, ada, assignment, one);
    await writeIn(site, ben, assignment, span);
  });

  test('too short opens nothing; an edit that makes it long enough does', async () => {
    const assignment = await setAssignment(site, classId, { leastLength: 20 });
    const thread = await writeIn(site, ada, assignment, one, 'Too short');
    expect(await openings(assignment, ada)).toEqual([]);
    const edited = await site.as(ada, 'PUT', `/api/annotations/${rootOf(thread).id}`, {
      body: 'Now it is long enough to count',
      version: 1,
      seen,
    });
    expect(edited.statusCode, edited.body).toBe(200);
    expect(edited.json<AnnotationView>().body).toContain('long enough');
    expect(await openings(assignment, ada)).toEqual([`${one} count`]);
  });

  test('what has opened stays open when its cause is taken back', async () => {
    const assignment = await setAssignment(site, classId);
    await writeIn(site, ben, assignment, one);
    const mine = await writeIn(site, ada, assignment, one);
    await site.as(ada, 'DELETE', `/api/annotations/${rootOf(mine).id}`);
    expect(await wordsIn(site, ada, assignment, one)).toContain(`Ben on ${one}`);
  });

  test('deleted before it counted it opens nothing, and brought back it does', async () => {
    const assignment = await setAssignment(site, classId, { gateNotes: 2 });
    const first = await writeIn(site, ada, assignment, one, 'First');
    await site.as(ada, 'DELETE', `/api/annotations/${rootOf(first).id}`);
    await writeIn(site, ada, assignment, one, 'Second');
    expect(await openings(assignment, ada)).toEqual([]);
    const back = await site.as(ada, 'POST', `/api/annotations/${rootOf(first).id}/restore`);
    expect(back.statusCode, back.body).toBe(200);
    expect(await openings(assignment, ada)).toEqual([`${one} count`]);
  });

  test('time opens to whoever reads after it, late comers as well', async () => {
    const assignment = await setAssignment(site, classId, {
      gate: 'time',
      gateAt: '2020-01-01T00:00:00Z',
    });
    await writeIn(site, ada, assignment, one);
    expect(await wordsIn(site, ben, assignment, one)).toEqual([`Ada on ${one}`]);
    expect(await openings(assignment, ben)).toHaveLength(3);
    const later = await setAssignment(site, classId, { gate: 'time', gateAt: '2100-01-01' });
    await writeIn(site, ada, later, one);
    expect(await wordsIn(site, ben, later, one)).toEqual([]);
  });

  test('without a gate all read all at once, and by hand the staff opens', async () => {
    const open = await setAssignment(site, classId, { gate: 'none' });
    await writeIn(site, ada, open, one);
    expect(await wordsIn(site, ben, open, one)).toEqual([`Ada on ${one}`]);
    const byHand = await setAssignment(site, classId, { gate: 'hand' });
    await writeIn(site, ada, byHand, one);
    expect(await wordsIn(site, ben, byHand, one)).toEqual([]);
    await site.owner.query(
      `select open_clauses($1, array(select uid from assignment_clause where assignment_id = $1),
         $2::uuid[], 'hand')`,
      [byHand, [ada.id, ben.id]],
    );
    expect(await wordsIn(site, ben, byHand, one)).toEqual([`Ada on ${one}`]);
  });

  test('a group opens together, by its notes and one of one’s own', async () => {
    const cleo = await site.addPerson({ name: 'Cleo' });
    const id = await classOf(site, tess, ada, ben, cleo);
    const group = randomUUID();
    await site.owner.query('insert into class_group (id, class_id, name) values ($1, $2, $3)', [
      group,
      id,
      'A',
    ]);
    for (const { id: person } of [ada, ben])
      await site.owner.query('insert into class_group_member values ($1, $2, $3)', [
        id,
        person,
        group,
      ]);
    const assignment = await setAssignment(site, id, {
      gate: 'group-count',
      gateNotes: 2,
      byGroups: true,
    });
    await writeIn(site, ada, assignment, one);
    expect(await openings(assignment, ada)).toEqual([]);
    await writeIn(site, ben, assignment, one);
    expect(await openings(assignment, ada)).toEqual([`${one} group-count`]);
    expect(await wordsIn(site, ada, assignment, one)).toEqual([`Ada on ${one}`, `Ben on ${one}`]);
    for (const body of ['Cleo a', 'Cleo b']) await writeIn(site, cleo, assignment, one, body);
    // In no group: what Cleo hands in is the whole class's, and the group's is not Cleo's to read.
    expect(await wordsIn(site, cleo, assignment, one)).toEqual(['Cleo a', 'Cleo b']);
  });

  test('many at once: each opens once, and nothing is lost', async () => {
    const assignment = await setAssignment(site, classId, { gateNotes: 3 });
    const bodies = Array.from({ length: 12 }, (_, n) => `Thought ${String(n)} of ${String(n * 7)}`);
    await Promise.all(bodies.map((body) => writeIn(site, ada, assignment, one, body)));
    expect(await openings(assignment, ada)).toEqual([`${one} count`]);
    expect(await wordsIn(site, ada, assignment, one)).toEqual(bodies.toSorted());
    const { rows } = await site.owner.query(
      `select from thread t join layer l on l.id = t.layer_id
       where l.assignment_id = $1 and l.part = 'desk'`,
      [assignment],
    );
    expect(rows).toEqual([]);
  });

  test('an opening to all and an edit of what it hands in do not wait for each other', async () => {
    const assignment = await setAssignment(site, classId, { gate: 'hand' });
    const note = rootOf(await writeIn(site, ada, assignment, one, 'As it was')).id;
    await site.owner.query('begin');
    await site.owner.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `gate ${assignment}`,
    ]);
    const edit = site.as(ada, 'PUT', `/api/annotations/${note}`, {
      body: 'As it is',
      version: 1,
      seen,
    });
    await vi.waitFor(async () => {
      const { rows } = await site.owner.query(
        `select from pg_locks where locktype = 'advisory' and not granted
           and database = (select oid from pg_database where datname = current_database())`,
      );
      expect(rows).toHaveLength(1);
    });
    await site.owner.query(
      `select open_clauses($1, array(select uid from assignment_clause where assignment_id = $1), $2, 'hand')`,
      [assignment, [ada.id]],
    );
    await site.owner.query('commit');
    const edited = await edit;
    expect(edited.statusCode, edited.body).toBe(200);
    expect(await wordsIn(site, ada, assignment, one)).toEqual(['As it is']);
  });

  test.each(['class', 'feedback'])('two who write first in a layer (%s) both do', async (layer) => {
    const assignment = await setAssignment(site, classId);
    const writer = layer === 'class' ? tess : ada;
    await site.owner.query('begin');
    await site.owner.query(
      `insert into layer (kind, class_id, assignment_id, part, owner_id)
       values ($1, $2, $3, case when $1 = 'class' then 'assignment' end, $4)`,
      [layer, classId, assignment, layer === 'class' ? null : ada.id],
    );
    const waits = site.as(
      writer,
      'POST',
      '/api/threads',
      threadForm(one, { layer, assignment, body: `Beside another, in ${layer}` }),
    );
    await vi.waitFor(async () => {
      const { rows } = await site.owner.query(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      expect(rows).toHaveLength(1);
    });
    await site.owner.query('commit');
    expect((await waits).statusCode).toBe(201);
  });

  test('the staff writes to all without a gate', async () => {
    const assignment = await setAssignment(site, classId);
    await writeIn(site, tess, assignment, one, 'Think of sovereignty');
    expect(await wordsIn(site, ben, assignment, one)).toEqual(['Think of sovereignty']);
  });
});

describe('what is refused', () => {
  test('outsiders, drafts, programs: there is no such assignment', async () => {
    const assignment = await setAssignment(site, classId);
    const draft = await setAssignment(site, classId, { isDraft: true });
    expect(await refused(outsider, assignment, one)).toEqual([404, 'not-found']);
    expect(await refused(ada, draft, one)).toEqual([404, 'not-found']);
    expect(await refused(ada, randomUUID(), one)).toEqual([404, 'not-found']);
    const list = await site.as(
      outsider,
      'GET',
      `/api/works/ncss-2016/threads?at=${one}&assignment=${assignment}`,
    );
    expect(list.statusCode).toBe(404);
  });

  test('what is no clause of it, or a section around it', async () => {
    const assignment = await setAssignment(site, classId);
    for (const at of ['4.1.1.1', '4.3', `4.1.1.1-${one}`])
      expect(await refused(ada, assignment, at)).toEqual([422, 'clause-not-assigned']);
  });

  test('before it opens and after it closes, at the second; the staff goes on', async () => {
    const early = await setAssignment(site, classId, { opens: 600 });
    expect(await refused(ada, early, one)).toEqual([409, 'assignment-early']);
    const closed = await setAssignment(site, classId, { opens: -600, closes: -1 });
    expect(await refused(ada, closed, one)).toEqual([409, 'assignment-closed']);
    // What is between a student and the staff begins with it, and goes on after its end.
    expect(await refused(ada, early, one, { layer: 'feedback' })).toEqual([
      409,
      'assignment-early',
    ]);
    expect((await refused(ada, closed, one, { layer: 'feedback' }))[0]).toBe(201);
    await writeIn(site, tess, closed, one, 'A last word');
    await site.owner.query(
      `insert into assignment_extension (assignment_id, person_id, closes_at)
       values ($1, $2, now() + interval '1 hour')`,
      [closed, ada.id],
    );
    await writeIn(site, ada, closed, one, 'In the time I was given');
    expect(await refused(ben, closed, one)).toEqual([409, 'assignment-closed']);
  });

  test('answers and edits after it has closed; what is one’s own can be taken back', async () => {
    const assignment = await setAssignment(site, classId, { gate: 'none' });
    const mine = rootOf(await writeIn(site, ada, assignment, one)).id;
    await site.owner.query(
      `update assignment set opens_at = now() - interval '2 hours', closes_at = now() - interval '1 hour'
       where id = $1`,
      [assignment],
    );
    const answer = await site.as(
      ben,
      'POST',
      `/api/annotations/${mine}/replies`,
      replyForm('Too late'),
    );
    expect(answer.json<Problem>().code).toBe('assignment-closed');
    const edit = { body: 'Other words', version: 1, seen };
    const edited = await site.as(ada, 'PUT', `/api/annotations/${mine}`, edit);
    expect(edited.json<Problem>().code).toBe('assignment-closed');
    expect((await site.as(ada, 'DELETE', `/api/annotations/${mine}`)).statusCode).toBe(200);
  });

  test('in the archive nothing is settled', async () => {
    const id = await classOf(site, tess, ada);
    const thread = await writeIn(site, ada, await setAssignment(site, id), one);
    const settle = (who: Person, action: string) =>
      site.as(who, 'POST', `/api/threads/${thread.id}/resolution`, { action });
    expect((await settle(ada, 'resolve')).statusCode).toBe(200);
    await site.as(tess, 'PUT', `/classes/${id}/archive`, { archived: true });
    for (const who of [ada, tess])
      expect((await settle(who, 'reopen')).json<Problem>().code).toBe('not-allowed');
  });

  test('the same form twice is one note, other words with its key are refused', async () => {
    const assignment = await setAssignment(site, classId);
    const form = threadForm(one, { layer: 'class', assignment });
    const first = await site.as(ada, 'POST', '/api/threads', form);
    const again = await site.as(ada, 'POST', '/api/threads', form);
    expect([first.statusCode, again.statusCode]).toEqual([201, 200]);
    expect(again.json<{ id: string }>().id).toBe(first.json<{ id: string }>().id);
    const other = await site.as(ada, 'POST', '/api/threads', { ...form, body: 'Other' });
    expect(other.json<Problem>().code).toBe('key-reused');
  });

  test('what was handed in is taken nowhere else; it may be written again', async () => {
    const assignment = await setAssignment(site, classId);
    const thread = await writeIn(site, ada, assignment, one, 'Handed in, and mine');
    const moved = await site.as(ada, 'POST', `/api/threads/${thread.id}/move`, { layer: 'public' });
    expect(moved.statusCode).toBe(403);
    const copied = await site.as(ada, 'POST', `/api/annotations/${rootOf(thread).id}/copies`, {
      layer: 'public',
      key: randomUUID(),
    });
    expect(copied.statusCode, copied.body).toBe(201);
  });
});

test('what was said in a class does not hold the same words in public', async () => {
  const assignment = await setAssignment(site, classId, { gate: 'none' });
  const body = 'The same considered words, first for the class and afterwards for everybody';
  await writeIn(site, ada, assignment, one, body);
  expect((await startThread(site, ada, one, { body })).layer).toBe('public');
  expect((await startThread(site, ada, two, { body })).layer).toBe('waiting');
});

describe('where it is read', () => {
  test('in the assignment alone, with one’s notebook; elsewhere what is of no class', async () => {
    const assignment = await setAssignment(site, classId);
    await writeIn(site, ada, assignment, three, 'In the assignment');
    await startThread(site, ada, three, { body: 'In public' });
    await startThread(site, ada, three, { layer: 'notebook', body: 'In the notebook' });
    expect(await wordsIn(site, ada, assignment, three)).toEqual([
      'In the assignment',
      'In the notebook',
    ]);
    const reading = async (query: string): Promise<ReadingView> =>
      (await site.as(ada, 'GET', `/api/works/ncss-2016/reading?at=${three}${query}`)).json();
    const plain = await reading('');
    expect(plain.assignment).toBeNull();
    const words = ({ threads }: ReadingView) =>
      threads.items.map(({ annotations }) => annotations[0]?.body).toSorted();
    expect(words(plain)).toEqual(['In public', 'In the notebook']);
    const inside = await reading(`&assignment=${assignment}`);
    expect(words(inside)).toEqual(['In the assignment', 'In the notebook']);
    expect(inside.assignment).toMatchObject({ role: 'student', writes: true, pseudonym: null });
    expect(inside.assignment?.clauses.map(({ address, open }) => [address, open])).toEqual([
      [one, false],
      [two, false],
      [three, true],
    ]);
    const uid = inside.focus.uid ?? '';
    expect([plain.tallies[uid], inside.tallies[uid]]).toEqual([2, 2]);
  });

  test('the staff withholds words from the class, without the moderators of the site', async () => {
    const assignment = await setAssignment(site, classId, { gate: 'none' });
    const note = rootOf(await writeIn(site, ada, assignment, one, 'Rude words')).id;
    const answer = await site.as(tess, 'POST', `/api/annotations/${note}/hide`, hideForm());
    expect(answer.statusCode, answer.body).toBe(200);
    expect(await wordsIn(site, ben, assignment, one)).toEqual([null]);
    expect(await wordsIn(site, ada, assignment, one)).toEqual(['Rude words']);
    const { rows } = await site.owner.query('select from decision where annotation_id = $1', [
      note,
    ]);
    expect(rows).toEqual([]);
  });
});

describe('names', () => {
  test('classmates know each other by pseudonyms, the staff by name', async () => {
    const assignment = await setAssignment(site, classId, { names: 'pseudonym', gate: 'none' });
    const mine = await writeIn(site, ada, assignment, one);
    await replyTo(site, ben, rootOf(mine).id, 'An answer by somebody who wrote nothing else');
    const authors = async (reader: Person) =>
      (await readIn(site, reader, assignment, one)).flatMap(({ annotations }) =>
        annotations.map(({ author }) => author),
      );
    expect((await authors(tess)).map((author) => author?.name)).toEqual(['Ada', 'Ben']);
    const [own, peer] = await authors(ada);
    expect(own?.id).toBe(ada.id);
    expect(own?.name).toMatch(/^[A-Z][a-z]+ \d\d$/);
    expect(peer?.name).toMatch(/^[A-Z][a-z]+ \d\d$/);
    expect([peer?.handle, peer?.id === ben.id]).toEqual(['', false]);
    expect((await authors(ben)).map((author) => author?.name)).toEqual([own?.name, peer?.name]);
  });

  test('a copy under one’s own name does not lead back to the pseudonym', async () => {
    const assignment = await setAssignment(site, classId, { names: 'pseudonym', gate: 'none' });
    const { id } = rootOf(await writeIn(site, ada, assignment, one, 'Written under a pseudonym'));
    const answer = await site.as(ada, 'POST', `/api/annotations/${id}/copies`, {
      layer: 'public',
      key: randomUUID(),
    });
    const copy = rootOf(answer.json<ThreadView>());
    expect(copy.copiedFrom).toBe(id);
    for (const reader of [ben, tess]) {
      const read = await site.as(reader, 'GET', `/api/annotations/${copy.id}`);
      expect(read.json<AnnotationView>()).toMatchObject({
        author: { name: 'Ada' },
        copiedFrom: null,
      });
    }
  });

  test('graders are told no names until it is released', async () => {
    const assignment = await setAssignment(site, classId, { names: 'blind', gate: 'none' });
    await writeIn(site, ada, assignment, one);
    const author = async () =>
      (await readIn(site, tess, assignment, one))[0]?.annotations[0]?.author;
    expect((await author())?.id).not.toBe(ada.id);
    expect((await author())?.name).not.toBe('Ada');
    await site.owner.query('update assignment set released_at = now() where id = $1', [assignment]);
    expect(await author()).toMatchObject({ id: ada.id, name: 'Ada' });
  });
});
