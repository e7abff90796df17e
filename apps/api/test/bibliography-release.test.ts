import { randomUUID } from 'node:crypto';
import type {
  BibliographyItemView,
  CommentaryMade,
  EntryAt,
  ProofPage,
  ReleasedPart,
  ReleaseMade,
  RoundPart,
} from '@glossator/contract';
import { digest } from '@glossator/document';
import { writeRelease, type ReleaseDocument } from '@glossator/domain';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  acceptAsIs,
  addPart,
  beginNext,
  entryOn,
  fillFront,
  foundCommentary,
  makeEditor,
  publishNow,
  readChecks,
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
beforeAll(async () => {
  site = await startApp();
  ada = await site.addPerson({ name: 'Ada' });
  editor = await site.addPerson({ name: 'Edith' });
  await makeEditor(site, editor);
});
afterAll(() => stopApp(site));

const bib = `@book{hart, author = {Hart, H. L. A.}, title = {The Concept of Law}, year = 1961}
@book{raz, author = {Raz, Joseph}, title = {Practical Reason and Norms}, year = 1975}
@book{kelsen, author = {Kelsen, Hans}, title = {Reine Rechtslehre}, year = 1934}`;

beforeEach(async () => {
  id = await foundCommentary(site, ada);
  await fillFront(site, ada, id);
  await site.as(ada, 'POST', `/commentaries/${id}/bibliography`, { text: bib, choices: [] });
  const one = { label: 'T1', body: 'As in [@hart, p. 12].' };
  const two = { label: 'T2', body: 'As in [@raz; @nobody].' };
  await addPart(site, ada, id, entryOn('4.1.1.1', one));
  await addPart(site, ada, id, entryOn('4.3.1.2', two));
});

const read = async <View>(url: string, by: Person | null = null): Promise<View> => {
  const answer = await site.as(by, 'GET', url);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
};
const publish = async (more: Record<string, unknown> = {}): Promise<ReleaseMade> => {
  await acceptAsIs(site, id);
  const answer = await publishNow(site, editor, id, more);
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json();
};
const retitle = async (key: string, title: string) => {
  const { items } = await read<{ items: { id: string; key: string; version: number }[] }>(
    `/commentaries/${id}/bibliography`,
    ada,
  );
  const item = items.find((each) => each.key === key);
  const answer = await site.as(ada, 'PUT', `/commentaries/${id}/bibliography/${item?.id ?? ''}`, {
    ...{ key, item: { type: 'book', title }, version: item?.version },
  });
  expect(answer.statusCode, answer.body).toBe(200);
};

test('before it is published whoever looks is warned of works that nobody knows', async () => {
  const { findings } = await readChecks(site, ada, id);
  expect(findings.map(({ code, about, stops }) => [code, about, stops])).toEqual([
    ['citation-unresolved', '@nobody', false],
  ]);
});

test('a release has the works that it cites, and reads as the draft did', async () => {
  const { slug, sha256 } = await publish();
  const answer = await site.as(null, 'GET', `/releases/${slug}/document`);
  expect(digest(answer.body)).toBe(sha256);
  const document = answer.json<ReleaseDocument>();
  expect(writeRelease(document)).toBe(answer.body);
  expect(document.items?.map((item) => [item.id, item.title])).toEqual([
    ['hart', 'The Concept of Law'],
    ['raz', 'Practical Reason and Norms'],
  ]);
  const { items } = await read<{ items: ReleasedPart[] }>(`/releases/${slug}/parts`);
  const proof = await read<{ items: { html: string }[] }>(`/commentaries/${id}/proof`, ada);
  expect(items.map(({ html }) => html)).toEqual(proof.items.map(({ html }) => html));
  expect(items[0]?.html).toContain('>Hart 1961</a>, p. 12)');
  expect(items[1]?.html).toContain('>Raz 1975</a>; @nobody)');
});

test('beside the text it opens with the words as they are read', async () => {
  const { slug } = await publish();
  const { items } = await read<{ items: EntryAt[] }>('/works/ncss-2016/entries?at=4.1.1.1');
  const entry = items.find((each) => each.slug === slug);
  expect(entry?.part.opening).toBe('As in (Hart 1961, p. 12).');
  expect(entry?.part.html).toContain('Works cited');
});

test('what was handed in stays, whatever became of the works since', async () => {
  await acceptAsIs(site, id);
  await retitle('hart', 'Changed');
  const made = (await publishNow(site, editor, id)).json<ReleaseMade>();
  const { items } = await read<ReleaseDocument>(`/releases/${made.slug}/document`);
  expect(items?.[0]?.title).toBe('The Concept of Law');
});

test('a round of review shows the works as they were handed in', async () => {
  const path = `/commentaries/${id}`;
  const seen = async () => (await read<{ seen: number }>(`${path}/review`, ada)).seen;
  const handed = await site.as(ada, 'POST', `${path}/submission`, { seen: await seen(), note: '' });
  expect(handed.statusCode, handed.body).toBeLessThan(300);
  const opened = await site.as(editor, 'POST', `${path}/rounds`, {
    ...{ seen: await seen(), names: 'open', dueOn: null, message: '' },
  });
  expect(opened.statusCode, opened.body).toBeLessThan(300);
  await retitle('hart', 'Changed');
  const { items } = await read<{ items: RoundPart[] }>(`${path}/rounds/1/proof`, editor);
  expect(items[0]?.html).toContain('The Concept of Law');
});

test('a copy of a release begins with the works that it cites', async () => {
  const { slug } = await publish();
  const ben = await site.addPerson({ name: 'Ben' });
  const asked = await site.as(ben, 'POST', `/releases/${slug}/copies`, {
    ...{ number: '1.0', slug: `c${randomUUID()}`, title: 'Our notes', key: randomUUID() },
  });
  expect(asked.statusCode, asked.body).toBe(201);
  const copy = asked.json<CommentaryMade>().id;
  const { items } = await read<{ items: BibliographyItemView[] }>(
    `/commentaries/${copy}/bibliography`,
    ben,
  );
  expect(items.map(({ key, item, cited }) => [key, item.title, cited.length])).toEqual([
    ['hart', 'The Concept of Law', 1],
    ['raz', 'Practical Reason and Norms', 1],
  ]);
  const proof = await read<ProofPage>(`/commentaries/${copy}/proof`, ben);
  expect(proof.items[0]?.html).toContain('Hart 1961');
  const { findings } = await readChecks(site, ben, copy);
  expect(findings.filter(({ code }) => code === 'citation-unresolved')).toMatchObject([
    { about: '@nobody' },
  ]);
});

test('a work that was mended is something new; one that nothing cites is not', async () => {
  const { slug } = await publish();
  await beginNext(site, id, 'correction');
  await retitle('kelsen', 'Pure Theory of Law');
  await acceptAsIs(site, id);
  const same = await publishNow(site, editor, id, { number: '1.1', change: 'Works.' });
  expect(refusal(same)).toEqual([409, 'release-stopped']);
  await beginNext(site, id, 'correction');
  await retitle('hart', 'The Concept of Law, 2nd edition');
  await publish({ number: '1.1', change: 'Works.' });
  const difference = await read<{ front: string[] }>(
    `/releases/${slug}/difference?from=1.0&to=1.1`,
  );
  expect(difference.front).toEqual(['items']);
});
