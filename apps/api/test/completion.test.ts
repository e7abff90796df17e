import type {
  ClauseCard,
  NoteCard,
  PersonCard,
  PersonCompletions,
  Preview,
  ReferenceCompletions,
  SearchCompletions,
  TagCompletions,
} from '@glossator/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  refusal,
  rootOf,
  startApp,
  startThread,
  stopApp,
  type Person,
  type TestApp,
} from './support/index.ts';

let site: TestApp;
let ada: Person;
let ben: Person;
let silent: Person;

beforeAll(async () => {
  site = await startApp();
  ada = await site.addPerson({ name: 'Ada' });
  ben = await site.addPerson({ name: 'Ben' });
  silent = await site.addPerson({ name: 'Silent' });
});
afterAll(() => stopApp(site));

async function ask<View>(person: Person, what: string, q: string, layer = 'public'): Promise<View> {
  const query = new URLSearchParams({ q, layer, work: 'ncss-2016' });
  const answer = await site.as(person, 'GET', `/completions/${what}?${query.toString()}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}

describe('references are completed', () => {
  test('clauses by their address, what is around first, in both languages', async () => {
    const { clauses } = await ask<ReferenceCompletions>(ada, 'references', '4.3');
    expect(clauses.map(({ address }) => address).slice(0, 3)).toEqual(['4.3', '4.3.0', '4.3.1']);
    const [clause] = (await ask<ReferenceCompletions>(ada, 'references', '2.0.5.1')).clauses;
    expect(clause?.words.map(({ lang }) => lang)).toEqual(['zh-Hans', 'en']);
    const none = await ask<ReferenceCompletions>(ada, 'references', '99');
    expect(none).toEqual({ clauses: [], notes: [] });
  });

  test.each(['网络', 'sovereignty'])('clauses by words: %s', async (word) => {
    const { clauses } = await ask<ReferenceCompletions>(ada, 'references', word);
    expect(clauses.length).toBeGreaterThan(0);
  });

  test.each(['by:nobody', '"', '-', ':', 'a"b', '(', '@x'])(
    'no operator is in the way: %s',
    async (q) => {
      await ask<ReferenceCompletions>(ada, 'references', q);
    },
  );

  test('notes, but nothing of a notebook for a public note', async () => {
    const open = rootOf(await startThread(site, ada, '4.1', { body: 'Quixotic in public' }));
    const own = { layer: 'notebook', body: 'Quixotic in private' };
    const shut = rootOf(await startThread(site, ada, '4.1', own));
    const ids = async (layer: string) =>
      (await ask<ReferenceCompletions>(ada, 'references', 'Quixotic', layer)).notes
        .map(({ id }) => id)
        .sort();
    expect(await ids('public')).toEqual([open.id]);
    expect(await ids('notebook')).toEqual([open.id, shut.id].sort());
  });
});

describe('people are completed', () => {
  test('those who have written in public, by the beginning of their handle, in either case', async () => {
    await startThread(site, ben, '4.2');
    for (const q of ['', 'be', 'BE', ben.handle]) {
      const { people } = await ask<PersonCompletions>(ada, 'people', q);
      expect(people.map(({ handle }) => handle)).toContain(ben.handle);
    }
  });

  test('nobody who has written nothing, or only for themselves', async () => {
    await startThread(site, silent, '4.2', { layer: 'notebook' });
    for (const q of ['', 'silent', silent.handle]) {
      const { people } = await ask<PersonCompletions>(ada, 'people', q);
      expect(people.map(({ handle }) => handle)).not.toContain(silent.handle);
    }
    const card = await site.as(ada, 'GET', `/people/${silent.handle}/card`);
    const nobody = await site.as(ada, 'GET', '/people/nobody/card');
    expect([card.statusCode, card.body]).toEqual([404, nobody.body]);
  });
});

test('tags are those in use where the note will be read', async () => {
  await startThread(site, ben, '4.2', { tags: ['Sovereignty'] });
  await startThread(site, ada, '4.2', { tags: ['sovereign secret'], layer: 'notebook' });
  const tags = async (layer: string) =>
    (await ask<TagCompletions>(ada, 'tags', 'sov', layer)).tags.sort();
  expect(await tags('public')).toEqual(['Sovereignty']);
  expect(await tags('notebook')).toEqual(['Sovereignty', 'sovereign secret'].sort());
});

describe('a search is completed', () => {
  const offered = async (
    person: Person | null,
    what: string,
    q: string,
    work?: string,
  ): Promise<SearchCompletions['items']> => {
    const query = new URLSearchParams({ what, q, ...(work === undefined ? {} : { work }) });
    const answer = await site.as(person, 'GET', `/completions/search?${query.toString()}`);
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json<SearchCompletions>().items;
  };
  const values = async (...asked: Parameters<typeof offered>): Promise<string[]> =>
    (await offered(...asked)).map(({ value }) => value);

  test.each([undefined, 'ncss-2016'])(
    'by people and tags that the reader sees, everywhere or in one work: %s',
    async (work) => {
      const own = `own-${work ?? 'any'}`;
      await startThread(site, ben, '4.2', { tags: ['Searchable'] });
      await startThread(site, silent, '4.2', { tags: [own], layer: 'notebook' });
      for (const reader of [null, ada]) {
        expect(await values(reader, 'by', '', work)).toContain(ben.handle);
        expect(await values(reader, 'by', `@${ben.handle}`, work)).toEqual([ben.handle]);
        expect(await values(reader, 'by', silent.handle, work)).toEqual([]);
        expect(await values(reader, 'by', '', work)).not.toContain(silent.handle);
        expect(await values(reader, 'tag', '#search', work)).toEqual(['Searchable']);
        expect(await values(reader, 'tag', 'own', work)).toEqual([]);
      }
      expect(await values(silent, 'by', silent.handle, work)).toEqual([silent.handle]);
      expect(await values(silent, 'tag', 'own', work)).toContain(own);
    },
  );

  test('by works, and by clauses of a work in the languages one may read', async () => {
    expect(await values(null, 'work', 'NCSS')).toEqual(['ncss-2016']);
    expect(await values(null, 'in', '4.3', 'ncss-2016')).toContain('4.3');
    expect(await values(null, 'in', '4.3')).toEqual([]);
    await site.owner.query("update edition set access = 'withheld' where id = 'en-creemers'");
    const [clause] = await offered(null, 'in', '2.0.5.1', 'ncss-2016');
    expect(clause?.words.map(({ lang }) => lang)).toEqual(['zh-Hans']);
    await site.owner.query("update edition set access = 'public' where id = 'en-creemers'");
  });

  test.each([
    ['what=is&q=', 400, 'request-malformed'],
    ['q=x', 400, 'request-malformed'],
    [`what=by&q=${'x'.repeat(101)}`, 400, 'request-malformed'],
    ['what=in&q=&work=nothing', 404, 'not-found'],
  ])('of nothing that there is: %s', async (query, status, code) => {
    const answer = await site.as(null, 'GET', `/completions/search?${query}`);
    expect(refusal(answer)).toEqual([status, code]);
  });

  test.each(['%', "'", '\\', '"', '\u0000', '(', '网'])('whatever is typed: %s', async (q) => {
    for (const what of ['by', 'tag', 'work', 'in']) {
      const query = new URLSearchParams({ what, q, work: 'ncss-2016' });
      const answer = await site.as(null, 'GET', `/completions/search?${query.toString()}`);
      expect(answer.statusCode, what).toBeLessThan(500);
    }
  });
});

describe('a card', () => {
  test('of a clause has its words, of a range those it begins with', async () => {
    const clause = await site.as(null, 'GET', '/works/ncss-2016/card?at=2.0.5.1');
    expect(clause.json<ClauseCard>()).toMatchObject({ address: '2.0.5.1', segments: 1 });
    expect(clause.json<ClauseCard>().words).toHaveLength(2);
    const range = await site.as(null, 'GET', '/works/ncss-2016/card?at=4.3.1.2-4.3.2.1');
    expect(range.json<ClauseCard>().segments).toBeGreaterThan(1);
    const none = await site.as(null, 'GET', '/works/ncss-2016/card?at=99');
    expect(refusal(none)).toEqual([404, 'not-found']);
  });

  test('of a clause has no words of a withheld edition', async () => {
    await site.owner.query("update edition set access = 'withheld' where id = 'en-creemers'");
    const card = await site.as(null, 'GET', '/works/ncss-2016/card?at=2.0.5.1');
    expect(card.json<ClauseCard>().words.map(({ lang }) => lang)).toEqual(['zh-Hans']);
    const asked = await ask<ReferenceCompletions>(ada, 'references', '2.0.5.1');
    expect(asked.clauses[0]?.words.map(({ lang }) => lang)).toEqual(['zh-Hans']);
    await site.owner.query("update edition set access = 'public' where id = 'en-creemers'");
  });

  test('of a note has its beginning without marks; of a person the notes one sees', async () => {
    const body = `**${'Long '.repeat(200)}end**`;
    const note = rootOf(await startThread(site, ben, '4.2', { body }));
    const { text, author } = (
      await site.as(null, 'GET', `/annotations/${note.id}/card`)
    ).json<NoteCard>();
    expect(text.startsWith('Long Long')).toBe(true);
    expect(Array.from(text).length).toBeLessThan(300);
    expect(author.handle).toBe(ben.handle);
    const person = await site.as(null, 'GET', `/people/${ben.handle.toUpperCase()}/card`);
    expect(person.json<PersonCard>()).toMatchObject({ name: 'Ben', more: false });
  });
});

test('a preview is what the note will be, and says which addresses are not there', async () => {
  const body = '[[4.3.1.2]] [[99]] *so*[^1]\n\n[^1]: Why';
  const shown = await site.as(ada, 'POST', '/preview', { work: 'ncss-2016', body });
  const note = rootOf(await startThread(site, ada, '4.3', { body }));
  expect(shown.json<Preview>()).toEqual({ html: note.html, unknown: ['99'] });
  const empty = await site.as(ada, 'POST', '/preview', { work: 'ncss-2016', body: ' ' });
  expect(refusal(empty)).toEqual([400, 'text-malformed']);
});

test('the HTML of a note says nothing of the notes and people it names', async () => {
  const secret = rootOf(await startThread(site, ben, '4.2', { layer: 'notebook', body: 'Hush' }));
  const never = '01999999-0000-7000-8000-00000000ffff';
  const html = async (id: string) =>
    (await site.as(ada, 'POST', '/preview', { work: 'ncss-2016', body: `[[#${id}]]` }))
      .json<Preview>()
      .html.replaceAll(id, 'ID')
      .replace(id.slice(-8), 'short');
  expect(await html(secret.id)).toBe(await html(never));
});
