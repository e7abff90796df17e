import { randomUUID } from 'node:crypto';
import type { CommentaryAuthor, CommentaryPage, CommentaryView } from '@glossator/contract';
import type { Static } from 'typebox';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  addPart,
  entryOn,
  foundCommentary,
  joinCommentary,
  password,
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
let id: string;
beforeAll(async () => {
  site = await startApp();
});
afterAll(() => stopApp(site));
beforeEach(async () => {
  ada = await site.addPerson({ name: 'Ada' });
  ben = await site.addPerson({ name: 'Ben' });
  eve = await site.addPerson({ name: 'Eve' });
  id = await foundCommentary(site, ada);
});

const read = async (by: Person = ada): Promise<CommentaryView> => {
  const answer = await site.as(by, 'GET', `/commentaries/${id}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
};
const list = async (by: Person) =>
  (await site.as(by, 'GET', '/commentaries')).json<Static<typeof CommentaryPage>>();
const authors = async (by: Person = ada): Promise<CommentaryAuthor[]> => [
  ...(await read(by)).authors,
];
const invite = (by: Person, who: Person) =>
  site.as(by, 'POST', `/commentaries/${id}/authors`, { handle: who.handle });
const appoint = (by: Person, who: Person, role: string) =>
  site.as(by, 'PUT', `/commentaries/${id}/authors/${who.id}`, { role });
const end = (by: Person, who: Person) =>
  site.as(by, 'DELETE', `/commentaries/${id}/authors/${who.id}`);

const contributor = {
  ...{ kind: 'person', family: 'Ricci', given: 'Matteo', orcid: '', affiliation: '' },
  roles: ['writing-original-draft'],
};
const front = {
  ...{ title: 'Notes', subtitle: '', abstract: 'All of it.', language: 'en' },
  ...{ licence: 'CC-BY-4.0', interests: 'None.', contributors: [contributor], version: 1 },
};
const change = (more: Record<string, unknown> = {}, by: Person = ada) =>
  site.as(by, 'PUT', `/commentaries/${id}`, { ...front, ...more });

describe('beginning one', () => {
  test('whoever begins it leads it', async () => {
    expect(await read()).toMatchObject({
      title: 'Notes on the strategy',
      work: { slug: 'ncss-2016' },
      role: 'lead',
      licence: null,
      version: 1,
      words: 0,
      parts: [],
      contributors: [],
      authors: [{ id: ada.id, role: 'lead', state: 'active' }],
      abilities: { write: true, staff: true, remove: true },
    });
    expect((await list(ada)).items).toMatchObject([{ id, role: 'lead', state: 'active' }]);
  });

  test('an address is given once, whatever becomes of the commentary', async () => {
    const slug = `once-${randomUUID()}`;
    await foundCommentary(site, eve, { slug });
    const form = { work: 'ncss-2016', slug, title: 'Mine', language: 'en' };
    expect(refusal(await site.as(ada, 'POST', '/commentaries', form))).toEqual([409, 'slug-taken']);
    await site.as(eve, 'DELETE', '/account', { password, writing: 'remove' });
    expect(refusal(await site.as(ada, 'POST', '/commentaries', form))).toEqual([409, 'slug-taken']);
  });

  test.each([
    [{ slug: 'no spaces' }, 422, 'slug-malformed'],
    [{ slug: '-begins' }, 422, 'slug-malformed'],
    [{ slug: 'ümlaut' }, 422, 'slug-malformed'],
    [{ title: '   ' }, 400, 'text-malformed'],
    [{ title: 'x'.repeat(301) }, 400, 'text-malformed'],
    [{ language: 'english please' }, 422, 'language-malformed'],
    [{ work: 'no-such-work' }, 404, 'not-found'],
  ])('%j is refused', async (more, status, code) => {
    const form = { work: 'ncss-2016', slug: `c${randomUUID()}`, title: 'T', language: 'en' };
    expect(refusal(await site.as(ada, 'POST', '/commentaries', { ...form, ...more }))).toEqual([
      status,
      code,
    ]);
  });
});

describe('front matter and byline', () => {
  test('are set as a whole, in the order given', async () => {
    const group = { ...contributor, kind: 'group', family: 'The editors', given: '', roles: [] };
    const hanzi = { ...contributor, family: '利', given: '玛窦', orcid: '0000-0002-1825-0097' };
    const answer = await change({ language: 'zh-hans', contributors: [hanzi, group] });
    expect(answer.json()).toMatchObject({
      title: 'Notes',
      abstract: 'All of it.',
      language: 'zh-Hans',
      licence: 'CC-BY-4.0',
      interests: 'None.',
      version: 2,
      contributors: [hanzi, group],
    });
    await change({ version: 2, contributors: [group] });
    expect((await read()).contributors).toEqual([group]);
  });

  test('of two who save at once the second is told what stands, and nothing is overwritten', async () => {
    await joinCommentary(site, ada, id, ben);
    const answers = await Promise.all([
      change({ title: 'By Ada' }),
      change({ title: 'By Ben' }, ben),
    ]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    const [won, lost] = answers.toSorted((a, b) => a.statusCode - b.statusCode);
    expect(lost?.json()).toMatchObject({
      code: 'version-stale',
      current: { title: won?.json<CommentaryView>().title, version: 2 },
    });
  });

  test.each([
    [{ contributors: [{ ...contributor, family: ' ' }] }, 400, 'text-malformed'],
    [{ contributors: [{ ...contributor, orcid: '0000-0002-1825-0098' }] }, 422, 'orcid-malformed'],
    [{ contributors: [{ ...contributor, roles: ['fame'] }] }, 400, 'request-malformed'],
    [{ licence: 'WTFPL' }, 400, 'request-malformed'],
    [{ abstract: 'x'.repeat(5_001) }, 400, 'text-malformed'],
    [{ version: 7 }, 409, 'version-stale'],
  ])('%j is refused', async (more, status, code) => {
    expect(refusal(await change(more))).toEqual([status, code]);
    expect((await read()).version).toBe(1);
  });
});

describe('who writes it', () => {
  test('to others there is none, administrators included', async () => {
    const { id: part } = await addPart(site, ada, id, entryOn('4.3.1.2'));
    const administrator = await site.addPerson({ name: 'Root', administrator: true });
    for (const who of [eve, administrator])
      for (const url of ['', `/parts/${part}`, `/parts/${part}/revisions`])
        expect(refusal(await site.as(who, 'GET', `/commentaries/${id}${url}`))).toEqual([
          404,
          'not-found',
        ]);
    expect((await list(eve)).items).toEqual([]);
  });

  test('whoever is invited knows of it, and reads it once they have accepted', async () => {
    expect(refusal(await invite(ada, ben))).toEqual([200, undefined]);
    expect((await list(ben)).items).toMatchObject([{ id, state: 'invited' }]);
    expect(refusal(await site.as(ben, 'GET', `/commentaries/${id}`))).toEqual([403, 'not-allowed']);
    expect((await site.as(ben, 'POST', `/commentaries/${id}/acceptance`)).statusCode).toBe(200);
    expect((await read(ben)).abilities).toEqual({ write: true, staff: false, remove: false });
  });

  test('an invitation is declined, or taken back, and may be made again', async () => {
    await invite(ada, ben);
    expect((await end(ben, ben)).statusCode).toBe(200);
    expect((await list(ben)).items).toEqual([]);
    await invite(ada, ben);
    expect((await end(ada, ben)).statusCode).toBe(200);
    expect(refusal(await site.as(ben, 'POST', `/commentaries/${id}/acceptance`))).toEqual([
      404,
      'not-found',
    ]);
    await joinCommentary(site, ada, id, ben);
    expect((await authors()).map((each) => each.id)).toEqual([ada.id, ben.id]);
  });

  test('inviting again whoever writes already changes nothing', async () => {
    await joinCommentary(site, ada, id, ben);
    await appoint(ada, ben, 'lead');
    expect((await invite(ada, ben)).statusCode).toBe(200);
    expect((await authors()).find((each) => each.id === ben.id)).toMatchObject({
      role: 'lead',
      state: 'active',
    });
  });

  test('only a lead says who writes it', async () => {
    await joinCommentary(site, ada, id, ben);
    expect(refusal(await invite(ben, eve))).toEqual([403, 'not-allowed']);
    expect(refusal(await appoint(ben, ben, 'lead'))).toEqual([403, 'not-allowed']);
    expect(refusal(await end(ben, ada))).toEqual([409, 'last-lead']);
    await appoint(ada, ben, 'lead');
    expect((await end(ben, ada)).statusCode).toBe(200);
    expect(refusal(await site.as(ada, 'GET', `/commentaries/${id}`))).toEqual([404, 'not-found']);
  });

  test('it is never without a lead, whoever goes at once', async () => {
    expect(refusal(await end(ada, ada))).toEqual([409, 'last-lead']);
    expect(refusal(await appoint(ada, ada, 'author'))).toEqual([409, 'last-lead']);
    await joinCommentary(site, ada, id, ben);
    await appoint(ada, ben, 'lead');
    const gone = await Promise.all([end(ada, ada), end(ben, ben)]);
    expect(gone.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  });

  test('nobody has the handle, or it is no account', async () => {
    const answer = await site.as(ada, 'POST', `/commentaries/${id}/authors`, { handle: '@nobody' });
    expect(refusal(answer)).toEqual([422, 'person-unknown']);
  });
});

describe('putting it away', () => {
  test('it is read and brought back, and not written', async () => {
    await joinCommentary(site, ada, id, ben);
    const set = (removed: boolean, by: Person = ada) =>
      site.as(by, 'PUT', `/commentaries/${id}/removal`, { removed });
    expect(refusal(await set(true, ben))).toEqual([403, 'not-allowed']);
    expect((await set(true)).statusCode).toBe(200);
    expect((await read(ben)).removed).not.toBeNull();
    expect(refusal(await change())).toEqual([409, 'commentary-removed']);
    expect(
      refusal(await site.as(ben, 'POST', `/commentaries/${id}/parts`, { ...entryOn('4.1.1.1') })),
    ).toEqual([409, 'commentary-removed']);
    expect((await set(false)).statusCode).toBe(200);
    expect((await change()).statusCode).toBe(200);
  });
});

describe('whoever deletes their account', () => {
  test('leaves what was written together, by nobody, to whoever wrote longest with them', async () => {
    await joinCommentary(site, ada, id, ben);
    const part = await addPart(site, ada, id, entryOn('4.3.1.2', { body: 'Ada wrote this.' }));
    await site.as(ada, 'DELETE', '/account', { password, writing: 'remove' });
    expect(await read(ben)).toMatchObject({
      role: 'lead',
      authors: [{ id: ben.id }],
      parts: [{ id: part.id }],
    });
    const kept = await site.as(ben, 'GET', `/commentaries/${id}/parts/${part.id}`);
    expect(kept.json()).toMatchObject({ body: 'Ada wrote this.', author: null });
  });

  test('takes along what nobody else writes', async () => {
    await invite(ada, ben);
    await addPart(site, ada, id, entryOn('4.3.1.2'));
    await site.as(ada, 'DELETE', '/account', { password, writing: 'anonymise' });
    expect((await list(ben)).items).toEqual([]);
    const { rows } = await site.owner.query('select from commentary where id = $1', [id]);
    expect(rows).toEqual([]);
  });
});
