import type {
  AssignmentMine,
  ClassMine,
  ClassView,
  OwnResult,
  ReadingView,
  ThreadView,
  ViewerView,
} from '@glossator/contract';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { routes } from './routes/index.ts';
import type { Where } from './routes/rule.ts';
import { assign, handIn } from './support/assigned.ts';
import { codeOf, classOf } from './support/classes.ts';
import { readIn, wordsIn, writeIn } from './support/gate.ts';
import {
  cookieFor,
  cookieOf,
  hideForm,
  refusal,
  replyForm,
  replyTo,
  rootOf,
  startApp,
  stopApp,
  threadForm,
  type Person,
  type TestApp,
} from './support/index.ts';
import { setAssignment } from './support/set-assignment.ts';
import { addressesOf, differences, nowhere } from './support/tell-all.ts';

let site: TestApp;
let tess: Person;
let tom: Person;
let ada: Person;
let ben: Person;
let olga: Person;
let classId: string;
const [one, two] = ['4.3.1.2', '4.3.2.1'] as const;

beforeAll(async () => {
  site = await startApp();
  [tess, tom, ada, ben, olga] = (await Promise.all(
    ['Tess', 'Tom', 'Ada', 'Ben', 'Olga'].map((name) => site.addPerson({ name })),
  )) as [Person, Person, Person, Person, Person];
  classId = await classOf(site, tess, tom, ada, ben);
  const made = await site.as(tess, 'PUT', `/classes/${classId}/members/${tom.id}`, {
    role: 'assistant',
  });
  expect(made.statusCode, made.body).toBe(200);
});
afterAll(() => stopApp(site));

const ask = (by: Person, student: string | null, id = classId) =>
  site.as(by, 'PUT', `/classes/${id}/view-as`, { student });
/** Somebody of the staff with the eyes of a student; of one who has just come where none is named. */
async function as(by: Person, student: Person | null = null, id = classId): Promise<Person> {
  const answer = await ask(by, student?.id ?? null, id);
  expect(answer.statusCode, answer.body).toBe(200);
  return { ...by, cookie: cookieOf(answer) };
}
async function get<T>(by: Person, path: string): Promise<T> {
  const answer = await site.as(by, 'GET', path);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}
const reading = (by: Person, assignment: string, at: string) =>
  get<ReadingView>(by, `/works/ncss-2016/reading?at=${at}&assignment=${assignment}`);

/** All rows of all tables, but for when sessions were last used. */
async function everything(): Promise<string> {
  // Notices are handed round a moment after what they tell of.
  await vi.waitFor(async () => {
    expect((await site.owner.query('select from notice_due')).rows).toEqual([]);
  }, 15_000);
  const { rows } = await site.owner.query<{ t: string }>(
    `select quote_ident(schemaname) || '.' || quote_ident(tablename) as t from pg_tables
     where schemaname in ('public', 'live') and tablename <> 'session' order by 1`,
  );
  expect(rows.length).toBeGreaterThan(60);
  const sums: string[] = [];
  for (const { t } of rows) {
    const { rows: sum } = await site.owner.query<{ n: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(x::text, '|' order by x::text)), '') as n from ${t} x`,
    );
    sums.push(`${t} ${sum[0]?.n ?? ''}`);
  }
  return sums.join('\n');
}

describe('who may', () => {
  test('instructor and assistant, as one who has just come and as a student of theirs', async () => {
    for (const by of [tess, tom])
      for (const student of [null, ada]) {
        const eyes = await as(by, student);
        const { role, abilities } = await get<ClassView>(eyes, `/classes/${classId}`);
        expect([role, abilities['see-people'], abilities['view-as']]).toEqual([
          'student',
          false,
          false,
        ]);
        expect((await get<ViewerView>(eyes, '/session')).viewAs).toEqual({
          class: { id: classId, name: 'Reading policy' },
          student: student === null ? null : 'Ada',
          leavesOut: false,
        });
      }
  });
  test('no student, and to an outsider there is no class', async () => {
    expect(refusal(await ask(ada, null))).toEqual([403, 'not-allowed']);
    expect(refusal(await ask(ada, ben.id))).toEqual([403, 'not-allowed']);
    expect(refusal(await ask(olga, null))).toEqual([404, 'not-found']);
    const keeper = await site.addPerson({ name: 'Keeper', administrator: true });
    expect(refusal(await ask(keeper, ada.id))).toEqual([404, 'not-found']);
  });
  test('nobody is looked at who is no student: staff, oneself, who left, a stranger, nobody', async () => {
    const gone = await site.addPerson({ name: 'Gone' });
    const code = await codeOf(site, tess, classId);
    await site.as(gone, 'POST', `/class-codes/${code}/join`);
    await site.as(tess, 'DELETE', `/classes/${classId}/members/${gone.id}`);
    for (const who of [tom.id, tess.id, gone.id, olga.id, randomUUID()])
      expect(refusal(await ask(tess, who))).toEqual([404, 'not-found']);
  });
  test('a session that is for one class alone does not leave it by this', async () => {
    const teacher = await site.addPerson({ name: 'Tove' });
    const other = await classOf(site, teacher);
    const code = await codeOf(site, tess, classId);
    await site.as(teacher, 'POST', `/class-codes/${code}/join`);
    await site.owner.query('update session set class_id = $1 where id = $2', [
      classId,
      teacher.sessionId,
    ]);
    expect(refusal(await ask(teacher, null, other))).toEqual([404, 'not-found']);
    expect(refusal(await ask(teacher, null))).toEqual([403, 'not-allowed']);
  });
  test('a cookie that names what its person may not look at shows them what is theirs', async () => {
    const claimed = (by: Person, id: string, student: string | null): Person => {
      let cookie = '';
      const reply = {
        setCookie: (name: string, value: string) => (cookie = `${name}=${value}`),
      };
      site.app.startSession(reply as never, by.sessionId, [id, student]);
      return { ...by, cookie };
    };
    const elsewhere = await classOf(site, olga);
    // Who teaches another class is none here, and stays who they are there.
    for (const student of [null, ada.id]) {
      const eyes = claimed(olga, classId, student);
      expect((await site.as(eyes, 'GET', `/classes/${classId}`)).statusCode).toBe(404);
      expect((await get<ClassView>(eyes, `/classes/${elsewhere}`)).role).toBe('instructor');
      expect((await get<ViewerView>(eyes, '/session')).viewAs).toBeNull();
    }
    const own = await get<ClassView>(claimed(ada, classId, ben.id), `/classes/${classId}`);
    expect(own.role).toBe('student');
    const mine = await site.as(claimed(ada, classId, ben.id), 'GET', `/classes/${classId}/mine`);
    expect(mine.json()).toEqual(await get(ada, `/classes/${classId}/mine`));
    const nobody = claimed(tess, classId, olga.id);
    expect((await get<ClassView>(nobody, `/classes/${classId}`)).role).toBe('instructor');
  });
  test('the right ends at once with what it was given for', async () => {
    const [helper, student] = [
      await site.addPerson({ name: 'Hal' }),
      await site.addPerson({ name: 'Stu' }),
    ];
    const id = await classOf(site, tess, helper, student);
    await site.as(tess, 'PUT', `/classes/${id}/members/${helper.id}`, { role: 'assistant' });
    const eyes = await as(helper, student, id);
    await site.as(tess, 'DELETE', `/classes/${id}/members/${student.id}`);
    expect((await get<ViewerView>(eyes, '/session')).viewAs).toBeNull();
    const nobody = await as(helper, null, id);
    await site.as(tess, 'DELETE', `/classes/${id}/members/${helper.id}`);
    expect((await site.as(nobody, 'GET', `/classes/${id}`)).statusCode).toBe(404);
    expect((await get<ViewerView>(nobody, '/session')).viewAs).toBeNull();
  });
});

describe('one who has just come', () => {
  test('finds the gate shut, and what the staff said to all', async () => {
    const assignment = await setAssignment(site, classId);
    await writeIn(site, ada, assignment, one, 'Ada thinks of what comes first');
    await writeIn(site, tess, assignment, one, 'Tess says where to begin');
    const eyes = await as(tess);
    expect(await wordsIn(site, tess, assignment, one)).toHaveLength(2);
    expect(await wordsIn(site, eyes, assignment, one)).toEqual(['Tess says where to begin']);
    const view = await reading(eyes, assignment, one);
    expect(view.assignment).toMatchObject({ role: 'student', writes: true });
    expect(view.assignment?.clauses.map(({ open }) => open)).toEqual([false, false, false]);
    expect(Object.values(view.tallies)).toEqual([1]);
    expect([view.viewer.person?.id, view.viewer.viewAs?.class.id]).toEqual([tess.id, classId]);
    const mine = await get<AssignmentMine>(eyes, `/assignments/${assignment}/mine`);
    expect([mine.notes, mine.leftOut]).toEqual([{ needed: 3, done: 0 }, []]);
  });
  test('finds open what time has opened, and opens it to nobody', async () => {
    const assignment = await setAssignment(site, classId, {
      gate: 'time',
      gateAt: new Date(Date.now() - 1000).toISOString(),
      names: 'pseudonym',
    });
    await writeIn(site, ada, assignment, one, 'Ada thinks before noon');
    const before = await everything();
    for (const student of [null, ben]) {
      const eyes = await as(tess, student);
      const [thread] = await readIn(site, eyes, assignment, one);
      expect(thread?.annotations[0]?.author?.name).not.toBe('Ada');
      expect((await reading(eyes, assignment, one)).assignment?.pseudonym).toEqual(
        expect.any(String),
      );
    }
    expect(await everything()).toBe(before);
  });
  test('knows of no draft, and of nothing that the staff alone sees', async () => {
    const draft = await setAssignment(site, classId, { isDraft: true });
    const assignment = await setAssignment(site, classId);
    const eyes = await as(tess);
    for (const path of [
      `/assignments/${draft}`,
      `/works/ncss-2016/reading?at=${one}&assignment=${draft}`,
    ])
      expect((await site.as(eyes, 'GET', path)).statusCode).toBe(404);
    const { items } = await get<ClassMine>(eyes, `/classes/${classId}/mine`);
    expect(items.map(({ id }) => id)).toContain(assignment);
    expect(items.map(({ id }) => id)).not.toContain(draft);
    for (const path of [
      `/assignments/${assignment}/board`,
      `/assignments/${assignment}/grades`,
      `/assignments/${assignment}/grades/${ada.id}`,
      `/assignments/${assignment}/gradebook`,
      `/assignments/${assignment}/gradebook/file`,
      `/classes/${classId}/members`,
      `/classes/${classId}/groups`,
      `/classes/${classId}/gradebook`,
    ])
      expect([path, (await site.as(eyes, 'GET', path)).statusCode]).toEqual([path, 403]);
  });
  test('learns of a note behind the gate by no way that is of the class', async () => {
    const assignment = await setAssignment(site, classId, { clauses: [two] });
    const eyes = await as(tess);
    const place = { at: two, section: '4.3', author: ada, assignment };
    const before = await tellsOf(eyes, { ...place, ...nowhere });
    const thread = await writeIn(site, ada, assignment, two, 'Xyzzy, said behind the gate');
    await replyTo(site, tess, rootOf(thread).id, 'Plugh, said behind the gate');
    const where = { ...place, thread: thread.id, note: rootOf(thread).id };
    const after = await tellsOf(eyes, where);
    expect(Object.keys(after).length).toBeGreaterThan(10);
    expect(differences(before, after)).toEqual([]);
    // They were the right addresses: whoever teaches does learn of it.
    expect(differences(before, await tellsOf(tess, where)).length).toBeGreaterThan(5);
  });
});

/** What every address says that is of a class: by an assignment, a note or a thread. */
async function tellsOf(by: Person, where: Where): Promise<Record<string, string>> {
  const kinds = ['list', 'single', 'count', 'heat', 'card', 'tag'] as const;
  const urls = new Set(kinds.flatMap((kind) => addressesOf(kind, where)));
  const names = [where.assignment ?? '', where.thread, where.note];
  const told: Record<string, string> = {};
  const plain = (text: string): string =>
    text
      .replaceAll(/"(textTag|cursor|next|live)":"[^"]*"/g, '')
      // Whoever names a note of the class reads as its student, who starts nothing outside of it.
      .replaceAll(/"abilities":\{"start-thread":\w+\}/g, '')
      .replaceAll(where.thread, 'thread')
      .replaceAll(where.note, 'note');
  for (const url of urls) {
    const path = url.replace('/api', '');
    if (!names.some((name) => url.includes(name)) || /^\/(search|feeds|export|w3c)/.test(path))
      continue;
    const { statusCode, headers, body } = await site.as(by, 'GET', url);
    told[plain(url)] = plain(`${String(statusCode)} ${String(headers.etag)} ${body}`);
  }
  return told;
}

describe('a student of theirs', () => {
  /** What they are answered themselves, in a session for this class. */
  const inTheClass = async (student: Person): Promise<Person> => {
    const sessionId = randomUUID();
    await site.owner.query(
      `insert into session (id, person_id, device, class_id) values ($1, $2, 'test', $3)`,
      [sessionId, student.id, classId],
    );
    return { ...student, sessionId, cookie: cookieFor(site.app, sessionId) };
  };

  test('is answered to the letter as they are themselves', async () => {
    const assignment = await setAssignment(site, classId, { names: 'pseudonym' });
    const thread: ThreadView = await writeIn(site, ada, assignment, one, 'Ada on the first');
    await writeIn(site, ben, assignment, one, 'Ben on the first');
    await writeIn(site, ben, assignment, two, 'Ben on the second');
    const graded = await assign(site, classId, { title: 'Graded' });
    await handIn(site, graded, ada, { body: 'What I make of it for points' });
    const released = await site.as(tess, 'POST', `/assignments/${graded}/release`, {
      students: null,
    });
    expect(released.statusCode, released.body).toBe(200);
    const where = {
      at: one,
      section: '4.3',
      author: ada,
      assignment,
      thread: thread.id,
      note: rootOf(thread).id,
    };
    const before = await everything();
    const eyes = await as(tess, ada);
    const looked = await tellsOf(eyes, where);
    const paths = [
      `/classes/${classId}`,
      `/classes/${classId}/mine`,
      `/classes/${classId}/assignments`,
      `/assignments/${assignment}/mine`,
      `/assignments/${assignment}/result`,
      `/assignments/${graded}/result`,
    ];
    const said = await Promise.all(paths.map((path) => get(eyes, path)));
    // The result was read by them, and is not said to have been read by its student.
    expect(await everything()).toBe(before);
    const session = await inTheClass(ada);
    const theirs = await tellsOf(session, where);
    const withoutViewer = (told: Record<string, string>) =>
      Object.fromEntries(
        Object.entries(told).map(([url, text]) => [
          url,
          text
            .replaceAll(/"viewer":\{.*?"abilities":\{[^}]*\}\}/g, '')
            .replaceAll(/"etag.*?"/g, ''),
        ]),
      );
    expect(differences(withoutViewer(looked), withoutViewer(theirs))).toEqual([]);
    for (const [n, path] of paths.entries()) expect(said[n]).toEqual(await get(session, path));
    expect((said[5] as OwnResult).result).not.toBeNull();
  });
  test('keeps what is theirs alone: notebook and drafts', async () => {
    const assignment = await setAssignment(site, classId);
    const note = await site.as(ada, 'POST', '/threads', {
      ...threadForm(one, { layer: 'notebook', body: 'For myself alone' }),
    });
    expect(note.statusCode, note.body).toBe(201);
    const said = await writeIn(site, tess, assignment, one, 'Tess asks what comes first');
    const place = `reply:${rootOf(said).id}`;
    const form = { body: 'Half a thought', layer: 'class' };
    const draft = await site.as(ada, 'PUT', `/drafts/${place}`, form);
    expect(draft.statusCode, draft.body).toBe(200);
    const theirs = await site.as(
      ada,
      'GET',
      `/works/ncss-2016/reading?at=${one}&assignment=${assignment}`,
    );
    expect(theirs.body).toContain('Half a thought');
    expect(theirs.body).toContain('For myself alone');
    const eyes = await as(tess, ada);
    const view = await site.as(
      eyes,
      'GET',
      `/works/ncss-2016/reading?at=${one}&assignment=${assignment}`,
    );
    expect(view.body).not.toContain('For myself alone');
    expect(view.body).not.toContain('Half a thought');
    const own = rootOf(note.json<ThreadView>()).id;
    expect((await site.as(eyes, 'GET', `/annotations/${own}`)).statusCode).toBe(404);
  });
  test('is not told apart where graders are told no names', async () => {
    const blind = await assign(site, classId, { names: 'blind', title: 'Blind' });
    await handIn(site, blind, ada, { body: 'Written under another name' });
    const eyes = await as(tess, ada);
    expect((await get<ViewerView>(eyes, '/session')).viewAs?.leavesOut).toBe(true);
    for (const path of [
      `/assignments/${blind}`,
      `/assignments/${blind}/mine`,
      `/assignments/${blind}/result`,
      `/works/ncss-2016/reading?at=4.3.1.1&assignment=${blind}`,
      `/works/ncss-2016/marks?assignment=${blind}`,
    ])
      expect([path, (await site.as(eyes, 'GET', path)).statusCode]).toEqual([path, 404]);
    const seen = await site.as(eyes, 'GET', `/classes/${classId}/mine`);
    expect(seen.body).not.toContain(blind);
    const wrote = await site.as(eyes, 'GET', `/classes/${classId}/mine/notes`);
    expect([wrote.statusCode, wrote.body.includes('Written under another name')]).toEqual([
      200,
      false,
    ]);
    // Nobody is named by one who has just come: to them it is there.
    const nobody = await as(tess);
    expect((await site.as(nobody, 'GET', `/assignments/${blind}/mine`)).statusCode).toBe(200);
    await site.owner.query('update assignment set released_at = now() where id = $1', [blind]);
    expect((await site.as(eyes, 'GET', `/assignments/${blind}/mine`)).statusCode).toBe(200);
  });
});

describe('while one looks', () => {
  test('nothing is written, anywhere, and it is said why', async () => {
    const assignment = await setAssignment(site, classId);
    const thread = await writeIn(site, tess, assignment, one, 'Tess begins');
    const note = rootOf(thread).id;
    for (const student of [null, ada]) {
      const eyes = await as(tess, student);
      const before = await everything();
      for (const [method, url, payload] of [
        ['POST', '/threads', threadForm(one, { layer: 'class', assignment })],
        ['POST', '/threads', threadForm(one)],
        ['POST', `/annotations/${note}/replies`, replyForm('An answer')],
        ['PUT', `/annotations/${note}`, { body: 'x', version: 1, seen: [], tags: [] }],
        ['DELETE', `/annotations/${note}`, undefined],
        ['POST', `/annotations/${note}/hide`, hideForm()],
        ['PUT', `/classes/${classId}`, { name: 'x', description: '', zone: 'UTC' }],
        ['POST', `/assignments/${assignment}/openings`, { clauses: null, students: null }],
        ['PUT', `/drafts/new:ncss-2016:${one}`, { body: 'x', version: 0 }],
      ] as const)
        expect([url, ...refusal(await site.as(eyes, method, url, payload))]).toEqual([
          url,
          409,
          'viewing-as-student',
        ]);
      expect(await everything()).toBe(before);
    }
  });
  test('no route that writes is forgotten', async () => {
    const eyes = await as(tess);
    const writing = Object.keys(routes).filter(
      (route) => !/^GET /.test(route) && !free.test(route),
    );
    expect(writing.length).toBeGreaterThan(100);
    for (const route of writing) {
      const [method = '', url = ''] = route.split(' ');
      const path = url.replaceAll(/\{[^}]*\}/g, randomUUID());
      const answer = await site.as(eyes, method as 'POST', path, {});
      expect([route, ...refusal(answer)]).toEqual([route, 409, 'viewing-as-student']);
    }
  });
  test('what is of no class, or of another, is one’s own', async () => {
    const another = await classOf(site, tess);
    const assignment = await setAssignment(site, another);
    const eyes = await as(tess);
    expect((await get<ClassView>(eyes, `/classes/${another}`)).role).toBe('instructor');
    expect((await reading(eyes, assignment, one)).assignment?.role).toBe('instructor');
    const { person, within } = await get<ViewerView>(eyes, '/session');
    expect([person?.id, within]).toEqual([tess.id, null]);
    expect((await site.as(eyes, 'GET', '/notices')).statusCode).toBe(200);
  });
  test('one leaves, or looks as another, or signs out', async () => {
    const eyes = await as(tess);
    const again = await ask(eyes, ada.id);
    expect(again.statusCode, again.body).toBe(200);
    const left = await site.as({ cookie: cookieOf(again) }, 'DELETE', '/session/view-as');
    const self = { ...tess, cookie: cookieOf(left) };
    expect((await get<ViewerView>(self, '/session')).viewAs).toBeNull();
    expect((await get<ClassView>(self, `/classes/${classId}`)).role).toBe('instructor');
  });
  test('many at once are answered, each as who they look as', async () => {
    const assignment = await setAssignment(site, classId);
    await writeIn(site, ada, assignment, one, 'Ada, at the same time');
    const [nobody, asAda] = [await as(tess), await as(tess, ada)];
    const all = await Promise.all(
      Array.from({ length: 24 }, (_, n) =>
        wordsIn(site, [tess, nobody, asAda][n % 3] ?? tess, assignment, one),
      ),
    );
    expect(all.map((words) => words.length)).toEqual(
      Array.from({ length: 24 }, (_, n) => [1, 0, 1][n % 3]),
    );
  });
});

/** Routes by which one signs in or out or says by a link of one's own who one is, and those for programs. */
const free =
  /^(POST|DELETE) \/api\/(session|accounts|claim|class-sign-in|class-guests|class-invitation|unsubscribe|objection)|\/view-as$|\/api\/w3c\//;
