import type {
  PartView,
  ReleasedEntry,
  ReleaseMade,
  ThreadPage,
  ThreadView,
} from '@glossator/contract';
import { parse } from 'csv-parse/sync';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { classOf } from './support/classes.ts';
import { setAssignment } from './support/set-assignment.ts';
import {
  acceptAsIs,
  acceptedCommentary,
  beginNext,
  container,
  decideOn,
  foundCommentary,
  makeEditor,
  oneCase,
  origin,
  otherWork,
  pinned,
  programOf,
  publishNow,
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

/* What readers say about entries of what is published. T1 stands on 4.1.1.1, T2 on 4.3.1.2. */

let site: TestApp;
let ada: Person;
let ben: Person;
let cara: Person;
let editor: Person;

beforeAll(async () => {
  site = await startApp();
  ada = await site.addPerson({ name: 'Ada' });
  ben = await site.addPerson({ name: 'Ben' });
  cara = await site.addPerson({ name: 'Cara' });
  editor = await site.addPerson({ name: 'Edith' });
  await makeEditor(site, editor);
});
afterAll(() => stopApp(site));

interface Published {
  readonly id: string;
  readonly slug: string;
}

async function publish(): Promise<Published> {
  const id = await acceptedCommentary(site, ada);
  const made = await publishNow(site, editor, id);
  expect(made.statusCode, made.body).toBe(201);
  return { id, slug: made.json<ReleaseMade>().slug };
}

const onPart = (slug: string, label = 'T2', number = '1.0') => ({
  pointing: { kind: 'part', slug, number, label },
});
let said = 0;
const remark = (by: Person, slug: string, more: Json = {}, label = 'T2', number = '1.0') => {
  said += 1;
  return startThread(site, by, label === 'T1' ? '4.1.1.1' : '4.3.1.2', {
    ...onPart(slug, label, number),
    body: `Remark ${String(said)} on ${label}`,
    ...more,
  });
};
const listed = async (slug: string, who: Person | null = null, query = '', label = 'T2') => {
  const answer = await site.as(who, 'GET', `/releases/${slug}/entries/${label}/threads${query}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<ThreadPage>();
};
const idsOf = ({ items }: ThreadPage): string[] => items.map(({ id }) => id);

/** The next release: the words of T2 are mended, and T1 is called T9. */
async function publishNext({ id }: Published): Promise<void> {
  await beginNext(site, id, 'correction');
  const { rows } = await site.owner.query<{ id: string; label: string }>(
    'select id, label from commentary_part where commentary_id = $1',
    [id],
  );
  for (const { id: part, label } of rows) {
    const url = `/commentaries/${id}/parts/${part}`;
    const { title, version } = (await site.as(ada, 'GET', url)).json<PartView>();
    const form = { label: label === 'T1' ? 'T9' : label, title, body: `Mended ${label}`, version };
    const saved = await site.as(ada, 'PUT', url, form);
    expect(saved.statusCode, saved.body).toBe(200);
  }
  await acceptAsIs(site, id);
  const made = await publishNow(site, editor, id, { number: '1.1', change: 'Mended.' });
  expect(made.statusCode, made.body).toBe(201);
}

describe('a thread on an entry', () => {
  test('is told with the entry, and at the clause by the name of the entry', async () => {
    const { slug } = await publish();
    const { id, target } = await remark(ben, slug);
    const part = {
      ...{ slug, number: '1.0', label: 'T2', title: 'On 4.3.1.2', language: 'en' },
      ...{ titles: { en: 'Notes on the strategy' }, withdrawn: false },
    };
    expect(target).toMatchObject({ kind: 'segment', address: '4.3.1.2', part });
    for (const who of [null, cara])
      expect(await listed(slug, who)).toMatchObject({ items: [{ id, target: { part } }] });
    expect(idsOf(await listed(slug, null, '?number=1.0'))).toEqual([id]);
    expect(idsOf(await listed(slug, null, '', 'T1'))).toEqual([]);
    const clause = await site.as(null, 'GET', '/works/ncss-2016/threads?at=4.3.1.2&limit=200');
    expect(clause.json<ThreadPage>().items).toContainEqual(
      expect.objectContaining({ id, target: expect.objectContaining({ part }) as unknown }),
    );
  });

  test('that is on the clause alone is none', async () => {
    const { slug } = await publish();
    const { target } = await startThread(site, ben, '4.3.1.2', { body: `Not of ${slug}` });
    expect(target.part).toBeNull();
    expect(idsOf(await listed(slug))).toEqual([]);
  });

  test('stands with the entry in every later release, and says on which it was written', async () => {
    const known = await publish();
    const { slug } = known;
    const [first, moved] = [await remark(ben, slug), await remark(ben, slug, {}, 'T1')];
    await publishNext(known);
    const second = await remark(cara, slug, {}, 'T2', '1.1');
    const now = await listed(slug);
    expect(now.items.map(({ id, target }) => [id, target.part?.number])).toEqual([
      [second.id, '1.1'],
      [first.id, '1.0'],
    ]);
    // The frozen page is not talked about by those who read another.
    expect(idsOf(await listed(slug, null, '?number=1.0'))).toEqual([first.id]);
    // It has another label now: the entry is the same, and what was said was said of T1.
    const renamed = await listed(slug, null, '', 'T9');
    expect(renamed.items.map(({ id, target }) => [id, target.part?.label])).toEqual([
      [moved.id, 'T1'],
    ]);
    const gone = await site.as(null, 'GET', `/releases/${slug}/entries/T1/threads`);
    expect(refusal(gone)).toEqual([404, 'not-found']);
  });

  test('stands wherever the entry is said to stand: also on a limb', async () => {
    const shipped = 'ncss-2016-textual-notes';
    const entry = await site.as(null, 'GET', `/releases/${shipped}/entries/T41`);
    const [address] = entry.json<ReleasedEntry>().at;
    expect(address).toMatch(/[a-z]$/);
    const thread = await startThread(site, ben, address ?? '', onPart(shipped, 'T41'));
    expect(thread.target).toMatchObject({ address, part: { label: 'T41' } });
  });

  test('is told a page at a time, the newest first', async () => {
    const { slug } = await publish();
    const all = [];
    for (let n = 0; n < 3; n += 1) all.unshift((await remark(ben, slug)).id);
    const first = await listed(slug, null, '?limit=2');
    const rest = await listed(slug, null, `?limit=2&cursor=${first.next ?? ''}`);
    expect([...idsOf(first), ...idsOf(rest)]).toEqual(all);
    expect(rest.next).toBeNull();
  });

  test.each([
    ['no such commentary', () => onPart('nowhere'), 'part-unknown'],
    ['no such release', ({ slug }: Published) => onPart(slug, 'T2', '2.0'), 'part-unknown'],
    ['no such entry', ({ slug }: Published) => onPart(slug, 'T3'), 'part-unknown'],
    ['another clause', ({ slug }: Published) => onPart(slug, 'T1'), 'pointing-outside'],
  ])('is refused: %s', async (_, form, code) => {
    const more = form(await publish());
    const answer = await site.as(ben, 'POST', '/api/threads', threadForm('4.3.1.2', more));
    expect(refusal(answer)).toEqual([422, code]);
  });

  test('tells nothing of what is not published, not even to its author', async () => {
    await foundCommentary(site, ada, { slug: 'not-yet' });
    for (const who of [ada, ben]) {
      const form = threadForm('4.3.1.2', onPart('not-yet'));
      const none = threadForm('4.3.1.2', onPart('never-was'));
      const [hidden, absent] = [
        await site.as(who, 'POST', '/api/threads', form),
        await site.as(who, 'POST', '/api/threads', none),
      ];
      expect(refusal(hidden)).toEqual([422, 'part-unknown']);
      expect(hidden.body.replaceAll('not-yet', 'never-was')).toBe(absent.body);
    }
  });

  test('of a commentary on another work is none here', async () => {
    const { slug } = await publish();
    await otherWork(site.owner);
    await site.owner.query(
      `update commentary set work_id = (select max(id) from work) where slug = $1`,
      [slug],
    );
    const answer = await site.as(ben, 'POST', '/api/threads', threadForm('4.3.1.2', onPart(slug)));
    expect(refusal(answer)).toEqual([422, 'part-unknown']);
  });
});

describe('who reads it', () => {
  test('one’s own notebook is one’s own on this page too', async () => {
    const { slug } = await publish();
    const { id } = await remark(ben, slug, { layer: 'notebook' });
    expect(idsOf(await listed(slug, ben))).toEqual([id]);
    for (const who of [null, cara, ada, editor]) expect(idsOf(await listed(slug, who))).toEqual([]);
  });

  test('it goes along where its author takes it, and a copy is about the entry too', async () => {
    const { slug } = await publish();
    const thread = await remark(ben, slug, { layer: 'notebook' });
    const moved = await site.as(ben, 'POST', `/threads/${thread.id}/move`, { layer: 'public' });
    expect(moved.json<ThreadView>().target.part?.label).toBe('T2');
    expect(idsOf(await listed(slug))).toEqual([thread.id]);
    const form = { layer: 'notebook', key: randomUUID() };
    const url = `/annotations/${rootOf(thread).id}/copies`;
    const copy = (await site.as(ben, 'POST', url, form)).json<ThreadView>();
    expect(copy.target.part?.label).toBe('T2');
    expect(idsOf(await listed(slug, ben))).toEqual([copy.id, thread.id]);
    expect(idsOf(await listed(slug))).toEqual([thread.id]);
  });

  test('what waits for a moderator is its author’s alone, and stands with the entry once it is let in', async () => {
    const { slug } = await publish();
    const keeper = await site.addPerson({ name: 'Keeper', administrator: true });
    await site.owner.query("update hold_rule set mode = 'hold-all'");
    const { id, layer } = await remark(ben, slug);
    await site.owner.query("update hold_rule set mode = 'publish'");
    expect(layer).toBe('waiting');
    expect(idsOf(await listed(slug, ben))).toEqual([id]);
    for (const who of [null, cara, keeper]) expect(idsOf(await listed(slug, who))).toEqual([]);
    const approved = await decideOn(site, keeper, await oneCase(site, keeper), {
      action: 'approve',
    });
    expect(approved.statusCode, approved.body).toBe(200);
    expect(idsOf(await listed(slug))).toEqual([id]);
  });

  test('a moderator is told of which entry a note waits', async () => {
    const { slug } = await publish();
    const keeper = await site.addPerson({ name: 'Keeper', administrator: true });
    await site.owner.query("update hold_rule set mode = 'hold-all'");
    const thread = await remark(ben, slug);
    await site.owner.query("update hold_rule set mode = 'publish'");
    const queued = await oneCase(site, keeper);
    expect(queued.note.part).toMatchObject({ slug, number: '1.0', label: 'T2' });
    expect(queued.note.part?.title).toBe('On 4.3.1.2');
    // What its author takes back while it waits is theirs alone again, and so is what it was about.
    const back = await site.as(ben, 'DELETE', `/annotations/${rootOf(thread).id}`);
    expect(back.statusCode, back.body).toBe(200);
    const after = await site.as(keeper, 'GET', `/moderation/cases/${queued.id}`);
    expect(after.body).not.toContain(slug);
  });

  test('files of notes name the entry, each reader’s what that reader sees', async () => {
    const { slug } = await publish();
    const known = await remark(ben, slug);
    await replyTo(site, cara, rootOf(known).id, 'An answer to it');
    const own = await remark(ben, slug, { layer: 'notebook' });
    const file = async (who: Person | null, format: string) =>
      (await site.as(who, 'GET', `/api/export?work=ncss-2016&in=4.3.1.2&format=${format}`)).body;
    const rows = async (who: Person | null) =>
      parse<Record<string, string>>(await file(who, 'csv'), { bom: true, columns: true })
        .filter((row) => row['about_part'] === `${slug}@1.0/T2`)
        .map((row) => row['thread']);
    expect((await rows(ben)).sort()).toEqual([known.id, known.id, own.id].sort());
    for (const who of [null, cara]) expect(await rows(who)).toEqual([known.id, known.id]);
    const named = `[on T2, On 4\\.3\\.1\\.2](${origin}/c/${slug}@1.0/T2)`;
    expect((await file(ben, 'markdown')).split(named)).toHaveLength(3);
    expect((await file(null, 'markdown')).split(named)).toHaveLength(2);
  });

  test('in a class it is listed within the assignment, and to the class alone', async () => {
    const { slug } = await publish();
    const teacher = await site.addPerson({ name: 'Tess' });
    const classId = await classOf(site, teacher, ben, cara);
    const assignment = await setAssignment(site, classId, { clauses: ['4.3.1.2'], gate: 'none' });
    const { id } = await remark(ben, slug, { layer: 'class', assignment });
    const inside = `?assignment=${assignment}`;
    for (const who of [ben, cara, teacher])
      expect(idsOf(await listed(slug, who, inside))).toEqual([id]);
    for (const who of [null, ben, ada]) expect(idsOf(await listed(slug, who))).toEqual([]);
    const outsider = await site.as(ada, 'GET', `/releases/${slug}/entries/T2/threads${inside}`);
    expect(refusal(outsider)).toEqual([404, 'not-found']);
  });
});

describe('what becomes of the commentary', () => {
  const takeDown = async ({ id }: Published, kind: 'retraction' | 'withdrawal') => {
    const form = { notice: 'It was copied.', reason: 'A letter came.', seen: null };
    const answer = await site.as(editor, 'POST', `/commentaries/${id}/${kind}`, form);
    expect(answer.statusCode, answer.body).toBe(200);
  };
  const readThread = async (id: string): Promise<ThreadView> =>
    (await site.as(null, 'GET', `/threads/${id}`)).json();

  test('retracted, it is talked about still', async () => {
    const known = await publish();
    await takeDown(known, 'retraction');
    const { id, target } = await remark(ben, known.slug);
    expect(target.part).toMatchObject({ title: 'On 4.3.1.2', withdrawn: false });
    expect(idsOf(await listed(known.slug))).toEqual([id]);
  });

  test('withdrawn, what others said stays at its clause, without its titles; and comes back', async () => {
    const known = await publish();
    const { slug, id: commentary } = known;
    const { id } = await remark(ben, slug);
    await takeDown(known, 'withdrawal');
    const gone = await site.as(null, 'GET', `/releases/${slug}/entries/T2/threads`);
    expect(refusal(gone)).toEqual([410, 'gone']);
    const told = (await readThread(id)).target.part;
    expect(told).toEqual({
      ...{ slug, number: '1.0', label: 'T2', title: '', titles: {}, language: '' },
      withdrawn: true,
    });
    const markdown = '/api/export?work=ncss-2016&in=4.3.1.2&format=markdown';
    const file = (await site.as(null, 'GET', markdown)).body;
    expect(file).toContain(`[on T2](${origin}/c/${slug}@1.0/T2)`);
    const again = threadForm('4.3.1.2', onPart(slug));
    expect(refusal(await site.as(ben, 'POST', '/api/threads', again))).toEqual([
      422,
      'part-unknown',
    ]);
    const review = await site.as(editor, 'GET', `/commentaries/${commentary}/review`);
    const { seen, undo } = review.json<{ seen: number; undo: string }>();
    const form = { reason: 'By mistake.', message: '', seen };
    const url = `/commentaries/${commentary}/decisions/${undo}/undoing`;
    expect((await site.as(editor, 'POST', url, form)).statusCode).toBe(200);
    expect((await readThread(id)).target.part).toMatchObject({ title: 'On 4.3.1.2' });
    expect(idsOf(await listed(slug))).toEqual([id]);
  });

  test('withdrawn after two releases, each part is the one it was', async () => {
    const known = await publish();
    const { slug, id: commentary } = known;
    const { id } = await remark(ben, slug, {}, 'T1');
    await publishNext(known);
    await takeDown(known, 'withdrawal');
    const review = await site.as(editor, 'GET', `/commentaries/${commentary}/review`);
    const { seen, undo } = review.json<{ seen: number; undo: string }>();
    const url = `/commentaries/${commentary}/decisions/${undo}/undoing`;
    await site.as(editor, 'POST', url, { reason: 'By mistake.', message: '', seen });
    expect(idsOf(await listed(slug, null, '?number=1.0', 'T1'))).toEqual([id]);
    expect(idsOf(await listed(slug, null, '?number=1.1', 'T9'))).toEqual([id]);
  });
});

test('a program that points it at another clause takes it off the entry', async () => {
  const { slug } = await publish();
  const thread = await remark(ben, slug);
  const program = await programOf(site, ben);
  const url = `${container}${rootOf(thread).id}`;
  const answer = await program.ask(url);
  const told = answer.json<Json>();
  const elsewhere = { ...told, target: pinned('3.2.1.3') };
  const put = await program.put(url, elsewhere, String(answer.headers.etag));
  expect(put.statusCode, put.body).toBe(200);
  expect(idsOf(await listed(slug))).toEqual([]);
});
