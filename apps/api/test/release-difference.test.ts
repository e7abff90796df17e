import type { ReleaseDifference } from '@glossator/contract';
import { shippedCommentaries } from '@glossator/document/commentaries';
import { shippedWorks } from '@glossator/document/seed';
import type { ReleaseDocument, ReleasePart } from '@glossator/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { releaseDocument } from '../src/features/releases/load-shipped.ts';
import { makeDb } from '../src/db/client.ts';
import { storeRelease } from '../src/features/releases/store.ts';
import { refusal, startApp, stopApp, type TestApp } from './support/index.ts';

const slug = 'ncss-2016-textual-notes';
let site: TestApp;

const changed = ({ parts, ...release }: ReleaseDocument): ReleaseDocument => {
  const entry = (label: string): ReleasePart => {
    const found = parts.find((part) => part.label === label);
    if (found === undefined) throw new Error(`there is no ${label}`);
    return found;
  };
  return {
    ...release,
    ...{ number: '1.1', released: '2026-12-01T00:00:00.000Z', change: 'T2 is mended.' },
    subtitle: 'Mended',
    parts: [
      entry('T80'),
      ...parts.flatMap((part) => {
        if (part.label === 'T80' || part.label === 'T3') return [];
        return [part.label === 'T2' ? { ...part, body: `${part.body} Mended.` } : part];
      }),
      { ...entry('T1'), label: 'T81', title: 'New', body: 'A new one.' },
    ],
  };
};

beforeAll(async () => {
  site = await startApp();
  const { rows } = await site.owner.query<{ id: string; work: number }>(
    'select id, work_id as work from commentary where slug = $1',
    [slug],
  );
  const [known, shipped, work] = [rows[0], shippedCommentaries[0], shippedWorks[0]];
  if (known === undefined || shipped === undefined || work === undefined)
    throw new Error('nothing ships');
  await storeRelease(makeDb(site.pool), known.id, changed(releaseDocument(shipped, work)), {
    workId: known.work,
    units: work.units,
  });
});
afterAll(() => stopApp(site));

const get = (query: string) => site.as(null, 'GET', `/releases/${slug}/difference?${query}`);
const read = async (query: string): Promise<ReleaseDifference> => {
  const answer = await get(query);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
};
const told = ({ items }: ReleaseDifference) =>
  items.map(
    ({ before, after, changes }) => `${(after ?? before)?.label ?? ''}: ${changes.join(' ')}`,
  );

test('tells anybody what was added, removed, moved and changed, with the words of both', async () => {
  const difference = await read('from=1.0&to=1.1');
  expect(difference).toMatchObject({
    from: { number: '1.0' },
    to: { number: '1.1', change: 'T2 is mended.' },
    front: ['subtitle'],
    parts: 4,
    next: null,
    releases: [{ number: '1.1' }, { number: '1.0' }],
  });
  expect(told(difference)).toEqual(['T80: moved', 'T2: words', 'T3: removed', 'T81: added']);
  const [, mended, removed, added] = difference.items;
  expect(mended?.after?.body).toBe(`${mended?.before?.body ?? ''} Mended.`);
  expect(mended?.before?.body.length).toBeGreaterThan(20);
  expect([removed?.after, added?.before]).toEqual([null, null]);
});

test('the other way round it is the reverse', async () => {
  const difference = await read('from=1.1&to=1.0');
  expect(told(difference).toSorted()).toEqual([
    'T2: words',
    'T3: added',
    'T80: moved',
    'T81: removed',
  ]);
});

test('a page at a time, each part once', async () => {
  const first = await read('from=1.0&to=1.1&limit=3');
  const second = await read(`from=1.0&to=1.1&limit=3&cursor=${first.next ?? ''}`);
  const whole = await read('from=1.0&to=1.1');
  expect([...first.items, ...second.items]).toEqual(whole.items);
  expect(second.next).toBeNull();
});

test('of a release and itself there is nothing', async () => {
  expect(await read('from=1.0&to=1.0')).toMatchObject({ front: [], parts: 0, items: [] });
});

test.each([
  ['from=1.0&to=9.9', 404, 'not-found'],
  ['from=1.0', 400, 'request-malformed'],
  ['from=1.0&to=x', 400, 'request-malformed'],
  ['from=1.0&to=1.1&cursor=x', 400, 'cursor-unknown'],
])('%s is refused', async (query, status, code) => {
  expect(refusal(await get(query))).toEqual([status, code]);
});
