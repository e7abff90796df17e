import type { ThreadPage, ThreadView } from '@glossator/contract';
import { parse } from 'csv-parse/sync';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { termToRemark } from '../src/features/annotations/find-term.ts';
import { termOfWork } from '../src/features/term-ledger/statements.ts';
import { threadsOnTerm } from '../src/features/term-threads/list.ts';
import { classOf } from './support/classes.ts';
import { setAssignment } from './support/set-assignment.ts';
import {
  container,
  decideOn,
  oneCase,
  origin,
  pinned,
  programOf,
  refusal,
  replyTo,
  rootOf,
  startApp,
  startThread,
  stopApp,
  threadForm,
  type Json,
  type Person,
  type TestApp,
} from './support/index.ts';

/* What readers say about terms. 统筹 stands at 2.0.1.1, 3.4.0 and 4.7.1.1. */

let site: TestApp;
let keeper: Person;
let ben: Person;
let cara: Person;

beforeAll(async () => {
  site = await startApp();
  keeper = await site.addPerson({ name: 'Keeper', administrator: true });
  ben = await site.addPerson({ name: 'Ben' });
  cara = await site.addPerson({ name: 'Cara' });
});
afterAll(() => stopApp(site));

const term = '统筹';
const onTerm = (name = term) => ({ pointing: { kind: 'term', term: name } });
let said = 0;
const remark = (by: Person, more: Json = {}, at = '4.7.1.1') => {
  said += 1;
  return startThread(site, by, at, { ...onTerm(), body: `Remark ${String(said)}`, ...more });
};
const urlOf = (name = term, query = '') =>
  `/api/works/ncss-2016/terms/${encodeURIComponent(name)}/threads${query}`;
const listed = async (who: Person | null = null, query = '?limit=100', name = term) => {
  const answer = await site.as(who, 'GET', urlOf(name, query));
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<ThreadPage>();
};
const idsOf = ({ items }: ThreadPage): string[] => items.map(({ id }) => id);
const setAccess = (edition: string, access: string) =>
  site.owner.query('update edition set access = $2 where id = $1', [edition, access]);
const readThread = async (id: string, who: Person | null = null): Promise<ThreadView> =>
  (await site.as(who, 'GET', `/api/threads/${id}`)).json();

describe('a thread on a term', () => {
  test('is told with the term wherever it was written, and at its clause by the term', async () => {
    const first = await remark(ben);
    const second = await remark(cara, {}, '3.4.0');
    expect(first.target).toMatchObject({ kind: 'segment', address: '4.7.1.1', term });
    for (const who of [null, cara]) {
      const page = await listed(who);
      expect(idsOf(page).slice(0, 2)).toEqual([second.id, first.id]);
      expect(page.items[1]?.target.term).toBe(term);
    }
    const clause = await site.as(null, 'GET', '/works/ncss-2016/threads?at=4.7.1.1&limit=200');
    expect(clause.json<ThreadPage>().items).toContainEqual(
      expect.objectContaining({
        id: first.id,
        target: expect.objectContaining({ term }) as unknown,
      }),
    );
    expect(idsOf(await listed(null, '', '网络安全'))).toEqual([]);
  });

  test('that is on the clause alone is none', async () => {
    const { id, target } = await startThread(site, ben, '4.7.1.1', { body: 'Of the clause' });
    expect(target.term).toBeNull();
    expect(idsOf(await listed())).not.toContain(id);
  });

  test('is told a page at a time, the newest first', async () => {
    const all = [];
    for (let n = 0; n < 3; n += 1) all.unshift((await remark(ben)).id);
    const first = await listed(null, '?limit=2');
    const rest = await listed(null, `?limit=1&cursor=${first.next ?? ''}`);
    expect([...idsOf(first), ...idsOf(rest)]).toEqual(all);
  });

  test.each([
    ['no such term', onTerm('不存在'), '4.7.1.1', 422, 'term-unknown'],
    ['a term that does not stand there', onTerm(), '4.3.1.2', 422, 'pointing-outside'],
    ['no term', onTerm(''), '4.7.1.1', 400, 'request-malformed'],
    ['a long one', onTerm('统'.repeat(65)), '4.7.1.1', 400, 'request-malformed'],
    ['markup', onTerm('<script>'), '4.7.1.1', 422, 'term-unknown'],
  ])('is refused: %s', async (_, more, at, status, code) => {
    const answer = await site.as(ben, 'POST', '/api/threads', threadForm(at, more));
    expect(refusal(answer)).toEqual([status, code]);
  });

  test('stays with a term that a later ledger leaves out, or says other things of', async () => {
    const { id } = await remark(ben);
    const { rows } = await site.owner.query<{ body: object }>(
      'select body from term where term = $1',
      [term],
    );
    await site.owner.query(
      `update term set uids = '{}', body = jsonb_set(body, '{uses}', '[]') where term = $1`,
      [term],
    );
    expect(idsOf(await listed())).toContain(id);
    expect((await readThread(id)).target).toMatchObject({ address: '4.7.1.1', term });
    // Where it does not stand any more nothing new is said of it.
    const again = await site.as(ben, 'POST', '/api/threads', threadForm('4.7.1.1', onTerm()));
    expect(refusal(again)).toEqual([422, 'pointing-outside']);
    await site.owner.query(
      `update term set uids = array(select uid from unit where path in ('2.0.1.1', '3.4.0', '4.7.1.1')),
         body = $2 where term = $1`,
      [term, rows[0]?.body],
    );
  });

  test('a program that points it at another clause takes it off the term', async () => {
    const thread = await remark(ben);
    const program = await programOf(site, ben);
    const url = `${container}${rootOf(thread).id}`;
    const answer = await program.ask(url);
    const elsewhere = { ...answer.json<Json>(), target: pinned('3.2.1.3') };
    const put = await program.put(url, elsewhere, String(answer.headers.etag));
    expect(put.statusCode, put.body).toBe(200);
    expect(idsOf(await listed())).not.toContain(thread.id);
  });
});

describe('who reads it', () => {
  test('one’s own notebook is one’s own on this page too; it moves and is copied with its term', async () => {
    const thread = await remark(ben, { layer: 'notebook' });
    expect(idsOf(await listed(ben))).toContain(thread.id);
    for (const who of [null, cara, keeper])
      expect(idsOf(await listed(who))).not.toContain(thread.id);
    const moved = await site.as(ben, 'POST', `/threads/${thread.id}/move`, { layer: 'public' });
    expect(moved.json<ThreadView>().target.term).toBe(term);
    expect(idsOf(await listed())).toContain(thread.id);
    const form = { layer: 'notebook', key: randomUUID() };
    const url = `/annotations/${rootOf(thread).id}/copies`;
    const copy = (await site.as(ben, 'POST', url, form)).json<ThreadView>();
    expect(copy.target.term).toBe(term);
    expect(idsOf(await listed(ben))).toContain(copy.id);
    expect(idsOf(await listed())).not.toContain(copy.id);
  });

  test('what waits is its author’s alone; a moderator is told of which term it is', async () => {
    await site.owner.query("update hold_rule set mode = 'hold-all'");
    const { id, layer } = await remark(ben);
    await site.owner.query("update hold_rule set mode = 'publish'");
    expect(layer).toBe('waiting');
    expect(idsOf(await listed(ben))).toContain(id);
    for (const who of [null, cara, keeper]) expect(idsOf(await listed(who))).not.toContain(id);
    const queued = await oneCase(site, keeper);
    expect(queued.note.term).toBe(term);
    const approved = await decideOn(site, keeper, queued, { action: 'approve' });
    expect(approved.statusCode, approved.body).toBe(200);
    expect(idsOf(await listed())).toContain(id);
  });

  test('in a class it is listed within the assignment, and to the class alone', async () => {
    const teacher = await site.addPerson({ name: 'Tess' });
    const classId = await classOf(site, teacher, ben);
    const assignment = await setAssignment(site, classId, { clauses: ['4.7.1.1'], gate: 'none' });
    const { id } = await remark(ben, { layer: 'class', assignment });
    const inside = `?assignment=${assignment}`;
    expect(idsOf(await listed(teacher, inside))).toEqual([id]);
    // With what is in one’s own notebook.
    expect(idsOf(await listed(ben, inside))).toContain(id);
    for (const who of [null, ben, cara]) expect(idsOf(await listed(who))).not.toContain(id);
    expect(refusal(await site.as(cara, 'GET', urlOf(term, inside)))).toEqual([404, 'not-found']);
  });

  test('files of notes, search and one’s own data name it, each reader’s what that reader sees', async () => {
    const known = await remark(ben, { body: 'Xylophone of coordination' });
    await replyTo(site, cara, rootOf(known).id, 'An answer');
    const own = await remark(ben, { layer: 'notebook' });
    const file = async (who: Person | null, format: string) =>
      (await site.as(who, 'GET', `/api/export?work=ncss-2016&in=4.7.1.1&format=${format}`)).body;
    const rows = async (who: Person | null) =>
      parse<Record<string, string>>(await file(who, 'csv'), { bom: true, columns: true })
        .filter((row) => row['about_term'] === term)
        .map((row) => row['thread']);
    const ofBoth = [known.id, known.id, own.id];
    expect((await rows(ben)).filter((id) => ofBoth.includes(id ?? '')).sort()).toEqual(
      ofBoth.toSorted(),
    );
    expect(await rows(null)).not.toContain(own.id);
    const link = `[on the term ${term}](${origin}/t/ncss-2016/terms/${encodeURIComponent(term)})`;
    expect(await file(null, 'markdown')).toContain(link);
    const found = await site.as(null, 'GET', '/api/search?q=xylophone');
    expect(found.body).toContain(rootOf(known).id);
  });
});

describe('a text that is not shown', () => {
  test('tells its terms nowhere, and takes no new thread on one', async () => {
    const { id } = await remark(ben);
    const answers = async (who: Person | null) => [
      (await site.as(who, 'GET', `/api/threads/${id}`)).body,
      (await site.as(who, 'GET', '/api/works/ncss-2016/threads?at=4.7.1.1&limit=200')).body,
      (await site.as(who, 'GET', '/api/export?work=ncss-2016&in=4.7.1.1&format=csv')).body,
      (await site.as(who, 'GET', '/api/export?work=ncss-2016&in=4.7.1.1&format=markdown')).body,
    ];
    await setAccess('zh-cac', 'withheld');
    for (const who of [null, cara, keeper]) {
      for (const body of await answers(who)) {
        expect(body).not.toContain(term);
        expect(body).not.toContain(encodeURIComponent(term));
      }
      expect(refusal(await site.as(who, 'GET', urlOf()))).toEqual([403, 'edition-withheld']);
    }
    const form = threadForm('4.7.1.1', onTerm());
    const unknown = threadForm('4.7.1.1', onTerm('不存在'));
    const [hidden, absent] = [
      await site.as(ben, 'POST', '/api/threads', form),
      await site.as(ben, 'POST', '/api/threads', unknown),
    ];
    expect(refusal(hidden)).toEqual([422, 'term-unknown']);
    expect(hidden.body.replaceAll(term, '不存在')).toBe(absent.body);
    await setAccess('zh-cac', 'signed-in');
    expect((await answers(null)).join('')).not.toContain(term);
    expect((await readThread(id, cara)).target.term).toBe(term);
    await setAccess('zh-cac', 'public');
    expect((await readThread(id)).target.term).toBe(term);
  });
});

test('of no work, of no ledger and of no term there is no list', async () => {
  for (const path of ['/api/works/nowhere/terms/x/threads', urlOf('不存在')])
    expect(refusal(await site.as(null, 'GET', path))).toEqual([404, 'not-found']);
  expect(refusal(await site.as(null, 'GET', urlOf(term, '?cursor=x')))[0]).toBe(400);
});

test('is read by its indexes, however many threads there are', async () => {
  await site.owner.query('begin');
  await site.owner.query(`
    set local session_replication_role = replica;
    insert into term (work_id, term, ord, body, uids)
      select w, 't' || n, n, '{}', '{}' from generate_series(1000, 2000) w, generate_series(1, 5) n;
    insert into thread (id, work_id, layer_id, target_kind, from_uid, to_uid, author_id)
      select md5('t' || n)::uuid, 1000 + n % 1000, l.id, 'segment', 's', 's', md5('p')::uuid
      from generate_series(1, 20000) n, (select id from layer where kind = 'public') l;
    insert into thread_term (thread_id, work_id, term)
      select md5('t' || n)::uuid, 1000 + n % 1000, 't' || n % 5 + 1 from generate_series(1, 20000) n;
    analyze thread; analyze thread_term; analyze term`);
  const last = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
  for (const [{ text }, values] of [
    [threadsOnTerm, [1001, 't2', [1], last, 21]],
    [termToRemark, [1001, 't2']],
    [termOfWork, [1001, 't2']],
  ] as const) {
    const { rows } = await site.owner.query(`explain ${text}`, [...values]);
    expect(JSON.stringify(rows)).not.toMatch(/Seq Scan on (thread|thread_term|term)\b/);
  }
  await site.owner.query('rollback');
});
