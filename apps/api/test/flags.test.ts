import type {
  CaseView,
  FlagPage,
  FlagView,
  NoticePage,
  OwnFlag,
  ViewerView,
} from '@glossator/contract';
import { flagRules } from '@glossator/domain';
import { expect, test } from 'vitest';
import { makeTransact } from '../src/db/client.ts';
import { mailFlaggers, tellFlaggers } from '../src/features/flags/tell.ts';
import {
  decideOn,
  oneCase,
  openCases,
  ownApp,
  refusal,
  rootOf,
  startThread,
  timePasses,
  wishMail,
  type Person,
  type TestApp,
} from './support/index.ts';

/** A public note, somebody who reads it, and somebody who decides. */
async function flagged() {
  const site = await ownApp();
  await site.owner.query("update hold_rule set mode = 'publish'");
  const author = await site.addPerson({ name: 'Author' });
  const reader = await site.addPerson({ name: 'Reader' });
  const moderator = await site.addPerson({ name: 'Mo', moderates: 'ncss-2016' });
  const note = rootOf(await startThread(site, author, '4.1.1.1'));
  return { site, author, reader, moderator, note };
}

const flag = (site: TestApp, who: Person | null, id: string, form: Record<string, unknown>) =>
  site.as(who, 'PUT', `/annotations/${id}/flag`, form);
const abusive = { reason: 'abusive' };
const hide = { action: 'hide', reason: 'abusive', words: 'It attacks somebody.' };

const ownFlags = async (site: TestApp, who: Person): Promise<FlagPage> =>
  (await site.as(who, 'GET', '/flags')).json();

const tellNow = async (site: TestApp): Promise<void> => {
  await timePasses(site);
  while (await tellFlaggers(makeTransact(site.pool)));
};

test('a reader reports, a moderator reads why, decides, and the reader is told', async () => {
  const { site, author, reader, moderator, note } = await flagged();
  expect(note.abilities.flag).toBe(false);
  const made = await flag(site, reader, note.id, { reason: 'abusive', words: 'Look at “fool”.' });
  expect(made.json()).toMatchObject({ reason: 'abusive', state: 'open', address: '4.1.1.1' });
  const it = await oneCase(site, moderator);
  expect(it).toMatchObject({
    kind: 'flagged',
    causes: [{ phase: 'flagged' }],
    priority: 20,
    flagCount: 1,
    flags: [{ by: { name: 'Reader' }, reason: 'abusive', words: 'Look at “fool”.' }],
  });
  expect((await decideOn(site, moderator, it, hide)).statusCode).toBe(200);
  // Nothing is told while it may be taken back.
  expect((await ownFlags(site, reader)).items).toMatchObject([{ state: 'open', told: null }]);
  await tellNow(site);
  const told = await ownFlags(site, reader);
  expect(told).toMatchObject({ unread: 1, items: [{ state: 'upheld', unread: true }] });
  await site.as(reader, 'POST', '/flags/read', { until: told.items[0]?.told });
  expect(await ownFlags(site, reader)).toMatchObject({ unread: 0, items: [{ unread: false }] });
  expect((await site.as(author, 'GET', `/annotations/${note.id}`)).json()).toMatchObject({
    state: 'hidden',
  });
});

test('what came of it stands among the notices of whoever reported, until it is looked at', async () => {
  const { site, author, reader, moderator, note } = await flagged();
  const told = async (who: Person) =>
    (await site.as(who, 'GET', '/notices')).json<NoticePage>().outcomes;
  const unread = async (who: Person) =>
    (await site.as(who, 'GET', '/session')).json<ViewerView>().unread;
  await flag(site, reader, note.id, abusive);
  await decideOn(site, moderator, await oneCase(site, moderator), hide);
  expect([await told(reader), await unread(reader)]).toEqual([[], 0]);
  const heard: (string | undefined)[] = [];
  site.owner.on('notification', ({ payload }) => heard.push(payload));
  await site.owner.query('listen glossator_notices');
  await tellNow(site);
  await expect.poll(() => heard).toContain(reader.id);
  const [outcome, ...more] = await told(reader);
  expect(more).toEqual([]);
  expect(outcome).toMatchObject({ note: note.id, state: 'upheld', unread: true });
  expect(await unread(reader)).toBe(1);
  // Neither its author nor the moderator is told of somebody’s report.
  for (const who of [author, moderator]) expect(await told(who)).toEqual([]);
  const before = { until: new Date(Date.parse(outcome?.told ?? '') - 1_000).toISOString() };
  await site.as(reader, 'POST', '/notices/read', before);
  expect(await unread(reader)).toBe(1);
  await site.as(reader, 'POST', '/notices/read', { until: outcome?.told });
  expect([await told(reader), await unread(reader)]).toEqual([[], 0]);
  expect(await ownFlags(site, reader)).toMatchObject({ unread: 0 });
});

test('that a note was reported is for nobody but moderators and who did it', async () => {
  const { site, author, reader, moderator, note } = await flagged();
  const others = [author, await site.addPerson({ name: 'Other' }), null];
  const paths = [
    `/annotations/${note.id}`,
    `/annotations/${note.id}/revisions`,
    '/works/ncss-2016/threads?at=4.1.1.1',
    '/works/ncss-2016/notes',
    '/works/ncss-2016/ledger',
    '/notices',
    '/flags',
    `/annotations/${note.id}/flag`,
    '/account/export',
  ];
  const seenBy = async (who: Person | null) => {
    const answers: string[] = [];
    for (const path of paths) {
      const answer = await site.as(who, 'GET', path);
      // One's own data say when they were written out.
      const body = answer.body.replace(/"written": "[^"]*"/u, '"written": …');
      answers.push(`${path} ${String(answer.statusCode)} ${body}`);
    }
    return answers;
  };
  const before = await Promise.all(others.map(seenBy));
  const words = 'Secret words of a report';
  expect((await flag(site, reader, note.id, { reason: 'other', words })).statusCode).toBe(200);
  expect(await Promise.all(others.map(seenBy))).toEqual(before);
  for (const who of [author, null])
    expect([401, 403]).toContain((await site.as(who, 'GET', '/moderation/cases')).statusCode);
  const it = await oneCase(site, moderator);
  await decideOn(site, moderator, it, { action: 'keep' });
  await tellNow(site);
  for (const who of others) expect((await seenBy(who)).join('\n')).not.toContain(words);
  expect(await Promise.all(others.slice(0, 2).map(seenBy))).toEqual(before.slice(0, 2));
  // One who moderates another work has no more.
  const elsewhere = await site.addPerson({ name: 'Elsewhere' });
  expect((await site.as(elsewhere, 'GET', `/moderation/cases/${it.id}`)).statusCode).toBe(404);
});

test('one’s own note and what is not public are not reported; who is muted may report', async () => {
  const { site, author, reader, moderator, note } = await flagged();
  expect(refusal(await flag(site, author, note.id, abusive))).toEqual([403, 'not-allowed']);
  expect(refusal(await flag(site, null, note.id, abusive))).toEqual([401, 'sign-in-required']);
  const mine = rootOf(await startThread(site, author, '4.1.1.1', { layer: 'notebook' }));
  expect(refusal(await flag(site, reader, mine.id, abusive))).toEqual([404, 'not-found']);
  expect(refusal(await flag(site, author, mine.id, abusive))).toEqual([403, 'not-allowed']);
  await site.owner.query(
    `insert into sanction (id, person_id, kind, reason, words, given_by, state, post_key)
     values (gen_random_uuid(), $1, 'mute', 'spam', 'x', $2, 'in-force', gen_random_uuid())`,
    [reader.id, moderator.id],
  );
  expect((await flag(site, reader, note.id, abusive)).statusCode).toBe(200);
  expect((await site.as(author, 'DELETE', `/annotations/${note.id}`)).statusCode).toBe(200);
  expect(refusal(await flag(site, reader, note.id, abusive))).toEqual([403, 'not-allowed']);
});

const incomplete: readonly (readonly [
  form: Record<string, string>,
  status: number,
  code: string,
])[] = [
  [{ reason: 'wrong-clause' }, 422, 'flag-incomplete'],
  [{ reason: 'wrong-clause', clause: '99.9' }, 422, 'address-unknown'],
  [{ reason: 'wrong-clause', clause: '4.1.1.1' }, 422, 'address-unknown'],
  [{ reason: 'wrong-clause', clause: '4.1.1.1; drop table' }, 422, 'address-unknown'],
  [{ reason: 'misquotes' }, 422, 'flag-incomplete'],
  [{ reason: 'misquotes', words: '   ' }, 422, 'flag-incomplete'],
  [{ reason: 'other', words: 'a\u0000b' }, 400, 'text-malformed'],
  [{ reason: 'other', words: 'turned \u202E round' }, 400, 'text-malformed'],
  [{ reason: 'other', words: 'x'.repeat(2_001) }, 400, 'text-malformed'],
  [{ reason: 'unlawful', words: 'It insults.' }, 422, 'flag-incomplete'],
  [{ reason: 'unlawful', words: 'x', law: '§ 185 StGB' }, 422, 'flag-incomplete'],
  [
    { reason: 'unlawful', words: 'x', law: '§ 185 StGB', territory: 'Germany' },
    422,
    'flag-incomplete',
  ],
];

test('a report without what it needs is refused', async () => {
  const { site, reader, note, moderator } = await flagged();
  for (const [form, status, code] of incomplete)
    expect(refusal(await flag(site, reader, note.id, form)), JSON.stringify(form)).toEqual([
      status,
      code,
    ]);
  expect(await openCases(site, moderator)).toEqual([]);
});

test('what is hostile in a report stays text, and unknown fields are refused', async () => {
  const { site, reader, note, moderator } = await flagged();
  const words = `<script>alert(1)</script>'; drop table flag; --`;
  expect((await flag(site, reader, note.id, { reason: 'misquotes', words })).statusCode).toBe(200);
  expect((await oneCase(site, moderator)).flags[0]?.words).toBe(words);
  expect((await flag(site, reader, note.id, { reason: 'abusive', weight: 100 })).statusCode).toBe(
    400,
  );
  expect((await flag(site, reader, note.id, { reason: 'nonsense' })).statusCode).toBe(400);
  expect((await flag(site, reader, 'nothing', abusive)).statusCode).toBe(400);
});

test('one has one report of a note and may say otherwise; what is unlawful comes first', async () => {
  const { site, author, reader, moderator, note } = await flagged();
  const other = rootOf(await startThread(site, author, '4.1.1.2'));
  await flag(site, reader, other.id, abusive);
  await Promise.all([flag(site, reader, note.id, abusive), flag(site, reader, note.id, abusive)]);
  const clause = { reason: 'wrong-clause', clause: '4.1.1.2' };
  expect((await flag(site, reader, note.id, clause)).json()).toMatchObject({ clause: '4.1.1.2' });
  const [first, second] = await openCases(site, moderator, 'flagged');
  expect([first?.note.id, second?.note.id]).toEqual([other.id, note.id]);
  expect(second).toMatchObject({ flagCount: 1, flags: [{ clause: '4.1.1.2' }], priority: 20 });
  const unlawful = {
    reason: 'unlawful',
    words: 'It insults a living person.',
    law: '§ 185 StGB',
    territory: 'Germany',
    goodFaith: true,
  };
  expect((await flag(site, reader, note.id, unlawful)).statusCode).toBe(200);
  const [now] = await openCases(site, moderator, 'flagged');
  expect(now).toMatchObject({
    priority: 29,
    note: { id: note.id },
    flags: [{ reason: 'unlawful', law: '§ 185 StGB', territory: 'Germany', clause: '' }],
  });
  const own = (await site.as(reader, 'GET', `/annotations/${note.id}/flag`)).json<OwnFlag>();
  expect(own.flag).toMatchObject({ reason: 'unlawful', words: unlawful.words });
});

test('reports together raise a case and hide nothing; who was often wrong weighs less', async () => {
  const { site, reader, moderator, note } = await flagged();
  const many = await Promise.all(
    Array.from({ length: 12 }, (_, n) => site.addPerson({ name: `R${String(n)}` })),
  );
  for (const who of many) await flag(site, who, note.id, abusive);
  const it = await oneCase(site, moderator);
  expect(it).toMatchObject({ priority: 28, flagCount: 12, note: { state: 'published' } });
  expect((await site.as(null, 'GET', `/annotations/${note.id}`)).json()).toMatchObject({
    state: 'published',
  });
  // Ten of theirs were judged, none upheld.
  await site.owner.query(
    `insert into flag (id, case_id, annotation_id, work_id, person_id, reason, words, revision, weight,
       state, at, settled_at, due_at, told_at, read_at)
     select gen_random_uuid(), $1, $2, (select work_id from moderation_case where id = $1), $3, 'spam',
       '', 1, 1, 'declined', now() - interval '2 days', now(), now(), now(), now()
     from generate_series(1, 10)`,
    [it.id, note.id, reader.id],
  );
  const author2 = await site.addPerson({ name: 'Author two' });
  const second = rootOf(await startThread(site, author2, '4.1.1.2'));
  await flag(site, reader, second.id, abusive);
  const { rows } = await site.owner.query<{ weight: number }>(
    "select weight from flag where annotation_id = $1 and state = 'open'",
    [second.id],
  );
  expect(rows[0]?.weight).toBeCloseTo(2 * (2 / 14), 5);
});

test('after so many in a day one is told when the next may come; changing one is no new one', async () => {
  const { site, reader, author } = await flagged();
  const notes = [];
  for (let n = 0; n <= flagRules.perDay; n += 1)
    notes.push(rootOf(await startThread(site, author, '4.1.1.2', { body: `Note ${String(n)}` })));
  for (const each of notes.slice(0, flagRules.perDay))
    expect((await flag(site, reader, each.id, abusive)).statusCode).toBe(200);
  await site.owner.query("update flag set at = at - interval '23 hours'");
  const last = notes.at(-1)?.id ?? '';
  const refused = await flag(site, reader, last, abusive);
  expect(refusal(refused)).toEqual([429, 'too-many-requests']);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(3_600);
  const first = notes[0]?.id ?? '';
  expect((await flag(site, reader, first, { reason: 'spam' })).statusCode).toBe(200);
  await site.owner.query("update flag set at = at - interval '1 hour'");
  expect((await flag(site, reader, last, abusive)).statusCode).toBe(200);
});

test('a decision taken back opens the reports again; what was looked at is not reported anew', async () => {
  const { site, author, reader, moderator, note } = await flagged();
  await flag(site, reader, note.id, abusive);
  const it = await oneCase(site, moderator);
  const done = (await decideOn(site, moderator, it, { action: 'keep' })).json<CaseView>();
  expect(done.flags).toMatchObject([{ state: 'declined' }]);
  const url = `/moderation/decisions/${done.decision?.id ?? ''}/undo`;
  expect((await site.as(moderator, 'POST', url)).json()).toMatchObject({
    state: 'open',
    flags: [{ state: 'open' }],
  });
  await tellNow(site);
  expect(await ownFlags(site, reader)).toMatchObject({ unread: 0 });
  await decideOn(site, moderator, await oneCase(site, moderator), { action: 'keep' });
  expect(refusal(await flag(site, reader, note.id, abusive))).toEqual([409, 'flag-judged']);
  await site.as(author, 'PUT', `/annotations/${note.id}`, {
    body: 'Worse words',
    version: 1,
    seen: note.seen,
  });
  expect((await flag(site, reader, note.id, abusive)).statusCode).toBe(200);
});

test('a note that its author takes away closes its case; brought back, it is reported still', async () => {
  const { site, author, reader, moderator, note } = await flagged();
  await flag(site, reader, note.id, abusive);
  await site.as(author, 'DELETE', `/annotations/${note.id}`);
  expect(await openCases(site, moderator)).toEqual([]);
  await site.as(author, 'POST', `/annotations/${note.id}/restore`);
  expect(await oneCase(site, moderator)).toMatchObject({ flags: [{ state: 'open' }] });
  await site.as(author, 'DELETE', `/annotations/${note.id}`);
  await tellNow(site);
  expect(await ownFlags(site, reader)).toMatchObject({ items: [{ state: 'ignored' }], unread: 1 });
});

test('what its author takes back into the notebook is out of the queue', async () => {
  const { site, author, reader, moderator, note } = await flagged();
  await flag(site, reader, note.id, abusive);
  const moved = await site.as(author, 'POST', `/threads/${note.thread}/move`, {
    layer: 'notebook',
  });
  expect(moved.statusCode, moved.body).toBe(200);
  expect(await openCases(site, moderator)).toEqual([]);
  await tellNow(site);
  expect((await ownFlags(site, reader)).items).toMatchObject([{ state: 'ignored', address: '' }]);
});

test('whoever hides a reported note by hand answers its reports by that', async () => {
  const { site, reader, moderator, note } = await flagged();
  await flag(site, reader, note.id, abusive);
  const { id } = await oneCase(site, moderator, 'flagged');
  const hidden = await site.as(moderator, 'POST', `/annotations/${note.id}/hide`, {
    code: 'abusive',
    reason: 'Abusive',
  });
  expect(hidden.statusCode, hidden.body).toBe(200);
  expect(await openCases(site, moderator)).toEqual([]);
  const { rows } = await site.owner.query(
    'select kind, k.state, action from decision d join moderation_case k on k.id = d.case_id',
  );
  expect(rows).toEqual([{ kind: 'flagged', state: 'decided', action: 'hide' }]);
  expect((await site.as(moderator, 'GET', `/moderation/cases/${id}`)).json()).toMatchObject({
    flags: [{ state: 'upheld' }],
  });
});

test('a receipt goes by mail to those who wish mail, without a word of anybody’s', async () => {
  const { site, author, reader, moderator, note } = await flagged();
  const second = rootOf(await startThread(site, author, '4.1.1.2'));
  const quiet = await site.addPerson({ name: 'Quiet' });
  await wishMail(site, reader, 'soon');
  for (const each of [note, second]) await flag(site, reader, each.id, abusive);
  await flag(site, quiet, note.id, abusive);
  for (const it of await openCases(site, moderator))
    await decideOn(site, moderator, it, it.note.id === note.id ? hide : { action: 'keep' });
  await tellNow(site);
  await site.owner.query(
    "update flag set mail_at = now() - interval '1 second' where mail_at is not null",
  );
  const deps = { transact: makeTransact(site.pool), settings: site.config };
  while (await mailFlaggers(deps, site.app.outbox));
  const { rows } = await site.owner.query<{ recipient: string; body: string }>(
    "select recipient, body from mail where kind = 'flag-receipt'",
  );
  expect(rows.map(({ recipient }) => recipient)).toEqual([reader.email]);
  const [mail] = rows;
  expect(mail?.body).toContain('One note was taken away');
  expect(mail?.body).toContain('One note stays');
  expect(mail?.body).toContain('/flags');
  expect(mail?.body).not.toContain('Author');
  expect(mail?.body).not.toContain(hide.words);
  expect((await ownFlags(site, quiet)).unread).toBe(1);
});

test('one’s own reports come page by page, and another’s never', async () => {
  const { site, author, reader, note } = await flagged();
  const second = rootOf(await startThread(site, author, '4.1.1.2'));
  for (const each of [note, second]) await flag(site, reader, each.id, abusive);
  const first = (await site.as(reader, 'GET', '/flags?limit=1')).json<FlagPage>();
  expect(first.items.map((each: FlagView) => each.note)).toEqual([second.id]);
  const next = await site.as(reader, 'GET', `/flags?limit=1&cursor=${first.next ?? ''}`);
  expect(next.json<FlagPage>().items.map((each) => each.note)).toEqual([note.id]);
  expect((await ownFlags(site, author)).items).toEqual([]);
});
