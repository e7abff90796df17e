import type {
  AnnotationView,
  PromotionPage,
  PromotionRequestPage,
  PromotionView,
  PublicationView,
  ReleasedEntry,
  ReleaseView,
} from '@glossator/contract';
import { randomUUID } from 'node:crypto';
import type { Static } from 'typebox';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { classOf } from './support/classes.ts';
import { setAssignment } from './support/set-assignment.ts';
import {
  acceptAsIs,
  addPart,
  entryOn,
  fillFront,
  foundCommentary,
  hideForm,
  joinCommentary,
  makeEditor,
  member,
  password,
  publishNow,
  readChecks,
  refusal,
  rootOf,
  startApp,
  startThread,
  stopApp,
  type Person,
  type TestApp,
} from './support/index.ts';

/* A commentary that Ada leads asks for notes; Ben is who wrote them. */

let site: TestApp;
let ada: Person;
let ben: Person;
let editor: Person;
let id: string;
let slug: string;
let said = 0;

beforeAll(async () => {
  site = await startApp();
  ada = await site.addPerson({ name: 'Ada' });
  ben = await site.addPerson({ name: 'Ben' });
  editor = await site.addPerson({ name: 'Edith' });
  await makeEditor(site, editor);
});
afterAll(() => stopApp(site));
beforeEach(async () => {
  slug = `c${randomUUID()}`;
  id = await foundCommentary(site, ada, { slug });
  await fillFront(site, ada, id);
});

const write = async (by = ben, more: Record<string, unknown> = {}): Promise<AnnotationView> => {
  said += 1;
  const body = `A remark, number ${String(said)}.`;
  return rootOf(await startThread(site, by, '4.3.1.2', { body, ...more }));
};
const ask = (note: string, by = ada) =>
  site.as(by, 'POST', `/commentaries/${id}/promotions`, {
    ...{ annotation: note, message: 'May we?' },
  });
const asked = async (note: string): Promise<string> => {
  const answer = await ask(note);
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<{ id: string }>().id;
};
const answer = (promotion: string, form: Record<string, unknown>, by = ben) =>
  site.as(by, 'PUT', `/promotions/${promotion}/answer`, form);
const yes = { answer: 'consent', how: 'name', credit: 'Ben Jonson', version: 1 };
const no = { answer: 'refuse' };
const agreed = async (note: string, form: Record<string, unknown> = yes): Promise<string> => {
  const promotion = await asked(note);
  const given = await answer(promotion, form);
  expect(given.statusCode, given.body).toBe(200);
  return promotion;
};
const list = async (by = ada): Promise<PromotionView[]> => {
  const told = await site.as(by, 'GET', `/commentaries/${id}/promotions`);
  expect(told.statusCode, told.body).toBe(200);
  return told.json<Static<typeof PromotionPage>>().items;
};
const requests = async (by: Person) =>
  (await site.as(by, 'GET', '/promotions')).json<Static<typeof PromotionRequestPage>>().items;
const addQuoting = (...numbers: number[]) =>
  addPart(
    site,
    ada,
    id,
    entryOn('4.3.1.2', {
      label: 'T1',
      body: ['As was said:', ...numbers.map((n) => `[[quote:${String(n)}]]`)].join('\n\n'),
    }),
  );
const publish = async (more = {}) => {
  await acceptAsIs(site, id);
  return publishNow(site, editor, id, more);
};
const published = async () => ({
  release: (await site.as(null, 'GET', `/releases/${slug}`)).json<ReleaseView>(),
  entry: (await site.as(null, 'GET', `/releases/${slug}/entries/T1`)).json<ReleasedEntry>(),
});
const codes = ({ findings }: PublicationView) => findings.map(({ code, about }) => [code, about]);

describe('a note that is asked for', () => {
  test('is quoted with its author’s name, where they consent, and stays where it is', async () => {
    const note = await write();
    const promotion = await agreed(note.id);
    await addQuoting(1);
    expect(await list()).toMatchObject([
      {
        ...{ id: promotion, n: 1, mark: '[[quote:1]]', state: 'consented', usable: true },
        ...{ how: 'name', credit: 'Ben Jonson', words: note.body, releases: [] },
        ...{ note: { id: note.id, address: '4.3.1.2' }, by: { id: ada.id } },
        abilities: { cancel: true },
      },
    ]);
    const proof = await site.as(ada, 'GET', `/commentaries/${id}/proof`);
    expect(proof.json<{ items: { html: string }[] }>().items[0]?.html).toContain(note.body);
    expect((await publish()).statusCode).toBe(201);
    const { release, entry } = await published();
    expect(release.acknowledgements).toEqual([
      { how: 'name', credit: 'Ben Jonson', parts: ['T1'] },
    ]);
    expect(entry.html).toContain(`<blockquote>\n<p>${note.body ?? ''}</p>\n</blockquote>`);
    expect(entry.html).toContain('— Ben Jonson');
    expect(entry.html).toContain(`href="/n/${note.id}"`);
    const stays = await site.as(null, 'GET', `/annotations/${note.id}`);
    expect(stays.json<AnnotationView>()).toMatchObject({ state: 'published', body: note.body });
    expect(await list()).toMatchObject([{ releases: ['1.0'], abilities: { cancel: false } }]);
  });

  test.each([
    [{ how: 'pseudonym', credit: 'Reader of Law' }, 'Reader of Law'],
    [{ how: 'anonymous', credit: '' }, 'A reader'],
    // What is typed beside “anonymous” is not told.
    [{ how: 'anonymous', credit: 'Ben Jonson' }, 'A reader'],
  ])('leads nobody to its author by %j', async (named, line) => {
    const note = await write();
    await agreed(note.id, { ...yes, ...named });
    await addQuoting(1);
    expect((await publish()).statusCode).toBe(201);
    const { entry } = await published();
    expect(entry.html).toContain(`— ${line}`);
    const document = await site.as(null, 'GET', `/releases/${slug}/document`);
    for (const word of [note.id, 'Ben', ben.handle, ben.id])
      expect(document.body).not.toContain(word);
  });

  test('is quoted as it was consented to, whatever its author writes later', async () => {
    const note = await write();
    await agreed(note.id);
    const form = { body: 'I changed my mind.', version: 1, seen: note.seen };
    expect((await site.as(ben, 'PUT', `/annotations/${note.id}`, form)).statusCode).toBe(200);
    await addQuoting(1);
    await publish();
    const { entry } = await published();
    expect(entry.html).toContain(note.body);
    expect(entry.html).not.toContain('changed my mind');
  });

  test('its author is told by whom, for what, and in which words', async () => {
    const note = await write();
    const promotion = await asked(note.id);
    const [told] = await requests(ben);
    expect(told).toMatchObject({
      ...{ id: promotion, state: 'asked', message: 'May we?', by: { name: 'Ada' } },
      commentary: { title: 'Notes on the strategy', work: 'ncss-2016' },
      note: { id: note.id, address: '4.3.1.2', version: 1, body: note.body, isPublic: true },
      ...{ how: null, releases: [], abilities: { answer: true } },
    });
    const mails = await site.owner.query<{ subject: string; body: string }>(
      `select subject, body from mail where recipient_key = $1 and kind = 'commentary'
       order by created_at desc limit 1`,
      [ben.email],
    );
    expect(mails.rows[0]?.body).toContain('/promotions');
    // Which commentary it is, a mail does not say.
    expect(JSON.stringify(mails.rows)).not.toContain('Notes on the strategy');
  });
});

describe('without consent', () => {
  test('a mark says nothing, and stops the release', async () => {
    const note = await write();
    await asked(note.id);
    const part = await addQuoting(1);
    const url = `/commentaries/${id}/parts/${part.id}`;
    const seen = await site.as(ada, 'GET', url);
    expect(seen.json()).toMatchObject({ unresolved: ['quote:1'] });
    expect(seen.body).not.toContain(note.body);
    expect(codes(await readChecks(site, ada, id))).toContainEqual([
      ...['quotation-unconsented', 'quote:1'],
    ]);
    expect(refusal(await publish())).toEqual([409, 'release-stopped']);
  });

  test('also where it is taken back after all was accepted', async () => {
    const promotion = await agreed((await write()).id);
    await addQuoting(1);
    await acceptAsIs(site, id);
    expect((await answer(promotion, no)).statusCode).toBe(200);
    expect(refusal(await publishNow(site, editor, id))).toEqual([409, 'release-stopped']);
    expect(await list()).toMatchObject([{ state: 'refused', words: '', credit: '', how: null }]);
  });

  test('it cannot be taken back from what is published', async () => {
    const promotion = await agreed((await write()).id);
    await addQuoting(1);
    await publish();
    expect(refusal(await answer(promotion, no))).toEqual([409, 'consent-used']);
    const url = `/commentaries/${id}/promotions/${promotion}`;
    expect(refusal(await site.as(ada, 'DELETE', url))).toEqual([409, 'consent-used']);
    expect(await requests(ben)).toContainEqual(
      expect.objectContaining({ id: promotion, releases: ['1.0'], abilities: { answer: false } }),
    );
  });

  test.each([
    [
      'hidden by a moderator',
      async (note: string) => {
        const keeper = await site.addPerson({ name: 'Keeper', administrator: true });
        await site.as(keeper, 'POST', `/annotations/${note}/hide`, hideForm());
      },
    ],
    ['taken away by its author', (note: string) => site.as(ben, 'DELETE', `/annotations/${note}`)],
  ])('a note that was %s is not quoted', async (_, happens) => {
    const note = await write();
    await agreed(note.id);
    await addQuoting(1);
    await happens(note.id);
    expect(await list()).toMatchObject([{ usable: false }]);
    expect(codes(await readChecks(site, ada, id))).toContainEqual([
      ...['quotation-unconsented', 'quote:1'],
    ]);
  });
});

describe('asking', () => {
  test('whoever refused is not asked again, and may think otherwise', async () => {
    const note = await write();
    const promotion = await asked(note.id);
    expect((await answer(promotion, no)).statusCode).toBe(200);
    expect(refusal(await ask(note.id))).toEqual([409, 'promotion-asked']);
    expect((await answer(promotion, yes)).statusCode).toBe(200);
    expect(await list()).toMatchObject([{ state: 'consented' }]);
  });

  test('what was taken back is not answered, and can be asked anew', async () => {
    const note = await write();
    const promotion = await asked(note.id);
    const url = `/commentaries/${id}/promotions/${promotion}`;
    expect((await site.as(ada, 'DELETE', url)).statusCode).toBe(200);
    expect((await requests(ben)).map((each) => each.id)).not.toContain(promotion);
    expect(refusal(await answer(promotion, yes))).toEqual([409, 'state-changed']);
    expect(refusal(await site.as(ada, 'DELETE', url))).toEqual([409, 'state-changed']);
    expect(await asked(note.id)).toBe(promotion);
  });

  test('a consent is to the words that were seen', async () => {
    const note = await write();
    const promotion = await asked(note.id);
    const form = { body: 'Other words.', version: 1, seen: note.seen };
    await site.as(ben, 'PUT', `/annotations/${note.id}`, form);
    expect(refusal(await answer(promotion, yes))).toEqual([409, 'version-stale']);
    expect((await answer(promotion, { ...yes, version: 2 })).statusCode).toBe(200);
    expect(await list()).toMatchObject([{ words: 'Other words.' }]);
  });

  test('a name has to be said where one is to be told', async () => {
    const promotion = await asked((await write()).id);
    for (const how of ['name', 'pseudonym'])
      expect((await answer(promotion, { ...yes, how, credit: ' ' })).statusCode).toBe(400);
  });

  test.each([
    ['one’s own', () => write(ada), 422, 'promotion-unfit'],
    ['another’s notebook', () => write(ben, { layer: 'notebook' }), 404, 'not-found'],
    ['one’s own notebook', () => write(ada, { layer: 'notebook' }), 422, 'promotion-unfit'],
  ])('is for notes of others that one may read: not %s', async (_, note, status, code) => {
    expect(refusal(await ask((await note()).id))).toEqual([status, code]);
  });

  test('is for those who write the commentary, and answering for who wrote the note', async () => {
    const note = await write();
    const promotion = await asked(note.id);
    const carl = await site.addPerson({ name: 'Carl' });
    for (const who of [ben, carl, editor]) {
      expect(refusal(await ask(note.id, who))).toEqual([404, 'not-found']);
      const url = `/commentaries/${id}/promotions`;
      expect(refusal(await site.as(who, 'GET', url))).toEqual([404, 'not-found']);
      expect(refusal(await site.as(who, 'DELETE', `${url}/${promotion}`))).toEqual([
        ...[404, 'not-found'],
      ]);
    }
    for (const who of [ada, carl, editor])
      expect(refusal(await answer(promotion, yes, who))).toEqual([404, 'not-found']);
    expect(await requests(carl)).toEqual([]);
  });

  test('a promotion of another commentary is none of this one', async () => {
    const promotion = await asked((await write()).id);
    const other = await foundCommentary(site, ada);
    const url = `/commentaries/${other}/promotions/${promotion}`;
    expect(refusal(await site.as(ada, 'DELETE', url))).toEqual([404, 'not-found']);
  });
});

test('of a note in a class, an author outside of it is not told where it stands', async () => {
  const teacher = await site.addPerson({ name: 'Tess' });
  const olga = await site.addPerson({ name: 'Olga' });
  await joinCommentary(site, ada, id, olga);
  const classId = await classOf(site, teacher, ada, ben);
  const set = { clauses: ['4.3.1.2'], gate: 'none', names: 'pseudonym' };
  const assignment = await setAssignment(site, classId, set);
  const note = await write(ben, { layer: 'class', assignment });
  expect(refusal(await ask(note.id, olga))).toEqual([404, 'not-found']);
  const promotion = await asked(note.id);
  expect(await list()).toMatchObject([{ id: promotion, note: { id: note.id } }]);
  expect(await list(olga)).toMatchObject([{ id: promotion, note: null, words: '' }]);
  // Behind a pseudonym is who they do not tell.
  for (const who of [ada, olga])
    expect(JSON.stringify(await list(who))).not.toMatch(new RegExp(`${ben.id}|Ben`));
  expect((await answer(promotion, yes)).statusCode).toBe(200);
  await addQuoting(1);
  await publish();
  const { entry } = await published();
  expect(entry.html).toContain('— Ben Jonson');
  expect(entry.html).not.toContain('/n/');
});

describe('whoever goes', () => {
  test('takes along what they consented to, but for what is published', async () => {
    const gone = await member(site, 'gone@example.org', 'Gone');
    const [free, used] = [await write(gone), await write(gone)];
    const first = await asked(used.id);
    await answer(first, { ...yes, credit: 'Gone Girl' }, gone);
    await addQuoting(1);
    await publish();
    const second = await asked(free.id);
    await answer(second, { ...yes, credit: 'Gone Girl' }, gone);
    const left = await site.as(gone, 'DELETE', '/account', { password, writing: 'anonymise' });
    expect(left.statusCode, left.body).toBe(200);
    expect(await list()).toMatchObject([
      { id: first, state: 'refused', words: '', credit: '', releases: ['1.0'] },
      { id: second, state: 'refused', words: '', credit: '', releases: [] },
    ]);
    expect((await published()).release.acknowledgements).toMatchObject([{ credit: 'Gone Girl' }]);
  });

  test('leaves what they asked for to the others, by nobody', async () => {
    const ivo = await member(site, 'ivo@example.org', 'Ivo');
    await joinCommentary(site, ada, id, ivo);
    const note = await write();
    expect((await ask(note.id, ivo)).statusCode).toBe(201);
    await site.as(ivo, 'DELETE', '/account', { password, writing: 'remove' });
    expect(await list()).toMatchObject([{ state: 'asked', by: null, message: '' }]);
  });
});
