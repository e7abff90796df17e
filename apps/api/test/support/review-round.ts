import { randomUUID } from 'node:crypto';
import type {
  CommentaryReview,
  MarginThreadView,
  RoundPart,
  RoundPartPage,
} from '@glossator/contract';
import { expect } from 'vitest';
import type { Person, TestApp } from './app.ts';
import { completeCommentary, makeEditor } from './commentaries.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** A commentary of one entry that is reviewed, and what is done in it. */
export async function reviewRound(site: TestApp) {
  const ada = await site.addPerson({ name: 'Ada Author' });
  const eve = await site.addPerson({ name: 'Eve Editor' });
  await makeEditor(site, eve);
  const id = await completeCommentary(site, ada);
  const ask = (who: Person | null, method: Method, path: string, body?: Record<string, unknown>) =>
    site.as(who, method, `/commentaries/${id}${path}`, body);
  const ok = async (answer: ReturnType<typeof ask>): Promise<void> => {
    const { statusCode, body } = await answer;
    expect(statusCode, body).toBe(200);
  };
  const seenBy = async (who: Person): Promise<number> =>
    (await ask(who, 'GET', '/review')).json<CommentaryReview>().seen;

  const submit = async () =>
    ok(ask(ada, 'POST', '/submission', { seen: await seenBy(ada), note: '' }));
  const open = async (names: 'open' | 'closed') =>
    ok(ask(eve, 'POST', '/rounds', { seen: await seenBy(eve), names, dueOn: null, message: '' }));
  const invite = async (who: Person, n = 1) => {
    const path = `/rounds/${String(n)}`;
    await ok(ask(eve, 'POST', `${path}/reviewers`, { who: who.handle, dueOn: null }));
    await ok(ask(who, 'PUT', `${path}/answer`, { accepts: true }));
  };
  return {
    ...{ id, ada, eve, ask, ok, submit, open, invite },
    recommend: (who: Person, n = 1) =>
      ok(
        ask(who, 'PUT', `/rounds/${String(n)}/recommendation`, {
          ...{ recommendation: 'minor', toEditor: '', toAuthors: '' },
        }),
      ),
    decide: async (kind = 'request-changes') =>
      ok(
        ask(eve, 'POST', '/decisions', {
          ...{ kind, seen: await seenBy(eve), reason: 'Because.', message: 'To all of you.' },
        }),
      ),
    undo: async () => {
      const { seen, undo } = (await ask(eve, 'GET', '/review')).json<CommentaryReview>();
      await ok(
        ask(eve, 'POST', `/decisions/${undo ?? ''}/undoing`, {
          ...{ seen, reason: 'A mistake.', message: '' },
        }),
      );
    },
    proof: async (who: Person, n = 1): Promise<RoundPartPage> => {
      const answer = await ask(who, 'GET', `/rounds/${String(n)}/proof`);
      expect(answer.statusCode, answer.body).toBe(200);
      return answer.json();
    },
    partOf: async (n = 1): Promise<RoundPart> => {
      const answer = await ask(eve, 'GET', `/rounds/${String(n)}/proof`);
      const [part] = answer.json<RoundPartPage>().items;
      if (part === undefined) throw new Error('nothing was handed in');
      return part;
    },
  };
}
export type ReviewRound = Awaited<ReturnType<typeof reviewRound>>;

export const marginForm = (part: string, more: Record<string, unknown> = {}) => ({
  ...{ part, body: 'Say where it comes from.', words: '', prefix: '', suffix: '' },
  ...{ audience: 'authors', key: randomUUID() },
  ...more,
});

export async function beginMargin(
  { ask, partOf }: ReviewRound,
  who: Person,
  more: Record<string, unknown> = {},
  n = 1,
): Promise<MarginThreadView> {
  const form = marginForm((await partOf(n)).id, more);
  const answer = await ask(who, 'POST', `/rounds/${String(n)}/threads`, form);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}
