import type {
  PartView,
  Problem,
  ProofPart,
  ReleasedPartPage,
  ReleaseMade,
  ReleaseView,
} from '@glossator/contract';
import type { ReleaseDocument } from '@glossator/domain';
import type { Static } from 'typebox';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  acceptAsIs,
  acceptedCommentary,
  addPart,
  beginNext,
  entryOn,
  fillFront,
  foundCommentary,
  joinCommentary,
  makeEditor,
  newestMail,
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
let ben: Person;
let editor: Person;
let other: Person;
let admin: Person;
let id: string;
beforeAll(async () => {
  site = await startApp();
  ada = await site.addPerson({ name: 'Ada' });
  ben = await site.addPerson({ name: 'Ben' });
  editor = await site.addPerson({ name: 'Edith' });
  other = await site.addPerson({ name: 'Otto' });
  admin = await site.addPerson({ name: 'Root', administrator: true });
  await makeEditor(site, editor);
  await makeEditor(site, other);
});
afterAll(() => stopApp(site));
beforeEach(async () => {
  id = await acceptedCommentary(site, ada);
});

const read = async <View>(url: string, by: Person | null = null): Promise<View> => {
  const answer = await site.as(by, 'GET', url);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
};
const published = async (more: Record<string, unknown> = {}, by = editor): Promise<ReleaseMade> => {
  const answer = await publishNow(site, by, id, more);
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json();
};
const numbers = async (): Promise<string[]> => {
  const { rows } = await site.owner.query<{ number: string }>(
    `select major || '.' || minor as number from commentary_release
     where commentary_id = $1 order by major, minor`,
    [id],
  );
  return rows.map(({ number }) => number);
};
const state = async () => (await readChecks(site, editor, id)).state;
const save = (part: PartView, body: string, by = ada) =>
  site.as(by, 'PUT', `/commentaries/${id}/parts/${part.id}`, {
    ...{ label: part.label, title: part.title, body, version: part.version },
  });
const partOf = async (label: string): Promise<PartView> => {
  const { parts } = await read<{ parts: { id: string; label: string }[] }>(
    `/commentaries/${id}`,
    ada,
  );
  const found = parts.find((part) => part.label === label);
  return read(`/commentaries/${id}/parts/${found?.id ?? ''}`, ada);
};
/** Written, handed in and accepted, as a new release. */
async function acceptNext(next: 'correction' | 'revision', body: string): Promise<void> {
  await beginNext(site, id, next);
  expect((await save(await partOf('T2'), body)).statusCode).toBe(200);
  await acceptAsIs(site, id);
}

describe('publishing', () => {
  test('what was accepted becomes release 1.0, by an editor, and everybody reads it', async () => {
    const { slug, sha256 } = await published();
    const release = await read<ReleaseView>(`/releases/${slug}`);
    expect(release).toMatchObject({
      ...{ number: '1.0', sha256, retracted: null, change: '', successor: null },
      titles: { en: 'Notes on the strategy' },
      abstracts: { en: 'What it is about.' },
      contributors: [{ family: 'Li', given: 'An' }],
      licence: { id: 'CC-BY-4.0' },
      versions: { 'zh-cac': '1.0.0', 'en-creemers': '1.0.0' },
      statement: { en: 'Accepted by the editors of this site. Not peer-reviewed.' },
    });
    expect(release.parts.map(({ label, at }) => [label, at])).toEqual([
      ['T1', ['4.1.1.1']],
      ['T2', ['4.3.1.2']],
    ]);
    expect(await state()).toBe('published');
    const on = await read<{ items: { slug: string }[] }>('/works/ncss-2016/commentaries');
    expect(on.items.map((each) => each.slug)).toContain(slug);
  });

  test('the proof of the same revisions reads as the release does', async () => {
    const proof = await read<{ items: ProofPart[] }>(`/commentaries/${id}/proof`, ada);
    const { slug } = await published();
    const { items } = await read<Static<typeof ReleasedPartPage>>(`/releases/${slug}/parts`);
    // References to its own entries lead to them as they are written, and as they were published.
    const asReleased = proof.items.map(({ html }) =>
      proof.items.reduce(
        (text, part) =>
          text.replaceAll(`/commentaries/${id}/parts/${part.id}`, `/c/${slug}@1.0/${part.label}`),
        html,
      ),
    );
    expect(items.map(({ html }) => html)).toEqual(asReleased);
    expect(asReleased[0]).toContain(`href="/c/${slug}@1.0/T2"`);
    expect(items.map(({ kind, label, title, at }) => ({ kind, label, title, at }))).toEqual(
      proof.items.map(({ kind, label, title, at }) => ({ kind, label, title, at })),
    );
  });

  test('who published it stays beside the document, and is not in it', async () => {
    const { slug } = await published();
    const { rows } = await site.owner.query<{ who: string }>(
      'select released_by as who from commentary_release where commentary_id = $1',
      [id],
    );
    expect(rows).toEqual([{ who: editor.id }]);
    const document = await site.as(null, 'GET', `/releases/${slug}/document`);
    for (const word of [editor.id, 'Edith', ada.id, id]) expect(document.body).not.toContain(word);
  });

  test.each([
    ['its lead', () => ada, 403, 'not-allowed'],
    ['an administrator', () => admin, 404, 'not-found'],
    ['somebody else', () => ben, 404, 'not-found'],
  ] as const)('is not for %s', async (_, who, status, code) => {
    expect(refusal(await publishNow(site, who(), id))).toEqual([status, code]);
    expect(await numbers()).toEqual([]);
  });

  test('an editor who writes it does not publish it', async () => {
    const own = await acceptedCommentary(site, ada);
    await joinCommentary(site, ada, own, other);
    expect(refusal(await publishNow(site, other, own))).toEqual([403, 'editor-interested']);
  });

  test('sent twice, or by two at once, it is one; the second is told what stands', async () => {
    const [one, two] = await Promise.all([
      publishNow(site, editor, id),
      publishNow(site, other, id),
    ]);
    const [first, second] = one.statusCode === 201 ? [one, two] : [two, one];
    expect(first.statusCode, first.body).toBe(201);
    expect(refusal(second)).toEqual([409, 'release-there']);
    expect(second.json<Problem>().current).toMatchObject({
      state: 'published',
      newest: { number: '1.0' },
    });
    expect(await numbers()).toEqual(['1.0']);
  });

  test.each(['draft', 'submitted', 'in-review', 'changes-requested', 'declined'])(
    'what stands %s is not published',
    async (now) => {
      await site.owner.query('update commentary set state = $2 where id = $1', [id, now]);
      const [status] = refusal(await publishNow(site, editor, id));
      // Of a draft editors know nothing.
      expect(status).toBe(now === 'draft' ? 404 : 409);
      expect(await numbers()).toEqual([]);
    },
  );
});

test('the whole way: handed in, reviewed, accepted, published, corrected', async () => {
  id = await foundCommentary(site, ada);
  await fillFront(site, ada, id);
  await addPart(site, ada, id, entryOn('4.1.1.1', { label: 'T1' }));
  const rex = await site.addPerson({ name: 'Rex' });
  const ask = async (who: Person, method: 'POST' | 'PUT', path: string, body: object) => {
    const answer = await site.as(who, method, `/commentaries/${id}${path}`, { ...body });
    expect(answer.statusCode, answer.body).toBeLessThan(300);
  };
  const seen = null;
  const letter = { reason: 'So.', message: 'So.' };
  const said = async () => ({ seen: (await readChecks(site, ada, id)).seen });
  await ask(ada, 'POST', '/submission', { ...(await said()), note: '' });
  await ask(editor, 'POST', '/rounds', {
    ...{ ...(await said()), names: 'open', dueOn: null, message: '' },
  });
  await ask(editor, 'POST', '/rounds/1/reviewers', { who: rex.handle, dueOn: null });
  await ask(rex, 'PUT', '/rounds/1/answer', { accepts: true });
  await ask(rex, 'PUT', '/rounds/1/recommendation', {
    ...{ recommendation: 'accept', toEditor: '', toAuthors: 'Good.' },
  });
  await ask(editor, 'POST', '/decisions', { kind: 'accept', ...(await said()), ...letter });
  await ask(editor, 'POST', '/releases', { number: '1.0', change: '', seen });
  const { slug } = await readChecks(site, ada, id);
  expect(await read<ReleaseView>(`/releases/${slug}`)).toMatchObject({
    statement: { en: 'Peer-reviewed by one reviewer in one round.' },
    parts: [{ label: 'T1' }],
  });
  expect(await newestMail(site, ada.email)).toContain('It is published.');
  await ask(ada, 'POST', '/steps', { kind: 'correct', ...(await said()) });
  const part = await partOf('T1');
  expect((await save(part, 'Corrected.')).statusCode).toBe(200);
  await ask(ada, 'POST', '/submission', { ...(await said()), note: '' });
  await ask(editor, 'POST', '/decisions', { kind: 'accept', ...(await said()), ...letter });
  await ask(editor, 'POST', '/releases', { number: '1.1', change: 'T1 is corrected.', seen });
  expect(await read<ReleaseView>(`/releases/${slug}`)).toMatchObject({
    ...{ number: '1.1', change: 'T1 is corrected.' },
    statement: {
      en: 'Peer-reviewed by one reviewer in one round. This correction was accepted by the editors of this site alone.',
    },
  });
});

describe('a co-author who saves at the same moment', () => {
  test('keeps what was saved, and the release is what was accepted', async () => {
    await joinCommentary(site, ada, id, ben);
    const part = await partOf('T2');
    await site.owner.query("update commentary set state = 'draft' where id = $1", [id]);
    const before = await save(part, 'Before.', ben);
    expect(before.statusCode, before.body).toBe(200);
    await acceptAsIs(site, id);
    const [made, saved] = await Promise.all([
      publishNow(site, editor, id),
      site.owner.query(
        `with p as (update commentary_part set version = version + 1 where id = $1 returning version)
         insert into commentary_revision (part_id, number, label, title, body, words, places)
         select $1, p.version, 'T2', 'On', 'After.', 1, '[]' from p`,
        [part.id],
      ),
    ]);
    expect([made.statusCode, saved.rowCount]).toEqual([201, 1]);
    const { slug } = made.json<ReleaseMade>();
    const document = (
      await site.as(null, 'GET', `/releases/${slug}/document`)
    ).json<ReleaseDocument>();
    expect(document.parts.find(({ label }) => label === 'T2')?.body).toBe('Before.');
    expect((await partOf('T2')).body).toBe('After.');
  });
});

describe('what comes after', () => {
  test('a correction counts on, a new edition begins anew, and each says what is new', async () => {
    const { slug } = await published();
    await acceptNext('correction', 'A misprint is mended.');
    expect(refusal(await publishNow(site, editor, id, { number: '2.0', change: 'x' }))).toEqual([
      409,
      'release-there',
    ]);
    expect(refusal(await publishNow(site, editor, id, { number: '1.1' }))).toEqual([
      422,
      'change-required',
    ]);
    await published({ number: '1.1', change: 'T2 is mended.' });
    await acceptNext('revision', 'It says something else.');
    await published({ number: '2.0', change: 'T2 is new.' });
    expect(await numbers()).toEqual(['1.0', '1.1', '2.0']);
    expect(await read<ReleaseView>(`/releases/${slug}?number=1.0`)).toMatchObject({
      successor: '2.0',
      releases: [
        { number: '2.0', change: 'T2 is new.' },
        { number: '1.1', change: 'T2 is mended.' },
        { number: '1.0', change: '' },
      ],
    });
    const difference = await read<{ items: object[] }>(
      `/releases/${slug}/difference?from=1.0&to=2.0`,
    );
    expect(difference.items).toMatchObject([
      {
        changes: ['words'],
        before: { label: 'T2', body: 'What stands at 4.3.1.2.' },
        after: { label: 'T2', body: 'It says something else.' },
      },
    ]);
  });

  test('what is not new is not published anew', async () => {
    await published();
    await beginNext(site, id, 'correction');
    await acceptAsIs(site, id);
    const answer = await publishNow(site, editor, id, { number: '1.1', change: 'Nothing.' });
    expect(refusal(answer)).toEqual([409, 'release-stopped']);
    expect(answer.json<Problem>().current).toEqual([
      { code: 'nothing-new', part: null, about: '' },
    ]);
  });
});

describe('checks', () => {
  test('name what is missing, and where, to whoever writes it', async () => {
    const draft = await foundCommentary(site, ada);
    const part = await addPart(
      site,
      ada,
      draft,
      entryOn('4.1.1.1', { title: '', body: 'See [[T99]] and [[4.9.9.9]].' }),
    );
    const about = { id: part.id, label: '', title: '' };
    const checks = await readChecks(site, ada, draft);
    expect(checks).toMatchObject({
      ...{ state: 'draft', number: '1.0', as: 'author', releases: [], schedule: null },
      parts: [{ id: part.id, kind: 'entry', label: '', words: 7 }],
      abilities: { publish: false, schedule: false, retract: false, withdraw: false },
    });
    expect(checks.findings.map((each) => [each.code, each.stops, each.part, each.about])).toEqual([
      ['abstract-missing', true, null, ''],
      ['licence-missing', true, null, ''],
      ['byline-missing', true, null, ''],
      ['interests-missing', false, null, ''],
      ['label-missing', true, about, ''],
      ['reference-unresolved', true, about, 'T99'],
      ['reference-unresolved', true, about, '4.9.9.9'],
      ['title-missing', false, about, ''],
    ]);
    for (const who of [ben, admin, editor])
      expect(refusal(await site.as(who, 'GET', `/commentaries/${draft}/checks`))).toEqual([
        404,
        'not-found',
      ]);
  });

  test('what was accepted is looked at, not what was written since', async () => {
    expect((await readChecks(site, editor, id)).findings).toEqual([]);
    await site.owner.query("update commentary set abstract = '' where id = $1", [id]);
    expect((await readChecks(site, editor, id)).findings).toEqual([]);
  });

  test('a stop is a stop, also to whoever does not look at the list', async () => {
    await site.owner.query("update commentary set state = 'draft' where id = $1", [id]);
    await save(await partOf('T2'), ' ');
    await fillFront(site, ada, id, { licence: null });
    await acceptAsIs(site, id);
    const answer = await publishNow(site, editor, id);
    expect(refusal(answer)).toEqual([409, 'release-stopped']);
    expect(answer.json<Problem>().current).toMatchObject([
      { code: 'licence-missing' },
      { code: 'part-empty' },
    ]);
    expect(await numbers()).toEqual([]);
    expect(await state()).toBe('accepted');
  });

  test('an entry on nothing, and one on words of an older version, are told', async () => {
    await site.owner.query(
      `update commentary_revision r set places = '[]' from commentary_part p
       where p.id = r.part_id and p.commentary_id = $1 and p.label = 'T1'`,
      [id],
    );
    const { findings } = await readChecks(site, editor, id);
    expect(findings.map(({ code, part }) => [code, part?.label])).toEqual([
      ['place-missing', 'T1'],
    ]);
  });
});
