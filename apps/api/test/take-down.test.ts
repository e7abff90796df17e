import type { CommentaryReview, Problem, ReleaseMade, ReleaseView } from '@glossator/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  acceptedCommentary,
  makeEditor,
  publishNow,
  refusal,
  startApp,
  stopApp,
  type Person,
  type TestApp,
} from './support/index.ts';

let site: TestApp;
let ada: Person;
let editor: Person;
let id: string;
let slug: string;
beforeAll(async () => {
  site = await startApp();
  ada = await site.addPerson({ name: 'Ada' });
  editor = await site.addPerson({ name: 'Edith' });
  await makeEditor(site, editor);
});
afterAll(() => stopApp(site));
beforeEach(async () => {
  id = await acceptedCommentary(site, ada);
  const made = await publishNow(site, editor, id);
  expect(made.statusCode, made.body).toBe(201);
  ({ slug } = made.json<ReleaseMade>());
});

type Kind = 'retraction' | 'withdrawal';
const takeDown = (kind: Kind, by = editor, more: object = {}) =>
  site.as(by, 'POST', `/commentaries/${id}/${kind}`, {
    ...{ notice: 'It was copied.', reason: 'A letter came.', seen: null },
    ...more,
  });
const isOnClause = async (): Promise<boolean> => {
  const answer = await site.as(null, 'GET', '/works/ncss-2016/entries?at=4.3.1.2&limit=200');
  return answer.json<{ items: { slug: string }[] }>().items.some((each) => each.slug === slug);
};
const isListed = async (): Promise<boolean> => {
  const answer = await site.as(null, 'GET', '/works/ncss-2016/commentaries');
  return answer.json<{ items: { slug: string }[] }>().items.some((each) => each.slug === slug);
};
const undo = async () => {
  const { seen, undo: decision } = (
    await site.as(editor, 'GET', `/commentaries/${id}/review`)
  ).json<CommentaryReview>();
  const url = `/commentaries/${id}/decisions/${decision ?? ''}/undoing`;
  const said = { reason: 'By mistake.', message: '', seen };
  const answer = await site.as(editor, 'POST', url, said);
  expect(answer.statusCode, answer.body).toBe(200);
};
const addresses = () => [
  `/releases/${slug}`,
  `/releases/${slug}?number=1.0`,
  `/releases/${slug}/document`,
  `/releases/${slug}/parts`,
  `/releases/${slug}/entries/T1`,
  `/releases/${slug}/difference?from=1.0&to=1.0`,
  `/releases/${slug}/files?number=1.0`,
];

describe('what is retracted', () => {
  test('keeps its page below the notice, and leaves the text', async () => {
    expect(await isOnClause()).toBe(true);
    const answer = await takeDown('retraction');
    expect(answer.json(), answer.body).toMatchObject({ state: 'retracted' });
    const release = await site.as(null, 'GET', `/releases/${slug}`);
    expect(release.json<ReleaseView>()).toMatchObject({
      number: '1.0',
      retracted: { notice: 'It was copied.' },
      parts: [{ label: 'T1' }, { label: 'T2' }],
    });
    expect([await isOnClause(), await isListed()]).toEqual([false, false]);
    for (const url of addresses()) expect((await site.as(null, 'GET', url)).statusCode).toBe(200);
  });

  test('never tells readers why editors did it', async () => {
    await takeDown('retraction');
    for (const url of addresses())
      expect((await site.as(null, 'GET', url)).body).not.toContain('A letter came.');
  });

  test('stands again where that is taken back', async () => {
    await takeDown('retraction');
    await undo();
    const release = await site.as(null, 'GET', `/releases/${slug}`);
    expect(release.json<ReleaseView>().retracted).toBeNull();
    expect([await isOnClause(), await isListed()]).toEqual([true, true]);
  });
});

describe('what is withdrawn', () => {
  test('is nowhere any more but in a note that it was there, and why it is not', async () => {
    const before = (await site.as(null, 'GET', `/releases/${slug}/document`)).body;
    expect((await takeDown('withdrawal')).json()).toMatchObject({ state: 'withdrawn' });
    for (const url of [...addresses(), `/releases/${slug}/files/html?number=1.0`]) {
      const answer = await site.as(null, 'GET', url);
      expect([url, ...refusal(answer)]).toEqual([url, 410, 'gone']);
      expect(answer.json<Problem>().current).toMatchObject({
        ...{ slug, number: '1.0', notice: 'It was copied.' },
      });
      for (const word of ['What stands at', 'Notes on the strategy', 'Li', 'A letter came.'])
        expect(answer.body).not.toContain(word);
    }
    expect([await isOnClause(), await isListed()]).toEqual([false, false]);
    const { rows } = await site.owner.query<{ parts: number; places: number }>(
      `select (select count(*)::integer from release_part p where p.release_id = r.id) as parts,
         (select count(*)::integer from release_place p where p.release_id = r.id) as places
       from commentary_release r where r.commentary_id = $1`,
      [id],
    );
    expect(rows).toEqual([{ parts: 0, places: 0 }]);
    // Taken back, it is what it was, byte for byte.
    await undo();
    expect((await site.as(null, 'GET', `/releases/${slug}/document`)).body).toBe(before);
    expect((await site.as(null, 'GET', `/releases/${slug}/entries/T1`)).statusCode).toBe(200);
    expect([await isOnClause(), await isListed()]).toEqual([true, true]);
  });

  test('also after it was retracted', async () => {
    await takeDown('retraction');
    expect((await takeDown('withdrawal')).statusCode).toBe(200);
    expect(refusal(await site.as(null, 'GET', `/releases/${slug}`))).toEqual([410, 'gone']);
  });
});

describe.each(['retraction', 'withdrawal'] as const)('a %s', (kind) => {
  test('needs a notice and a reason', async () => {
    expect(refusal(await takeDown(kind, editor, { notice: ' ' }))).toEqual([
      422,
      'message-required',
    ]);
    expect(refusal(await takeDown(kind, editor, { reason: '' }))).toEqual([422, 'reason-required']);
    expect(await isOnClause()).toBe(true);
  });

  test('is for editors', async () => {
    expect(refusal(await takeDown(kind, ada))).toEqual([403, 'not-allowed']);
    const eve = await site.addPerson({ name: 'Eve' });
    const admin = await site.addPerson({ administrator: true });
    for (const who of [eve, admin])
      expect(refusal(await takeDown(kind, who))).toEqual([404, 'not-found']);
  });

  test('is not of what was never published', async () => {
    id = await acceptedCommentary(site, ada);
    expect(refusal(await takeDown(kind))).toEqual([409, 'step-unfit']);
  });
});
