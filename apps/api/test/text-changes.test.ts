import type { MarksView, NoticePage, TextChangePage, ThreadView } from '@glossator/contract';
import { describeRange } from '@glossator/document';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  readingAt,
  releaseText,
  rootOf,
  startApp,
  startThread,
  stopApp,
  type Person,
  type TestApp,
} from './support/index.ts';

const clause = '0.0.1.2';
const words = 'global peace and development';
const corrected = 'global peace and the development';

let site: TestApp;
let ada: Person;
let ben: Person;
let proposed: ThreadView;
let marked: ThreadView;
let secret: ThreadView;

beforeAll(async () => {
  site = await startApp();
  ada = await site.addPerson({ name: 'Ada' });
  ben = await site.addPerson({ name: 'Ben' });
  const text = await readingAt(site, clause);
  const start = [...text.slice(0, text.indexOf(words))].length;
  const described = describeRange(text, { start, end: start + words.length });
  if (!described.ok) throw new Error('the words do not stand');
  const locus = { edition: 'en-creemers', version: '1.0.0', at: clause, ...described.value };
  const pointing = { kind: 'range', loci: [locus] };
  proposed = await startThread(site, ada, clause, { pointing });
  marked = await startThread(site, ada, clause);
  secret = await startThread(site, ben, clause, { layer: 'notebook' });
  await releaseText(site, {
    version: '1.0.1',
    texts: { [clause]: text.replace(words, corrected) },
  });
});
afterAll(() => stopApp(site));

async function changesOf(person: Person, query = ''): Promise<TextChangePage> {
  const answer = await site.as(person, 'GET', `/api/account/text-changes${query}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}

const answerWith = async (person: Person, { id: thread }: ThreadView, answer: string) =>
  (
    await site.as(person, 'POST', '/api/account/text-changes', {
      ...{ thread, edition: 'en-creemers', version: '1.0.1', answer },
    })
  ).statusCode;

async function threadOf(person: Person | null, { id }: ThreadView): Promise<ThreadView> {
  const answer = await site.as(person, 'GET', `/api/works/ncss-2016/threads?at=${clause}`);
  const found = answer.json<{ items: ThreadView[] }>().items.find((each) => each.id === id);
  if (found === undefined) throw new Error(answer.body);
  return found;
}

test('each author is told once of a release, and of nobody else’s notes', async () => {
  const { texts } = (await site.as(ada, 'GET', '/api/notices')).json<NoticePage>();
  expect(texts).toMatchObject([{ edition: 'en-creemers', version: '1.0.1', open: 2 }]);
  const page = await changesOf(ada);
  expect(page.items.map(({ thread }) => thread)).toEqual([marked.id, proposed.id]);
  expect((await changesOf(ben)).items.map(({ thread }) => thread)).toEqual([secret.id]);
  // Who has read the list has been told.
  expect((await site.as(ada, 'GET', '/api/notices')).json<NoticePage>().texts).toEqual([]);
});

test('the list says what changed: the words, where they may stand now, the clause before and after', async () => {
  const item = (await changesOf(ada)).items.find(({ thread }) => thread === proposed.id);
  expect(item).toMatchObject({
    outcome: 'proposed',
    reason: 'similar-words',
    base: '1.0.0',
    words: [words],
    now: [{ address: clause, text: expect.stringContaining('the development') as string }],
  });
  expect(item?.before[0]?.text).toContain(words);
  expect(item?.after[0]?.text).toContain(corrected);
});

test('it is read a page at a time', async () => {
  const first = await changesOf(ada, '?limit=1');
  const second = await changesOf(ada, `?limit=1&cursor=${encodeURIComponent(first.next ?? '')}`);
  expect([...first.items, ...second.items].map(({ thread }) => thread)).toEqual([
    marked.id,
    proposed.id,
  ]);
});

test('nobody answers for another’s note', async () => {
  expect(await answerWith(ben, marked, 'stands')).toBe(404);
  expect(await answerWith(ada, secret, 'kept')).toBe(404);
});

test('an answer must be one to what became of the note', async () => {
  expect(await answerWith(ada, proposed, 'stands')).toBe(409);
  expect(await answerWith(ada, marked, 'accepted')).toBe(409);
});

test('readers are told of each note what became of it', async () => {
  expect((await threadOf(null, proposed)).fates).toMatchObject([
    { base: '1.0.0', version: '1.0.1', outcome: 'proposed', answer: 'none', address: clause },
  ]);
});

test('words that are accepted are marked where they stand, on either version', async () => {
  const loci = async (): Promise<readonly [string, number][]> => {
    const { threads, segments } = (
      await site.as(null, 'GET', '/api/works/ncss-2016/marks')
    ).json<MarksView>();
    const row = threads.find(([id]) => id === proposed.id);
    const flat = row?.at(-1) as number[];
    return Array.from({ length: flat.length / 3 }, (_, n) => [
      segments[flat[3 * n] ?? -1]?.version ?? '',
      flat[3 * n + 1] ?? -1,
    ]);
  };
  expect((await loci()).map(([version]) => version)).toEqual(['1.0.0']);
  expect(await answerWith(ada, proposed, 'accepted')).toBe(200);
  expect(await answerWith(ada, proposed, 'accepted')).toBe(200);
  expect((await loci()).map(([version]) => version).sort()).toEqual(['1.0.0', '1.0.1']);
  const thread = await threadOf(null, proposed);
  expect(thread.target.loci).toMatchObject([{ version: '1.0.1' }]);
  expect(thread.fates).toMatchObject([{ answer: 'accepted' }]);
});

test('who revises the note with the new text before them has answered', async () => {
  const { id, version } = rootOf(await threadOf(ada, marked));
  const seen = ['zh-cac:1.0.0', 'en-creemers:1.0.1'];
  const edited = await site.as(ada, 'PUT', `/api/annotations/${id}`, {
    ...{ body: 'As it reads now', version, seen },
  });
  expect(edited.statusCode, edited.body).toBe(200);
  expect((await threadOf(null, marked)).fates).toMatchObject([{ answer: 'revised' }]);
  expect((await changesOf(ada)).items).toEqual([]);
});
