import type { CommentaryReview } from '@glossator/contract';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  completeCommentary,
  makeEditor,
  refusal,
  startApp,
  stopApp,
  type Person,
  type TestApp,
} from './support/index.ts';

/* Nobody decides on what they review. */

let site: TestApp;
let ada: Person;
let eve: Person;
let ned: Person;
let id: string;
beforeAll(async () => {
  site = await startApp();
  ada = await site.addPerson({ name: 'Ada' });
  eve = await site.addPerson({ name: 'Eve' });
  ned = await site.addPerson({ name: 'Ned' });
  await makeEditor(site, eve);
  await makeEditor(site, ned);
});
afterAll(() => stopApp(site));

const ask = (who: Person, method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, data?: object) =>
  site.as(who, method, `/commentaries/${id}${path}`, data);
const review = async (who: Person): Promise<CommentaryReview> =>
  (await ask(who, 'GET', '/review')).json();
async function ok(answer: ReturnType<typeof ask>): Promise<void> {
  const { statusCode, body } = await answer;
  expect(statusCode, body).toBe(200);
}
const decline = async (who: Person) =>
  ask(who, 'POST', '/decisions', {
    ...{ kind: 'decline', reason: 'For the record.', message: 'To you.' },
    seen: (await review(eve)).seen,
  });
const invite = (who: Person) =>
  ask(eve, 'POST', '/rounds/1/reviewers', { who: who.handle, dueOn: null });
const answer = (who: Person, accepts: boolean) => ask(who, 'PUT', '/rounds/1/answer', { accepts });

beforeEach(async () => {
  id = await completeCommentary(site, ada);
  await ok(ask(ada, 'POST', '/submission', { seen: 0, note: '' }));
  const { seen } = await review(eve);
  await ok(ask(eve, 'POST', '/rounds', { seen, names: 'open', dueOn: null, message: '' }));
});

test('an editor who is asked to review decides nothing, and reads as a reviewer', async () => {
  await ok(invite(ned));
  expect(await review(ned)).toMatchObject({ as: 'reviewer', steps: [], decisions: { items: [] } });
  expect(refusal(await decline(ned))).toEqual([403, 'editor-reviews']);
  for (const path of ['/decisions', '/checks'])
    expect(refusal(await ask(ned, 'GET', path))).toEqual([403, 'editor-reviews']);
  const release = { number: '1.0', change: '', seen: null };
  expect(refusal(await ask(ned, 'POST', '/releases', release))).toEqual([403, 'editor-reviews']);
});

test('who declines is free again', async () => {
  await ok(invite(ned));
  await ok(answer(ned, false));
  expect(await review(ned)).toMatchObject({ as: 'editor' });
  await ok(decline(ned));
});

test('who has advised decides nothing of it any more', async () => {
  await ok(invite(ned));
  await ok(answer(ned, true));
  const advice = { recommendation: 'minor', toEditor: '', toAuthors: 'Say more.' };
  await ok(ask(ned, 'PUT', '/rounds/1/recommendation', advice));
  const { rows } = await site.owner.query<{ id: string }>(
    'select o.id from commentary_reviewer o join commentary_round r on r.id = o.round_id where r.commentary_id = $1',
    [id],
  );
  await ok(ask(eve, 'DELETE', `/rounds/1/reviewers/${rows[0]?.id ?? ''}`));
  expect(await review(ned)).toMatchObject({ as: 'editor', steps: [], undo: null });
  expect(refusal(await decline(ned))).toEqual([403, 'editor-reviews']);
  await ok(decline(eve));
});

test('who has decided as an editor is not asked to review', async () => {
  expect(refusal(await invite(eve))).toEqual([422, 'reviewer-decides']);
});
