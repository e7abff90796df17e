import type { ReadingView } from '@glossator/contract';
import { sharesWords, wordRuns } from '@glossator/document';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp, startThread, stopApp, type Person, type TestApp } from './support/index.ts';

let site: TestApp;
let ada: Person;
let ben: Person;

beforeAll(async () => {
  site = await startApp();
  ada = await site.addPerson({ name: 'Ada' });
  ben = await site.addPerson({ name: 'Ben' });
});
afterAll(() => stopApp(site));

describe('a withheld edition', () => {
  const words = /Expert|cybersecurity consciousness|Openness/;

  test.each([
    ['withheld', 'nobody', [false, false]],
    ['signed-in', 'those who are signed in', [false, true]],
    ['public', 'everybody', [true, true]],
  ] as const)('%s: its words are read by %s', async (access, _who, [visitorReads, memberReads]) => {
    await site.owner.query('update edition set access = $1 where id = $2', [access, 'en-creemers']);
    for (const [person, reads] of [
      [null, visitorReads],
      [ben, memberReads],
    ] as const) {
      const page = await site.as(person, 'GET', '/api/works/ncss-2016/reading?at=2.0.5.1');
      expect(words.test(page.body)).toBe(reads);
      const text = await site.as(person, 'GET', '/api/works/ncss-2016/editions/en-creemers/text');
      expect(text.statusCode).toBe(reads ? 200 : 403);
      const view = page.json<{
        work: { editions: { id: string; withheld: boolean; apparatus: unknown[] }[] };
      }>();
      const edition = view.work.editions.find(({ id }) => id === 'en-creemers');
      expect(edition?.withheld).toBe(!reads);
      if (!reads) expect(edition?.apparatus).toEqual([]);
    }
  });

  test('is not quoted at length by what is noted of others', async () => {
    const reading = async () =>
      (await site.as(null, 'GET', '/api/works/ncss-2016/reading?at=2.0.5.1')).json<ReadingView>();
    const { work } = await reading();
    const texts = work?.editions.find(({ id }) => id === 'en-creemers')?.texts ?? {};
    const known = wordRuns(Object.values(texts).map((text) => text.reading ?? ''));
    const form = '/api/works/ncss-2016/forms/tei?edition=zh-cac';
    const zh = (view: ReadingView) => view.work?.editions.find(({ id }) => id === 'zh-cac');
    const told = async (): Promise<boolean[]> => [
      sharesWords(JSON.stringify(zh(await reading())?.apparatus), known),
      sharesWords((await site.as(null, 'GET', form)).body, known),
    ];
    expect(await told()).toEqual([true, true]);
    await site.owner.query("update edition set access = 'withheld' where id = 'en-creemers'");
    expect(await told()).toEqual([false, false]);
    expect(zh(await reading())?.apparatus.map(({ number }) => number)).toContain('G1');
    await site.owner.query("update edition set access = 'public' where id = 'en-creemers'");
  });

  test('keeps its notes', async () => {
    const thread = await startThread(site, ada, '2.0.5.1', { body: 'On the label' });
    await site.owner.query("update edition set access = 'withheld' where id = 'en-creemers'");
    const page = await site.as(null, 'GET', '/api/works/ncss-2016/reading?at=2.0.5.1');
    expect(page.json<{ threads: { items: { id: string }[] } }>().threads.items[0]?.id).toBe(
      thread.id,
    );
    await site.owner.query("update edition set access = 'public' where id = 'en-creemers'");
  });
});
