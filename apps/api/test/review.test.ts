import { randomUUID } from 'node:crypto';
import type {
  CommentaryReview,
  DecisionLetters,
  EditingPage,
  PartView,
  ReviewerView,
  ReviewingItem,
  RoundPart,
} from '@glossator/contract';
import { makeDb } from '../src/db/client.ts';
import { eraseFromCommentaries } from '../src/features/commentaries/erase.ts';
import { firstAdministratorLink } from '../src/features/accounts/first-administrator.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  addPart,
  completeCommentary,
  entryOn,
  joinCommentary,
  makeEditor,
  ownApp,
  refusal,
  startApp,
  stopApp,
  type Person,
  type TestApp,
} from './support/index.ts';

let site: TestApp;
let ada: Person;
let ben: Person;
let eve: Person;
let rex: Person;
let rita: Person;
let id: string;
beforeAll(async () => {
  site = await startApp();
});
afterAll(() => stopApp(site));
beforeEach(async () => {
  ada = await site.addPerson({ name: 'Ada' });
  ben = await site.addPerson({ name: 'Ben' });
  eve = await site.addPerson({ name: 'Eve' });
  rex = await site.addPerson({ name: 'Rex' });
  rita = await site.addPerson({ name: 'Rita' });
  await makeEditor(site, eve);
  id = await completeCommentary(site, ada);
  await joinCommentary(site, ada, id, ben);
});

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
const ask = (who: Person, method: Method, path: string, body?: Record<string, unknown>) =>
  site.as(who, method, `/commentaries/${id}${path}`, body);
const review = async (who: Person): Promise<CommentaryReview> => {
  const answer = await ask(who, 'GET', '/review');
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
};
const seenBy = async (who: Person): Promise<number> => (await review(who)).seen;
const submit = async (who = ada) =>
  ask(who, 'POST', '/submission', { seen: await seenBy(who), note: 'Please read.' });
const open = async (names: 'open' | 'closed' = 'closed') =>
  ask(eve, 'POST', '/rounds', { seen: await seenBy(eve), names, dueOn: '2027-03-01', message: '' });
const decide = async (kind: string, more: Record<string, unknown> = {}, who = eve) =>
  ask(who, 'POST', '/decisions', {
    ...{ kind, seen: await seenBy(who), reason: 'The record says why.', message: 'To all of you.' },
    ...more,
  });
const undo = async (more: Record<string, unknown> = {}) => {
  const { seen, undo: decision } = await review(eve);
  return ask(eve, 'POST', `/decisions/${decision ?? randomUUID()}/undoing`, {
    ...{ seen, reason: 'It was a mistake.', message: '', ...more },
  });
};
const invite = (who: Person, n = 1) =>
  ask(eve, 'POST', `/rounds/${String(n)}/reviewers`, { who: who.handle, dueOn: null });
const comes = (who: Person, n = 1, accepts = true) =>
  ask(who, 'PUT', `/rounds/${String(n)}/answer`, { accepts });
const recommend = (who: Person, n = 1, more: Record<string, unknown> = {}) =>
  ask(who, 'PUT', `/rounds/${String(n)}/recommendation`, {
    ...{ recommendation: 'minor', toEditor: 'Between us.', toAuthors: 'Say more of it.', ...more },
  });
const proof = async (who: Person, n = 1) =>
  (await ask(who, 'GET', `/rounds/${String(n)}/proof`)).json<{ items: RoundPart[] }>().items;
async function ok(answer: ReturnType<typeof ask>): Promise<CommentaryReview> {
  const { statusCode, body } = await answer;
  expect(statusCode, body).toBe(200);
  return JSON.parse(body) as CommentaryReview;
}
async function reviewedBy(...people: readonly Person[]) {
  await ok(submit());
  await ok(open());
  for (const each of people) {
    await ok(invite(each));
    await ok(comes(each));
  }
}
const ownIn = ({ rounds }: CommentaryReview): ReviewerView | undefined =>
  rounds[0]?.reviewers.find(({ isOwn }) => isOwn);
const mailsTo = async (person: Person): Promise<{ subject: string; body: string }[]> =>
  (
    await site.owner.query<{ subject: string; body: string }>(
      `select subject, body from mail where recipient = $1 and kind = 'commentary' order by created_at, id`,
      [person.email],
    )
  ).rows;

describe('handing in', () => {
  test('only whoever leads it does, and only what is complete', async () => {
    expect(refusal(await submit(ben))).toEqual([403, 'not-allowed']);
    const bare = await site.as(ada, 'POST', '/commentaries', {
      ...{ work: 'ncss-2016', slug: `c${randomUUID()}`, title: 'Bare', language: 'en' },
    });
    const path = `/commentaries/${bare.json<{ id: string }>().id}/submission`;
    const refused = await site.as(ada, 'POST', path, { seen: 0, note: '' });
    expect(refusal(refused)).toEqual([422, 'submission-incomplete']);
    expect(refused.json()).toMatchObject({
      current: { missing: ['parts', 'byline', 'licence', 'interests'] },
    });
    expect(await ok(submit())).toMatchObject({
      state: 'submitted',
      steps: ['recall'],
      submission: {
        n: 1,
        note: 'Please read.',
        parts: 1,
        front: { title: 'Notes on the strategy' },
      },
      decisions: { items: [{ kind: 'submit', actor: { id: ada.id }, as: 'lead', reason: null }] },
    });
    expect((await mailsTo(eve)).at(-1)?.subject).toBe(
      'A commentary was handed in at localhost:3000',
    );
    expect(refusal(await submit())).toEqual([409, 'step-unfit']);
  });

  test('editors see it from then on, and what was handed in, not what is written on', async () => {
    const before = await ask(eve, 'GET', '/review');
    expect(refusal(before)).toEqual([404, 'not-found']);
    await ok(submit());
    await ok(open());
    const [part] = await proof(ada);
    const view = (await ask(ada, 'GET', `/parts/${part?.id ?? ''}`)).json<PartView>();
    await ask(ada, 'PUT', `/parts/${view.id}`, {
      ...{ label: view.label, title: 'Anew', body: 'Written since.', version: view.version },
    });
    expect((await proof(eve))[0]).toMatchObject({ title: 'On 4.3.1.2', revision: 1 });
    expect(refusal(await ask(eve, 'GET', ''))).toEqual([404, 'not-found']);
    const list = await site.as(eve, 'GET', '/editing?state=in-review');
    const { items, counts } = list.json<EditingPage>();
    expect(counts).toContainEqual({ state: 'in-review', count: items.length });
    expect(items.find((each) => each.id === id)).toMatchObject({
      ...{ round: 1, reviewers: 0, recommended: 0, isInterested: false },
    });
  });

  test('references lead to the parts that were handed in, under the labels that they had', async () => {
    const page = (n: number) => `/commentaries/${id}/review/1${n > 20 ? '?cursor=WzIwXQ' : ''}`;
    const first = await addPart(
      site,
      ada,
      id,
      entryOn('4.3.1.2', { label: 'T2', body: 'See [[T1]], [[T30]], [[T9]] and [[4.3.1.2]].' }),
    );
    for (let n = 3; n <= 30; n += 1)
      await addPart(site, ada, id, entryOn('4.3.1.2', { label: `T${String(n)}`, body: 'x' }));
    const [plain] = (await ask(ada, 'GET', '/proof')).json<{ items: RoundPart[] }>().items;
    const unlabelled = (await ask(ada, 'GET', `/parts/${plain?.id ?? ''}`)).json<PartView>();
    const { title, body, version } = unlabelled;
    const labelled = { label: 'T1', title, body, version };
    await ok(ask(ada, 'PUT', `/parts/${unlabelled.id}`, labelled));
    await reviewedBy(rex);
    await ok(ask(ada, 'PUT', `/parts/${first.id}`, { ...labelled, label: 'T99' }));
    const { items } = (await ask(rex, 'GET', '/rounds/1/proof')).json<{ items: RoundPart[] }>();
    expect(items).toHaveLength(20);
    const { html } = items[1] ?? { html: '' };
    expect(html).toContain(`href="${page(1)}#p-${unlabelled.id}"`);
    expect(html).toMatch(new RegExp(`href="${page(30).replace('?', '[?]')}#p-[0-9a-f-]{36}"`));
    expect(html).toMatch(/href="[^"]*#p-[^"]*"[^>]*>T9</);
    expect(html).not.toContain('[[');
    const rest = await ask(rex, 'GET', '/rounds/1/proof?cursor=WzIwXQ');
    expect(rest.json<{ items: RoundPart[] }>().items.at(-1)?.label).toBe('T30');
  });

  test('what is before the editors is not put away, but taken back', async () => {
    await ok(submit());
    expect(refusal(await ask(ada, 'PUT', '/removal', { removed: true }))).toEqual([
      409,
      'commentary-under-review',
    ]);
    const seen = await seenBy(ada);
    const back = await ok(ask(ada, 'POST', '/steps', { kind: 'recall', seen }));
    expect(back).toMatchObject({ state: 'draft', steps: ['submit'] });
    expect(refusal(await ask(eve, 'GET', '/review'))).toEqual([404, 'not-found']);
    expect((await ask(ada, 'PUT', '/removal', { removed: true })).statusCode).toBe(200);
    const listed = await site.as(ada, 'GET', '/commentaries');
    expect(listed.json()).toMatchObject({ items: [{ id, standing: 'draft' }] });
  });
});

describe('who decides', () => {
  test('no administrator by that alone, no author, no reviewer', async () => {
    await reviewedBy(rex);
    const keeper = await site.addPerson({ name: 'Keeper', administrator: true });
    const form = { kind: 'accept', seen: 2, reason: '', message: '' };
    expect(refusal(await ask(keeper, 'POST', '/decisions', form))).toEqual([404, 'not-found']);
    expect(refusal(await ask(rex, 'POST', '/decisions', form))).toEqual([404, 'not-found']);
    expect(refusal(await ask(ada, 'POST', '/decisions', form))).toEqual([403, 'not-allowed']);
    expect(refusal(await ask(rex, 'GET', '/decisions'))).toEqual([404, 'not-found']);
  });

  test('no editor who writes it, or has written in it; being asked to write bars nobody', async () => {
    const rolf = await site.addPerson({ name: 'Rolf' });
    await makeEditor(site, rolf);
    await joinCommentary(site, ada, id, rolf);
    await addPart(site, rolf, id, entryOn('4.3.1.3'));
    await ok(submit());
    expect(await review(rolf)).toMatchObject({ as: 'author', steps: [], undo: null });
    expect(refusal(await decide('decline', {}, rolf))).toEqual([403, 'editor-interested']);
    expect(refusal(await ask(rolf, 'POST', '/letters', { kind: 'decline', message: '' }))).toEqual([
      403,
      'editor-interested',
    ]);
    await ask(rolf, 'DELETE', `/authors/${rolf.id}`);
    expect(await review(rolf)).toMatchObject({ as: 'editor', steps: [] });
    expect(refusal(await decide('decline', {}, rolf))).toEqual([403, 'editor-interested']);
    // She is asked by the authors, and has not come.
    await ask(ada, 'POST', '/authors', { handle: eve.handle });
    expect(await review(eve)).toMatchObject({ as: 'editor' });
    expect((await open()).statusCode).toBe(200);
  });

  test('of two at once the second is told what the first decided', async () => {
    await reviewedBy();
    const ned = await site.addPerson({ name: 'Ned' });
    await makeEditor(site, ned);
    const { seen } = await review(ned);
    const both = await Promise.all([
      decide('decline', { seen }),
      decide('accept', { seen, message: 'Well done.' }, ned),
    ]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    const won = both[0].statusCode === 200 ? 'decline' : 'accept';
    const [lost] = both.filter(({ statusCode }) => statusCode === 409);
    expect(lost?.json()).toMatchObject({
      code: 'decision-stale',
      current: { state: won === 'decline' ? 'declined' : 'accepted', last: { kind: won, n: 3 } },
    });
    expect((await review(eve)).decisions.items).toHaveLength(3);
  });

  test('whoever is no longer an editor is none with the next request', async () => {
    await ok(submit());
    const keeper = await site.addPerson({ name: 'Keeper', administrator: true });
    const listed = await site.as(keeper, 'GET', '/editors');
    expect(listed.json()).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ id: eve.id })]) as unknown,
    });
    expect((await site.as(keeper, 'DELETE', `/editors/${eve.id}`)).statusCode).toBe(200);
    expect(refusal(await ask(eve, 'GET', '/review'))).toEqual([404, 'not-found']);
    expect(refusal(await site.as(eve, 'GET', '/editing'))).toEqual([404, 'not-found']);
    const again = await site.as(keeper, 'POST', '/editors', { who: `@${eve.handle}` });
    expect(again.statusCode).toBe(201);
    expect((await site.as(eve, 'GET', '/editing')).statusCode).toBe(200);
    const { rows } = await site.owner.query<{ kind: string }>(
      `select kind from mail where recipient = $1 and kind like 'editor%' order by id`,
      [eve.email],
    );
    expect(rows.map(({ kind }) => kind)).toEqual(['editor-dismissed', 'editor-appointed']);
  });
});

describe('reviewers', () => {
  test('are asked, see the title until they come, then what was handed in', async () => {
    await reviewedBy();
    await ok(invite(rex));
    expect((await mailsTo(rex)).at(-1)?.subject).toMatch(/^You are asked to review/);
    const asked = await site.as(rex, 'GET', '/reviewing');
    expect(asked.json<{ items: ReviewingItem[] }>().items).toMatchObject([
      { commentary: id, round: 1, state: 'invited', dueOn: '2027-03-01', isOpen: true },
    ]);
    expect(await review(rex)).toMatchObject({
      ...{ as: 'reviewer', steps: [], undo: null, decisions: { items: [], next: null } },
      submission: { note: '', front: { title: 'Notes on the strategy' } },
      rounds: [{ abilities: { read: false } }],
    });
    const early = await ask(rex, 'GET', '/rounds/1/proof');
    expect(refusal(early)).toEqual([403, 'not-allowed']);
    expect(refusal(await recommend(rex))).toEqual([403, 'not-allowed']);
    await ok(comes(rex));
    expect(await proof(rex)).toMatchObject([{ title: 'On 4.3.1.2', at: ['4.3.1.2'] }]);
    expect(ownIn(await ok(recommend(rex)))).toMatchObject({ recommendation: 'minor' });
    expect((await mailsTo(eve)).at(-1)?.subject).toMatch(/^A reviewer .* has sent/);
    // Of themselves alone, whoever else reviews.
    await ok(invite(rita));
    expect((await review(rex)).rounds[0]?.reviewers).toHaveLength(1);
  });

  test('who declines sees it no more; who is asked twice is asked once', async () => {
    await reviewedBy();
    await ok(invite(rex));
    expect(refusal(await invite(rex))).toEqual([409, 'reviewer-there']);
    await ok(comes(rex, 1, false));
    expect(refusal(await ask(rex, 'GET', '/review'))).toEqual([404, 'not-found']);
    expect(refusal(await comes(rex))).toEqual([404, 'not-found']);
    const [declined] = (await review(eve)).rounds[0]?.reviewers ?? [];
    expect(declined).toMatchObject({ state: 'declined', person: { id: rex.id } });
    expect((await review(ada)).rounds[0]?.reviewers).toEqual([]);
    await ok(invite(rita));
    const asked = (await review(eve)).rounds[0]?.reviewers[1]?.id ?? '';
    await ok(ask(eve, 'DELETE', `/rounds/1/reviewers/${asked}`));
    expect(refusal(await ask(rita, 'GET', '/review'))).toEqual([404, 'not-found']);
  });

  test('are no authors, and none may ask but editors', async () => {
    await reviewedBy();
    expect(refusal(await invite(ben))).toEqual([422, 'reviewer-unfit']);
    const by = await ask(ada, 'POST', '/rounds/1/reviewers', { who: rex.handle, dueOn: null });
    expect(refusal(by)).toEqual([403, 'not-allowed']);
    expect(refusal(await invite(rex, 2))).toEqual([404, 'not-found']);
    const unknown = await ask(eve, 'POST', '/rounds/1/reviewers', { who: 'no.one', dueOn: null });
    expect(refusal(unknown)).toEqual([422, 'person-unknown']);
  });

  test('whose names are closed are named to authors on no path, before and after the decision', async () => {
    await reviewedBy(rex);
    await ok(recommend(rex, 1, { toAuthors: 'The second note is thin.' }));
    const told = async () => {
      const paths = ['', '/review', '/decisions', '/rounds/1/proof', '/proof'];
      const answers = await Promise.all(paths.map((path) => ask(ben, 'GET', path)));
      const own = await site.as(ben, 'GET', '/account/export');
      const mails = (await mailsTo(ben)).map(({ subject, body }) => subject + body);
      return [...answers.map(({ body }) => body), own.body, ...mails].join('\n');
    };
    const before = await told();
    for (const trace of [rex.id, rex.handle, rex.name, rex.email])
      expect(before).not.toContain(trace);
    expect(before).not.toContain('thin');
    await ok(decide('request-changes'));
    const after = await told();
    for (const trace of [rex.id, rex.handle, rex.name, rex.email, 'Between us', 'The record says'])
      expect(after).not.toContain(trace);
    expect(after).toContain('The second note is thin.');
    expect((await review(ben)).rounds[0]?.reviewers).toMatchObject([
      { n: 1, person: null, recommendation: null, toEditor: '' },
    ]);
  });

  test('nor to an editor who wrote in it and has left', async () => {
    const rolf = await site.addPerson({ name: 'Rolf' });
    await makeEditor(site, rolf);
    await joinCommentary(site, ada, id, rolf);
    await addPart(site, rolf, id, entryOn('4.3.1.3'));
    await ask(rolf, 'DELETE', `/authors/${rolf.id}`);
    await reviewedBy(rex);
    await ok(recommend(rex));
    await ok(decide('request-changes'));
    const paths = ['/review', '/decisions', '/rounds/1/proof', '/rounds/1/notes'];
    const answers = await Promise.all(paths.map((path) => ask(rolf, 'GET', path)));
    expect(answers.map(({ statusCode }) => statusCode).slice(0, 3)).toEqual([200, 200, 200]);
    for (const { body } of answers)
      for (const trace of [rex.id, rex.handle, 'Between us', 'The record says'])
        expect(body).not.toContain(trace);
    expect((await review(rolf)).rounds[0]?.abilities).toMatchObject({ invite: false });
  });

  test('taking it back does not tell authors what no editor has told them', async () => {
    await reviewedBy(rex);
    await ok(recommend(rex));
    const seen = await seenBy(ada);
    const back = await ok(ask(ada, 'POST', '/steps', { kind: 'recall', seen }));
    expect(back.rounds[0]?.closed).not.toBeNull();
    expect(JSON.stringify(back)).not.toContain('Say more of it.');
    expect(refusal(await recommend(rex))).toEqual([409, 'round-closed']);
  });

  test('whose names are open are named to authors once they have come', async () => {
    await ok(submit());
    await ok(open('open'));
    await ok(invite(rex));
    expect((await review(ada)).rounds[0]?.reviewers).toEqual([]);
    await ok(comes(rex));
    expect((await review(ada)).rounds[0]?.reviewers).toMatchObject([{ person: { id: rex.id } }]);
  });
});

describe('deciding', () => {
  test('says why to the record and what to the authors, word for word as it was shown before', async () => {
    await reviewedBy();
    await site.owner.query(`update account set locale = 'zh-Hans' where person_id = $1`, [ben.id]);
    expect(refusal(await decide('decline', { reason: ' ' }))).toEqual([422, 'reason-required']);
    expect(refusal(await decide('decline', { message: '' }))).toEqual([422, 'message-required']);
    const message = 'It is too long.\n\nCut it by half.';
    const shown = (
      await ask(eve, 'POST', '/letters', { kind: 'decline', message })
    ).json<DecisionLetters>();
    expect(shown.items.map(({ locale, to }) => [locale, to])).toEqual([
      ['en', ['Ada']],
      ['zh-Hans', ['Ben']],
    ]);
    expect((await review(eve)).state).toBe('in-review');
    await ok(decide('decline', { message }));
    const [{ subject, body } = { subject: '', body: '' }] = shown.items;
    expect(body).toContain(message);
    expect((await mailsTo(ada)).at(-1)).toEqual({ subject, body });
    expect((await mailsTo(ben)).at(-1)?.body).toBe(shown.items[1]?.body);
    expect(refusal(await ask(ada, 'POST', '/letters', { kind: 'decline', message }))).toEqual([
      403,
      'not-allowed',
    ]);
  });

  test('two rounds, a refusal and its undoing', async () => {
    await reviewedBy(rex);
    await ok(recommend(rex, 1, { recommendation: 'major' }));
    await ok(decide('request-changes'));
    expect(refusal(await recommend(rex))).toEqual([409, 'round-closed']);
    await addPart(site, ben, id, entryOn('4.3.1.3'));
    expect(await ok(submit())).toMatchObject({
      state: 'submitted',
      submission: { n: 2, parts: 2 },
    });
    await ok(open('open'));
    await ok(invite(rita, 2));
    await ok(comes(rita, 2));
    // Whoever reviewed the first round does not read the second.
    expect(refusal(await ask(rex, 'GET', '/rounds/2/proof'))).toEqual([404, 'not-found']);
    expect(await proof(rita, 2)).toHaveLength(2);
    expect(await proof(eve, 1)).toHaveLength(1);
    await ok(decide('decline'));
    expect(refusal(await recommend(rita, 2))).toEqual([409, 'round-closed']);

    expect(refusal(await undo({ reason: '' }))).toEqual([422, 'reason-required']);
    const undone = await ok(undo());
    expect(undone).toMatchObject({
      state: 'in-review',
      rounds: [{ n: 2, closed: null }, { n: 1 }],
    });
    expect(undone.decisions.items.slice(0, 2)).toMatchObject([
      { kind: 'undo', from: 'declined', to: 'in-review', reason: 'It was a mistake.' },
      { kind: 'decline', isUndone: true },
    ]);
    expect(undone.decisions.items[0]?.undoOf).toBe(undone.decisions.items[1]?.id);
    await ok(recommend(rita, 2, { recommendation: 'accept' }));
    expect(await ok(decide('accept'))).toMatchObject({ state: 'accepted' });
    expect((await mailsTo(ada)).map(({ body }) => /: (.*)\n/.exec(body)?.[1])).toEqual([
      'It is being reviewed now.',
      'The editors ask you for changes. Hand it in again when you have made them.',
      'It is being reviewed now.',
      'The editors have declined it.',
      'The editors have taken back their last decision. Where it stands now, its page says.',
      'The editors have accepted it.',
    ]);
    expect((await review(ada)).decisions.items.map(({ kind }) => kind)).toEqual([
      ...['accept', 'undo', 'decline', 'review', 'submit', 'request-changes', 'review', 'submit'],
    ]);
  });

  test('refuses what cannot be kept, and what is too long, and nothing is decided', async () => {
    await reviewedBy(rex);
    const long = 'x'.repeat(10_001);
    for (const message of ['a\u0000b', long])
      expect(refusal(await decide('accept', { message }))).toEqual([400, 'text-malformed']);
    expect(refusal(await decide('accept', { reason: 'x'.repeat(2_001) }))).toEqual([
      400,
      'text-malformed',
    ]);
    expect(refusal(await recommend(rex, 1, { toAuthors: 'a\u0000b' }))).toEqual([
      400,
      'text-malformed',
    ]);
    expect(refusal(await recommend(rex, 1, { recommendation: 'perhaps' }))[0]).toBe(400);
    expect(refusal(await ask(eve, 'POST', '/decisions', { kind: 'publish', seen: 2 }))[0]).toBe(
      400,
    );
    expect((await ask(rex, 'GET', '/rounds/99999999999/proof')).statusCode).toBe(400);
    expect((await review(eve)).decisions.items).toHaveLength(2);
  });

  test('only the last that stands is taken back, and nothing that authors did', async () => {
    await reviewedBy();
    const [opened, handedIn] = (await review(eve)).decisions.items;
    const { seen } = await review(eve);
    const form = { seen, reason: 'Why not', message: '' };
    const wrong = await ask(eve, 'POST', `/decisions/${handedIn?.id ?? ''}/undoing`, form);
    expect(refusal(wrong)).toEqual([409, 'step-unfit']);
    expect(refusal(await ask(ada, 'POST', `/decisions/${opened?.id ?? ''}/undoing`, form))).toEqual(
      [403, 'not-allowed'],
    );
    await ok(ask(eve, 'POST', `/decisions/${opened?.id ?? ''}/undoing`, form));
    const view = await review(eve);
    expect(view).toMatchObject({ state: 'submitted', undo: null });
    expect(view.rounds).toMatchObject([{ n: 1, closed: null }]);
    expect(view.rounds[0]?.cancelled).not.toBeNull();
    expect(refusal(await invite(rex))).toEqual([409, 'round-closed']);
    expect((await ok(open())).rounds.map(({ n }) => n)).toEqual([2, 1]);
  });
});

test('a site that has editors and no administrator can still be claimed', async () => {
  const own = await ownApp();
  const link = () => firstAdministratorLink(own.pool, 'http://localhost:3000');
  await makeEditor(own, await own.addPerson());
  expect(await link()).toMatch(/\/claim\?token=/);
  await own.addPerson({ administrator: true });
  expect(await link()).toBeNull();
});

test('of whoever goes, what they advised and decided stays, by nobody', async () => {
  await reviewedBy(rex, rita);
  await ok(recommend(rex));
  for (const person of [rex, rita, eve]) await eraseFromCommentaries(makeDb(site.pool), person.id);
  const { rows } = await site.owner.query<{ person_id: string | null; state: string }>(
    `select w.person_id, w.state from commentary_reviewer w join commentary_round r on r.id = w.round_id
     where r.commentary_id = $1 order by w.n`,
    [id],
  );
  expect(rows).toEqual([
    { person_id: null, state: 'accepted' },
    { person_id: null, state: 'ended' },
  ]);
  expect((await review(ada)).decisions.items).toMatchObject([
    { kind: 'review', actor: null },
    { kind: 'submit', actor: { id: ada.id } },
  ]);
});
