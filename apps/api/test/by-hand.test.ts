import type {
  AnnotationView,
  CaseView,
  DeskView,
  NoticePage,
  TransparencyReport,
} from '@glossator/contract';
import { expect, test } from 'vitest';
import { verifyLog } from '../src/features/decision-log/verify.ts';
import {
  decideOn,
  deliverNow,
  hideForm,
  oneCase,
  openCases,
  ownApp,
  refusal,
  rootOf,
  startThread,
  tellAuthors,
  timePasses,
  type Person,
  type TestApp,
} from './support/index.ts';

const words = 'It names somebody who is not concerned.';

async function world() {
  const site = await ownApp();
  const author = await site.addPerson({ name: 'Author' });
  const reader = await site.addPerson({ name: 'Reader' });
  const first = await site.addPerson({ name: 'First', moderates: 'ncss-2016' });
  const second = await site.addPerson({ name: 'Second', moderates: 'ncss-2016' });
  const note = rootOf(await startThread(site, author, '4.1.1.1', { body: 'Names a neighbour' }));
  return { site, author, reader, first, second, note };
}

const act = (site: TestApp, who: Person, id: string, what: 'hide' | 'unhide', more = {}) =>
  site.as(who, 'POST', `/annotations/${id}/${what}`, {
    ...(what === 'hide' ? hideForm('personal-data', words) : { reason: 'It was a mistake.' }),
    ...more,
  });

const read = async (site: TestApp, who: Person | null, id: string): Promise<AnnotationView> =>
  (await site.as(who, 'GET', `/annotations/${id}`)).json();
const notices = async (site: TestApp, who: Person) =>
  (await site.as(who, 'GET', '/notices')).json<NoticePage>().items;
/** Those that their maker can still take back. */
const recent = async (site: TestApp, who: Person) =>
  (await site.as(who, 'GET', '/moderation/desk')).json<DeskView>().decisions;
const kept = async (site: TestApp) =>
  (
    await site.owner.query<Record<string, unknown>>(
      `select k.kind, k.state, d.action, d.before, d.after, d.reason, d.undone_at is not null as undone
       from decision d join moderation_case k on k.id = d.case_id order by d.at`,
    )
  ).rows;
const logged = async (site: TestApp) =>
  (
    await site.owner.query<Record<string, unknown>>(
      `select l.action, l.reason, l.waited, w.words, k.kind
       from decision_log l left join decision_words w using (seq)
       left join moderation_case k on k.id = l.case_id order by seq`,
    )
  ).rows;

test('a note that is hidden by hand is a decision, told after ten minutes by mail and in the list', async () => {
  const { site, author, first, note } = await world();
  const hidden = await act(site, first, note.id, 'hide');
  expect(hidden.statusCode, hidden.body).toBe(200);
  expect(hidden.json()).toMatchObject({ state: 'hidden', reasonClass: 'personal-data' });
  expect(await kept(site)).toEqual([
    {
      kind: 'staff',
      state: 'decided',
      action: 'hide',
      before: 'published',
      after: 'hidden',
      reason: 'personal-data',
      undone: false,
    },
  ]);
  // It waits for nobody, and nobody has waited for it.
  expect(await openCases(site, first)).toEqual([]);
  expect(await logged(site)).toEqual([
    { action: 'hide', reason: 'personal-data', waited: null, words, kind: 'staff' },
  ]);
  await tellAuthors(site);
  expect(await notices(site, author)).toEqual([]);
  await timePasses(site);
  await tellAuthors(site, 2);
  expect(await notices(site, author)).toMatchObject([
    { reason: 'decision', action: 'hide', note: { id: note.id } },
  ]);
  const [mail, ...more] = await deliverNow(site);
  expect(more).toEqual([]);
  expect(mail?.to.address).toBe(author.email);
  expect(mail?.subject).toBe('Your note on 4.1.1.1 was taken from sight');
  for (const part of [mail?.text ?? '', mail?.html ?? '']) {
    expect(part).toContain(words);
    expect(part).toContain(`http://localhost:3000/n/${note.id}/appeal`);
    expect(part).not.toContain('neighbour');
  }
});

test('its author appeals before another moderator, who shows it again', async () => {
  const { site, author, reader, first, second, note } = await world();
  await act(site, first, note.id, 'hide');
  const { review } = await read(site, author, note.id);
  expect(review).toMatchObject({ decision: { action: 'hide', reason: 'personal-data', words } });
  const decision = review?.appealable?.decision;
  expect(decision).toBe(review?.decision?.id);
  const made = await site.as(author, 'POST', `/annotations/${note.id}/appeal`, {
    decision,
    words: 'It names nobody.',
  });
  expect(made.statusCode, made.body).toBe(200);
  const mine = await oneCase(site, first, 'appeal');
  expect(refusal(await decideOn(site, first, mine, { action: 'overturn' }))).toEqual([
    403,
    'not-allowed',
  ]);
  const it = await oneCase(site, second, 'appeal');
  expect(it.appeal?.against).toMatchObject({ action: 'hide', reason: 'personal-data', words });
  expect((await decideOn(site, second, it, { action: 'overturn' })).statusCode).toBe(200);
  expect(await read(site, reader, note.id)).toMatchObject({ state: 'published', review: null });
});

test('it is taken back within ten minutes, untold, and leaves nothing in the queue', async () => {
  const { site, author, first, second, note } = await world();
  await act(site, first, note.id, 'hide');
  const [made, ...more] = await recent(site, first);
  expect(more).toEqual([]);
  expect(made).toMatchObject({ action: 'hide', work: 'ncss-2016' });
  const undone = await site.as(first, 'POST', `/moderation/decisions/${made?.id ?? ''}/undo`);
  expect(undone.statusCode, undone.body).toBe(200);
  expect(undone.json<CaseView>()).toMatchObject({ kind: 'staff', state: 'closed', decision: null });
  expect(await read(site, null, note.id)).toMatchObject({ state: 'published' });
  expect(await openCases(site, second)).toEqual([]);
  await timePasses(site);
  await tellAuthors(site);
  expect(await notices(site, author)).toEqual([]);
  expect(await deliverNow(site)).toEqual([]);
  // Hidden anew, it is a decision anew.
  expect((await act(site, second, note.id, 'hide')).statusCode).toBe(200);
  expect((await kept(site)).map(({ state, undone: was }) => [state, was])).toEqual([
    ['closed', true],
    ['decided', false],
  ]);
});

test('showing it again is a decision as well: told in the list, and taken back', async () => {
  const { site, author, reader, first, second, note } = await world();
  await act(site, first, note.id, 'hide');
  await timePasses(site);
  await tellAuthors(site);
  await deliverNow(site);
  expect((await act(site, second, note.id, 'unhide')).statusCode).toBe(200);
  expect(await logged(site)).toMatchObject([
    { action: 'hide' },
    { action: 'unhide', reason: '', words: 'It was a mistake.', kind: 'staff' },
  ]);
  const [made] = await recent(site, second);
  expect(made?.action).toBe('unhide');
  const undo = `/moderation/decisions/${made?.id ?? ''}/undo`;
  expect((await site.as(second, 'POST', undo)).statusCode).toBe(200);
  expect(await read(site, reader, note.id)).toMatchObject({ state: 'hidden', body: null });
  // What was decided first stands, and can still be appealed.
  expect((await read(site, author, note.id)).review?.appealable).not.toBeNull();
  expect((await act(site, second, note.id, 'unhide')).statusCode).toBe(200);
  await timePasses(site);
  await tellAuthors(site);
  expect(await notices(site, author)).toMatchObject([{ action: 'unhide' }]);
  // It asks nothing of them: no mail of its own.
  expect(await deliverNow(site)).toEqual([]);
  expect(await read(site, null, note.id)).toMatchObject({ state: 'published' });
});

test('what was decided is read by its author and those who keep the work, each their part, and nobody else', async () => {
  const { site, author, reader, first, second, note } = await world();
  const decisions = (who: Person | null) =>
    site.as(who, 'GET', `/annotations/${note.id}/decisions`);
  const offered = async (who: Person | null) =>
    (await read(site, who, note.id)).abilities['read-decisions'];
  const everybody = [null, reader, author, first];
  expect(await Promise.all(everybody.map(offered))).toEqual([false, false, false, false]);
  await site.as(reader, 'PUT', `/annotations/${note.id}/flag`, { reason: 'abusive' });
  await decideOn(site, second, await oneCase(site, second, 'flagged'), { action: 'keep' });
  // That somebody reported it in vain is not for its author.
  expect(await Promise.all(everybody.map(offered))).toEqual([false, false, false, true]);
  expect((await decisions(author)).json()).toEqual({ items: [] });
  await act(site, first, note.id, 'hide');
  await act(site, second, note.id, 'unhide');
  expect(await Promise.all(everybody.map(offered))).toEqual([false, false, true, true]);
  expect((await decisions(author)).json()).toMatchObject({
    items: [
      { action: 'unhide', words: '', staff: null },
      { action: 'hide', reason: 'personal-data', words, staff: null },
    ],
  });
  expect((await decisions(author)).body).not.toMatch(/First|Second/);
  expect((await decisions(first)).json()).toMatchObject({
    items: [
      { action: 'unhide', words: 'It was a mistake.', staff: { by: { name: 'Second' } } },
      { action: 'hide', words, staff: { by: { name: 'First' } } },
      { action: 'keep', staff: { by: { name: 'Second' } } },
    ],
  });
  expect(refusal(await decisions(reader))).toEqual([403, 'not-allowed']);
  expect(refusal(await decisions(null))).toEqual([401, 'sign-in-required']);
});

test('nobody decides so on a note of their own, nor on words they have not seen, nor twice', async () => {
  const { site, author, first, second, note } = await world();
  const own = rootOf(await startThread(site, first, '4.1.1.2', { body: 'Of mine' }));
  expect((await read(site, first, own.id)).abilities).toMatchObject({ hide: false });
  expect(refusal(await act(site, first, own.id, 'hide'))).toEqual([403, 'not-allowed']);
  await act(site, second, own.id, 'hide');
  expect((await read(site, first, own.id)).abilities).toMatchObject({ unhide: false });
  expect(refusal(await act(site, first, own.id, 'unhide'))).toEqual([403, 'not-allowed']);

  const other = { body: 'Names nobody any more', version: 1, seen: note.seen };
  expect((await site.as(author, 'PUT', `/annotations/${note.id}`, other)).statusCode).toBe(200);
  expect(refusal(await act(site, first, note.id, 'hide', { version: 1 }))).toEqual([
    409,
    'version-stale',
  ]);
  const both = await Promise.all([first, second].map((who) => act(site, who, note.id, 'hide')));
  expect(both.map(({ statusCode }) => statusCode).filter((code) => code === 200)).toHaveLength(1);
  const late = both.find(({ statusCode }) => statusCode !== 200);
  expect([403, 409]).toContain(late?.statusCode);
  for (const bad of [{ code: 'nonsense' }, { reason: '' }, { version: 0 }, { more: 1 }])
    expect((await act(site, first, note.id, 'hide', bad)).statusCode).toBe(400);
  expect(refusal(await act(site, first, note.id, 'unhide', { reason: '  ' }))).toEqual([
    400,
    'text-malformed',
  ]);
});

test('the report and the ledger count it once, as what was decided and not as what was reported', async () => {
  const { site, first, note } = await world();
  await act(site, first, note.id, 'hide');
  const report = (await site.as(null, 'GET', '/transparency')).json<TransparencyReport>();
  expect(report.decisions.standing).toBe(1);
  expect(report.decisions.actions.filter(({ count }) => count > 0)).toEqual([
    { action: 'hide', count: 1 },
  ]);
  expect(report.decisions.reasons.filter(({ count }) => count > 0)).toEqual([
    { reason: 'personal-data', count: 1 },
  ]);
  const { rows } = await site.owner.query('select distinct what from moderation_fact');
  expect(rows).toEqual([{ what: 'published' }]);
  const ledger = await site.as(null, 'GET', '/ledger?reason=personal-data');
  expect(ledger.json()).toMatchObject({ items: [{ action: 'hide', role: 'moderator' }] });
  expect((await verifyLog(site.ownerUrl, null)).fault).toBeNull();
});
