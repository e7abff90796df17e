import type { AnnotationView, RevisionPage, RevisionView } from '@glossator/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { routes } from './routes/index.ts';
import {
  hideForm,
  refusal,
  rootOf,
  seen,
  startApp,
  startThread,
  stopApp,
  type Person,
  type TestApp,
} from './support/index.ts';

let site: TestApp;
let ada: Person;
let ben: Person;
let keeper: Person;

beforeAll(async () => {
  site = await startApp();
  ada = await site.addPerson({ name: 'Ada' });
  ben = await site.addPerson({ name: 'Ben' });
  keeper = await site.addPerson({ name: 'Keeper', administrator: true });
});
afterAll(() => stopApp(site));

/** A note with as many revisions as bodies. */
async function edited(...bodies: readonly [string, ...string[]]): Promise<AnnotationView> {
  const [first, ...later] = bodies;
  let note = rootOf(await startThread(site, ada, '4.3.1.2', { body: first, tags: ['scope'] }));
  for (const body of later)
    note = (
      await site.as(ada, 'PUT', `/api/annotations/${note.id}`, {
        body,
        version: note.version,
        seen,
      })
    ).json<AnnotationView>();
  return note;
}
const withdraw = (person: Person | null, id: string, number: number, reason?: string) =>
  site.as(
    person,
    'POST',
    `/api/annotations/${id}/revisions/${String(number)}/withdrawal`,
    reason === undefined ? {} : { reason },
  );
const history = async (person: Person | null, id: string): Promise<RevisionView[]> =>
  (await site.as(person, 'GET', `/api/annotations/${id}/revisions`)).json<RevisionPage>().items;
const events = async (id: string) =>
  (
    await site.owner.query<Record<string, unknown>>(
      'select actor_id, before, after, reason, revision from annotation_event where annotation_id = $1',
      [id],
    )
  ).rows;

describe('one past revision', () => {
  test('loses its words by its author and keeps its mark; the others stay as they are', async () => {
    const note = await edited('One', 'Two', 'Three');
    const answer = await withdraw(ada, note.id, 2);
    expect(answer.json()).toMatchObject({
      number: 2,
      body: null,
      html: null,
      tags: [],
      withdrawn: { by: 'author', reason: null },
      current: false,
      abilities: { withdraw: false },
    });
    for (const reader of [null, ben, keeper, ada])
      expect(
        (await history(reader, note.id)).map(({ number, body, withdrawn }) => [
          number,
          body,
          withdrawn?.by ?? null,
        ]),
      ).toEqual([
        [3, 'Three', null],
        [2, null, 'author'],
        [1, 'One', null],
      ]);
    expect(await events(note.id)).toEqual([
      { actor_id: ada.id, before: 'no', after: 'by-author', reason: '', revision: 2 },
    ]);
    const now = await site.as(ada, 'GET', `/api/annotations/${note.id}`);
    expect(now.json()).toMatchObject({ body: 'Three', version: 3, tags: ['scope'] });
  });

  test('is taken from another by the staff, who say why; the reason is for author and staff', async () => {
    const note = await edited('Names a neighbour', 'Names nobody');
    expect(refusal(await withdraw(keeper, note.id, 1))).toEqual([400, 'text-malformed']);
    expect(refusal(await withdraw(keeper, note.id, 1, ' \n'))).toEqual([400, 'text-malformed']);
    expect((await history(ben, note.id))[1]?.body).toBe('Names a neighbour');
    expect((await withdraw(keeper, note.id, 1, 'A private person')).statusCode).toBe(200);
    const reasons: (string | null | undefined)[] = [];
    for (const reader of [null, ben, ada, keeper])
      reasons.push((await history(reader, note.id))[1]?.withdrawn?.reason);
    expect(reasons).toEqual([null, null, 'A private person', 'A private person']);
    expect((await history(ben, note.id))[1]?.withdrawn?.by).toBe('staff');
  });

  test('is offered where it may be done, and never for what the note says now', async () => {
    const note = await edited('One', 'Two');
    for (const [reader, offered] of [
      [null, [false, false]],
      [ben, [false, false]],
      [ada, [false, true]],
      [keeper, [false, true]],
    ] as const)
      expect((await history(reader, note.id)).map(({ abilities }) => abilities.withdraw)).toEqual(
        offered,
      );
    for (const who of [ada, keeper])
      expect(refusal(await withdraw(who, note.id, 2, 'x'))).toEqual([409, 'revision-current']);
    expect(refusal(await withdraw(ada, note.id, 3))).toEqual([404, 'not-found']);
    expect(refusal(await withdraw(ada, note.id, 0))).toEqual([400, 'request-malformed']);
    expect(refusal(await withdraw(ben, note.id, 1, 'x'))).toEqual([403, 'not-allowed']);
  });

  test('is withdrawn once, also where two do it at the same moment', async () => {
    const note = await edited('One', 'Two');
    const answers = await Promise.all([
      withdraw(ada, note.id, 1),
      withdraw(keeper, note.id, 1, 'x'),
    ]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect(await events(note.id)).toHaveLength(1);
    expect(refusal(await withdraw(ada, note.id, 1))).toEqual([409, 'state-changed']);
  });

  test('of a hidden note is withdrawn too, of a deleted one not', async () => {
    const note = await edited('One', 'Two', 'Three');
    await site.as(keeper, 'POST', `/api/annotations/${note.id}/hide`, hideForm());
    expect((await withdraw(ada, note.id, 1)).statusCode).toBe(200);
    expect((await withdraw(keeper, note.id, 2, 'x')).statusCode).toBe(200);
    const other = await edited('One', 'Two');
    await site.as(ada, 'DELETE', `/api/annotations/${other.id}`);
    expect(refusal(await withdraw(ada, other.id, 1))).toEqual([403, 'not-allowed']);
  });

  test('does not come back by the form that made it', async () => {
    const key = '01999999-0000-7000-8000-00000000aaaa';
    const thread = await startThread(site, ada, '4.3.1.2', { body: 'Made once', key });
    const { id } = rootOf(thread);
    await site.as(ada, 'PUT', `/api/annotations/${id}`, { body: 'Later', version: 1, seen });
    await withdraw(ada, id, 1);
    const again = await site.as(ada, 'POST', '/api/threads', {
      work: 'ncss-2016',
      target: '4.3.1.2',
      layer: 'public',
      body: 'Made once',
      seen,
      key,
    });
    expect(refusal(again)).toEqual([409, 'key-reused']);
    expect((await history(ada, id)).at(-1)?.body).toBeNull();
  });

  test('stays withdrawn in the database: no row has both words and the mark', async () => {
    const note = await edited('One', 'Two');
    await withdraw(ada, note.id, 1);
    await expect(
      site.owner.query("update revision set body = 'One' where annotation_id = $1 and number = 1", [
        note.id,
      ]),
    ).rejects.toThrow(/revision_words/);
  });
});

describe.each(['author', 'staff'] as const)('words withdrawn by the %s', (by) => {
  test('are on no path for anybody, and in no table', async () => {
    const at = by === 'author' ? '3.4.1.3' : '3.4.1.4';
    const words = new RegExp(`unsayable[ -]${by}`, 'i');
    const thread = await startThread(site, ada, at, {
      body: `Unsayable ${by}`,
      tags: [`unsayable-${by}`],
    });
    const { id } = rootOf(thread);
    const edit = { body: 'Said otherwise', tags: [], version: 1, seen };
    await site.as(ada, 'PUT', `/api/annotations/${id}`, edit);
    const answer = await withdraw(by === 'author' ? ada : keeper, id, 1, `Unlawful why ${by}`);
    expect(answer.statusCode).toBe(200);

    const where = { at, section: at.slice(0, 3), thread: thread.id, note: id, author: ada };
    for (const person of [null, ada, ben, keeper])
      for (const { tells } of Object.values(routes))
        for (const url of tells.kind === 'reads' ? tells.urls(where) : []) {
          const { body } = await site.as(person, 'GET', url);
          expect(words.exec(body), url).toBeNull();
          if (person === null || person === ben)
            expect(body.includes(`Unlawful why ${by}`), url).toBe(false);
        }
    const { rows: tables } = await site.owner.query<{ schema: string; name: string }>(
      `select table_schema as schema, table_name as name from information_schema.tables
       where table_schema in ('public', 'queue', 'live') and table_type = 'BASE TABLE'`,
    );
    for (const { schema, name } of tables) {
      const held = await site.owner.query(
        `select from ${schema}.${name} t where t::text ~* $1 limit 1`,
        [words.source],
      );
      expect(held.rowCount, name).toBe(0);
    }
  }, 60_000);
});
