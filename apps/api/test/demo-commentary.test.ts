import type {
  CommentaryReview,
  EditingItem,
  ReleaseDifference,
  ReleaseView,
  ReviewingItem,
} from '@glossator/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDemo, reviewWalk } from '../src/demo/demo.ts';
import { play } from './support/demo.ts';
import { startApp, stopApp, type Person, type TestApp } from './support/index.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startApp();
  await addDemo(site.ownerUrl, new URL('http://localhost:3000'));
}, 60_000);
afterAll(() => stopApp(site));

async function read<Answer>(by: Person, path: string): Promise<Answer> {
  const answer = await site.as(by, 'GET', path);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<Answer>();
}

test('a commentary is in review: of two reviewers one has advised', async () => {
  const editor = await play(site, 'Mara Lindqvist (demo)');
  const { items } = await read<{ items: EditingItem[] }>(editor, '/editing?state=in-review');
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({ round: 1, reviewers: 2, recommended: 1, isInterested: false });
  const review = await read<CommentaryReview>(editor, `/commentaries/${items[0]?.id ?? ''}/review`);
  expect(review.steps).toEqual(expect.arrayContaining(['request-changes', 'decline', 'accept']));
  expect(review.submission).toMatchObject({ parts: 4 });
  expect(review.rounds[0]?.notes).toEqual({ all: 3, open: 3 });
});

test('whom the walk names, finds what it says', async () => {
  const [first = '', second = '', third = ''] = reviewWalk;
  const reviewer = await play(site, 'Amara Diallo (demo)');
  expect(first).toContain(reviewer.name);
  const { items } = await read<{ items: ReviewingItem[] }>(reviewer, '/reviewing');
  expect(items).toMatchObject([{ state: 'accepted', isOpen: true, recommended: null }]);
  expect(first).toContain(items[0]?.title);
  expect(first).toContain('in the margin');
  expect(second).toContain('Mara Lindqvist (demo)');
  const lead = await play(site, 'Noor Haddad (demo)');
  expect(third).toContain(lead.name);
  const told = await read<CommentaryReview>(
    lead,
    `/commentaries/${items[0]?.commentary ?? ''}/review`,
  );
  expect(told).toMatchObject({ as: 'author', steps: ['recall'] });
  expect(told.rounds[0]?.notes).toEqual({ all: 0, open: 0 });
});

test('a copy of what ships went all the way, and what ships stayed as it is', async () => {
  const slug = 'demo-textual-notes-read-again';
  const release = await site.as(null, 'GET', `/releases/${slug}`);
  expect(release.json<ReleaseView>(), release.body).toMatchObject({
    number: '1.1',
    basedOn: [{ slug: 'ncss-2016-textual-notes', number: '1.0' }],
    contributors: [{ family: 'Haddad (demo)' }],
    statement: { en: expect.stringContaining('by one reviewer in 2 rounds') as unknown },
  });
  const changed = await site.as(null, 'GET', `/releases/${slug}/difference?from=1.0&to=1.1`);
  expect(changed.json<ReleaseDifference>()).toMatchObject({
    ...{ parts: 1, items: [{ changes: ['words'], after: { label: 'T12' } }] },
  });
  const shipped = await site.as(null, 'GET', '/releases/ncss-2016-textual-notes');
  expect(shipped.json<ReleaseView>()).toMatchObject({
    ...{ number: '1.0', basedOn: [], statement: { en: 'Not peer-reviewed.' } },
  });
});
