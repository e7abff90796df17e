import type {
  ApparatusIndex,
  ApparatusPage,
  PrintView,
  FatedThreadPage,
  Problem,
  ReadingView,
  TextDraftView,
  TextEditing,
  TextProposalView,
  TextReleaseMade,
  TextReleaseView,
  VersionDifference,
  WitnessView,
  WorkVersions,
} from '@glossator/contract';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  origin,
  ownApp,
  refusal,
  rootOf,
  startThread,
  threadForm,
  type Person,
  type TestApp,
} from './support/index.ts';

const en = 'en-creemers';
let site: TestApp;
let eve: Person;

beforeEach(async () => {
  site = await ownApp();
  eve = await site.addPerson({ name: 'Eve', textEditor: true });
});

async function get<View>(person: Person | null, url: string): Promise<View> {
  const answer = await site.as(person, 'GET', url);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<View>();
}
async function make<View>(method: 'POST' | 'PUT', url: string, payload?: object): Promise<View> {
  const answer = await site.as(eve, method, url, payload);
  expect(answer.statusCode, answer.body).toBeLessThan(300);
  return answer.json<View>();
}
const because = { note: { en: 'A slip of the copy.' } };
const correct = (path: string, before: string, after: string, settles: string[] = []) => ({
  ...{ kind: 'correct', path, before, after, settles, ...because },
  ...{ cause: 'transcriber', certainty: 'high', evidence: [{ en: 'The Chinese says so.' }] },
});

async function draftWith(
  changes: object[],
  change = 'What is new.',
  edition = en,
): Promise<string> {
  const { id } = await make<{ id: string }>('POST', `/editions/${edition}/text-drafts`);
  await make('PUT', `/text-drafts/${id}`, { version: 1, changes, change });
  return id;
}
const release = (id: string, number: string, version = 2) =>
  site.as(eve, 'POST', `/text-drafts/${id}/release`, { number, version });
async function released(id: string, number: string): Promise<TextReleaseMade> {
  const answer = await release(id, number);
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<TextReleaseMade>();
}
const proposalUrl = async (): Promise<string> => {
  const { editions } = await get<TextEditing>(eve, '/text-editing');
  const proposal = editions.find(({ id }) => id === en)?.proposals[0];
  return `/text-proposals/${en}/${proposal?.version ?? ''}/${proposal?.sha256 ?? ''}`;
};
const readingOf = ({ work }: ReadingView, path: string, edition = en): string | null | undefined =>
  work?.editions.find(({ id }) => id === edition)?.texts[
    work.units.find((unit) => unit.path === path)?.uid ?? ''
  ]?.reading;

describe('what ships of a later version', () => {
  test('is proposed on a fresh start, and not loaded', async () => {
    const { editions, mayEdit } = await get<TextEditing>(eve, '/text-editing');
    expect(mayEdit).toBe(true);
    const edition = editions.find(({ id }) => id === en);
    expect(edition?.versions.map(({ version }) => version)).toEqual(['1.0.0']);
    expect(edition?.proposals).toMatchObject([{ version: '1.0.1', isWhole: true, aside: null }]);
  });

  test('is looked at with differences and evidence; to look changes nothing', async () => {
    const url = await proposalUrl();
    const view = await get<TextProposalView>(eve, url);
    expect(view.preview.made).toMatchObject({
      number: '1.0.1',
      base: '1.0.0',
      isStructural: false,
    });
    expect(
      view.preview.made?.differences.map(({ what, from, entries }) => [
        what,
        from,
        entries.map(({ number, copy }) => `${number} ${String(copy)}`),
      ]),
    ).toEqual([
      ['changed', '1.1.5.3', ['E12 construction']],
      ['changed', '4.9.2.1', ['E13 cooperation’s']],
    ]);
    const { editions } = await get<WorkVersions>(null, '/works/ncss-2016/versions');
    expect(editions.find(({ id }) => id === en)?.versions).toHaveLength(1);
  });

  test('is released with one confirmation, to the byte as it ships', async () => {
    const url = await proposalUrl();
    const made = await make<TextReleaseMade>('POST', `${url}/release`, { number: '1.0.1' });
    expect(url).toContain(made.sha256);
    const page = await get<ReadingView>(null, '/works/ncss-2016/reading?at=1.1.5.3');
    expect(readingOf(page, '1.1.5.3')).toMatch(/construction\.$/);
    const entry = page.work?.editions
      .find(({ id }) => id === en)
      ?.apparatus.find(({ number }) => number === 'E13');
    expect(entry).toMatchObject({
      copy: 'cooperation’s',
      reading: 'cooperation',
      settles: ['E10'],
    });
    const before = await get<ReadingView>(
      null,
      `/works/ncss-2016/reading?at=1.1.5.3&pins=${en}:1.0.0`,
    );
    expect(readingOf(before, '1.1.5.3')).toMatch(/construction$/);
    const { editions } = await get<TextEditing>(eve, '/text-editing');
    expect(editions.find(({ id }) => id === en)?.proposals).toEqual([]);
    expect(refusal(await site.as(eve, 'POST', `${url}/release`, { number: '1.0.1' }))).toEqual([
      409,
      'text-proposal-released',
    ]);
    expect((await get<TextProposalView>(eve, url)).released).toEqual({
      version: '1.0.1',
      release: made.release,
    });
  });

  test('is put aside with a reason, and taken up again', async () => {
    const url = await proposalUrl();
    await make('PUT', `${url}/aside`, { reason: 'We wait for the second witness.' });
    const aside = await get<TextProposalView>(eve, url);
    expect(aside.proposal.aside?.reason).toBe('We wait for the second witness.');
    expect((await site.as(eve, 'DELETE', `${url}/aside`)).statusCode).toBe(200);
    expect((await get<TextProposalView>(eve, url)).proposal.aside).toBeNull();
    expect(refusal(await site.as(eve, 'PUT', `${url}/aside`, { reason: ' ' }))).toEqual([
      400,
      'text-malformed',
    ]);
  });

  test('can begin a draft', async () => {
    const { id } = await make<{ id: string }>('POST', `${await proposalUrl()}/draft`);
    const draft = await get<TextDraftView>(eve, `/text-drafts/${id}`);
    expect(draft.changes).toHaveLength(2);
    expect(draft.change).toMatch(/^Two slips/);
  });
});

describe('a draft', () => {
  test('says what it would do, and which change cannot be made', async () => {
    const id = await draftWith([correct('1.1.5.3', 'Online', 'The')]);
    const good = await get<TextDraftView>(eve, `/text-drafts/${id}?at=1.1.5.3`);
    expect(good.preview.made?.number).toBe('1.0.1');
    expect(good.clause?.texts.find(({ edition }) => edition === en)?.reading).toMatch(
      /^The culture/,
    );
    const bad = [correct('1.1.5.3', 'Online', 'The'), correct('4.9.2.1', 'cooperation’s', 'x')];
    const refused = await site.as(eve, 'PUT', `/text-drafts/${id}`, {
      ...{ version: 2, changes: bad, change: '' },
    });
    expect(refusal(refused)).toEqual([422, 'release-unmade']);
    expect(refused.json<Problem & { current: unknown }>().current).toEqual({
      ...{ change: 1, code: 'entry-on-words', what: 'E10' },
    });
    await make('PUT', `/text-drafts/${id}`, { version: 2, changes: good.changes, change: '' });
    expect(refusal(await release(id, '1.0.1', 3))).toEqual([422, 'change-required']);
    // Another release has mended the same words.
    await released(await draftWith([correct('1.1.5.3', 'Online', 'A')]), '1.0.1');
    const view = await get<TextDraftView>(eve, `/text-drafts/${id}`);
    expect(view.preview).toEqual({
      unmade: { change: 0, code: 'words-not-once', what: 'Online' },
      made: null,
    });
  });

  test('that somebody else changed is stale, and says what stands there now', async () => {
    const ida = await site.addPerson({ name: 'Ida', textEditor: true });
    const id = await draftWith([correct('1.1.5.3', 'Online', 'The')]);
    const answer = await site.as(ida, 'PUT', `/text-drafts/${id}`, {
      ...{ version: 1, changes: [], change: 'Mine' },
    });
    expect(refusal(answer)).toEqual([409, 'version-stale']);
    expect(answer.json<Problem & { current: unknown }>().current).toMatchObject({ version: 2 });
    expect(refusal(await release(id, '1.0.1', 1))).toEqual([409, 'version-stale']);
  });

  test('with hostile words is kept where they are words, and refused where they are none', async () => {
    const html = '<img src=x onerror=alert(1)> \u200fאבג';
    const id = await draftWith([correct('1.1.5.3', 'Online', html)], '<b>Bold</b>');
    await released(id, '1.0.1');
    const page = await get<ReadingView>(null, '/works/ncss-2016/reading?at=1.1.5.3');
    expect(readingOf(page, '1.1.5.3')?.startsWith(html)).toBe(true);
    const { id: other } = await make<{ id: string }>('POST', `/editions/${en}/text-drafts`);
    for (const words of ['\ud800', 'a\u0000b'])
      expect(
        refusal(
          await site.as(eve, 'PUT', `/text-drafts/${other}`, {
            ...{ version: 1, changes: [correct('1.1.5.3', 'x', words)], change: '' },
          }),
        ),
      ).toEqual([400, 'text-malformed']);
  });

  test('is none to others, and cannot be changed by an administrator', async () => {
    const id = await draftWith([]);
    const keeper = await site.addPerson({ administrator: true });
    const editor = await site.addPerson({ name: 'Otto' });
    await site.owner.query("insert into site_role values ($1, 'editor')", [editor.id]);
    for (const person of [editor, await site.addPerson({ moderates: null })]) {
      expect(refusal(await site.as(person, 'GET', `/text-drafts/${id}`))[0]).toBe(404);
      expect(refusal(await site.as(person, 'DELETE', `/text-drafts/${id}`))[0]).toBe(404);
    }
    expect((await site.as(keeper, 'GET', `/text-drafts/${id}`)).statusCode).toBe(200);
    expect(refusal(await site.as(keeper, 'DELETE', `/text-drafts/${id}`))).toEqual([
      403,
      'not-allowed',
    ]);
    expect((await site.as(eve, 'DELETE', `/text-drafts/${id}`)).statusCode).toBe(200);
  });
});

describe('a release', () => {
  test('made while another is being made: one wins, the other is told what to do', async () => {
    const first = await draftWith([correct('1.1.5.3', 'Online', 'The')]);
    const second = await draftWith([correct('1.1.5.2', 'The network', 'A network')]);
    const answers = await Promise.all([release(first, '1.0.1'), release(second, '1.0.1')]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409]);
    const lost = answers.find(({ statusCode }) => statusCode === 409);
    expect(lost?.json<Problem>()).toMatchObject({ code: 'text-version-there' });
    expect(lost?.json<Problem>().detail).toMatch(/1\.0\.1 was released.*release that as 1\.0\.2/);
    const left = answers[0].statusCode === 409 ? first : second;
    expect((await get<TextDraftView>(eve, `/text-drafts/${left}`)).preview.made?.number).toBe(
      '1.0.2',
    );
    await released(left, '1.0.2');
    const text = await site.as(null, 'GET', `/works/ncss-2016/editions/${en}/text`);
    expect(text.body).toContain('1.1.5.3\tThe culture');
    expect(text.body).toContain('1.1.5.2\tA network');
  });

  test('of one draft by two editors at once is one, and the other is led to it', async () => {
    const id = await draftWith([correct('1.1.5.3', 'Online', 'The')]);
    const answers = await Promise.all([release(id, '1.0.1'), release(id, '1.0.1')]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 410]);
    const made = answers.find(({ statusCode }) => statusCode === 201)?.json<TextReleaseMade>();
    expect(made?.release).toBe(id);
    for (const answer of [
      await site.as(eve, 'GET', `/text-drafts/${id}`),
      await site.as(eve, 'PUT', `/text-drafts/${id}`, { version: 2, changes: [], change: 'x' }),
      await site.as(eve, 'DELETE', `/text-drafts/${id}`),
    ])
      expect(refusal(answer)).toEqual([410, 'text-draft-released']);
    expect((await site.as(eve, 'GET', `/text-releases/${id}`)).statusCode).toBe(200);
  });

  test('of what is proposed by two editors at once is one', async () => {
    const url = await proposalUrl();
    const both = await Promise.all(
      [1, 2].map(() => site.as(eve, 'POST', `${url}/release`, { number: '1.0.1' })),
    );
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409]);
    const lost = both.find(({ statusCode }) => statusCode === 409);
    expect(lost?.json<Problem>().code).toBe('text-proposal-released');
  });

  test('is found by search, in the words it has now', async () => {
    await released(await draftWith([correct('1.1.5.3', 'Online', 'Xyzzyish')]), '1.0.1');
    const found = await site.as(null, 'GET', '/search?q=xyzzyish');
    expect(found.body).toContain('1.1.5.3');
    const { rows } = await site.owner.query<{ count: string }>(
      `select count(*) from segment_text g left join text_search s using (version_id, uid)
       where g.reading is not null and s.uid is null`,
    );
    expect(rows[0]?.count).toBe('0');
  });

  test('is told to everybody: numbers, days, digests, what changed and why', async () => {
    const made = await released(
      await draftWith([correct('1.1.5.3', 'Online', 'The')], 'The article.'),
      '1.0.1',
    );
    const { editions } = await get<WorkVersions>(null, '/works/ncss-2016/versions');
    expect(editions.find(({ id }) => id === en)?.versions).toMatchObject([
      { version: '1.0.1', sha256: made.sha256, change: { en: 'The article.' }, release: null },
      { version: '1.0.0', change: {}, release: null },
    ]);
    const url = `/works/ncss-2016/versions/${en}/difference?from=1.0.0&to=1.0.1`;
    const difference = await get<VersionDifference>(null, url);
    expect(difference.differences).toMatchObject([
      { what: 'changed', from: '1.1.5.3', entries: [{ number: 'E12', copy: 'Online' }] },
    ]);
    await site.owner.query("update edition set access = 'withheld' where id = $1", [en]);
    const withheld = await site.as(null, 'GET', url);
    expect(withheld.json<VersionDifference>()).toMatchObject({ withheld: true, differences: [] });
    expect(withheld.body).not.toContain('culture');
  });

  test('is exported as files of the document package', async () => {
    const { release: id } = await make<TextReleaseMade>('POST', `${await proposalUrl()}/release`, {
      number: '1.0.1',
    });
    const { files } = await get<{ files: Record<string, unknown> }>(
      eve,
      `/text-releases/${id}/layers`,
    );
    const folder = `editions/${en}/releases/1.0.1`;
    expect(Object.keys(files).sort()).toEqual(
      ['apparatus', 'changes', 'labels', 'limbs', 'text', 'version'].map(
        (name) => `${folder}/${name}.json`,
      ),
    );
    const { default: shipped } = (await import(
      '../../../packages/document/works/ncss-2016/editions/en-creemers/releases/1.0.1/text.json',
      { with: { type: 'json' } }
    )) as { default: unknown };
    expect(files[`${folder}/text.json`]).toEqual(shipped);
  });

  test('has a report for editors', async () => {
    const { release: id } = await released(
      await draftWith([correct('1.1.5.3', 'Online', 'The')]),
      '1.0.1',
    ).then((made) => made);
    const report = await get<TextReleaseView>(eve, `/text-releases/${id}`);
    expect(report).toMatchObject({ version: '1.0.1', base: '1.0.0', by: 'Eve' });
    expect(report.differences.map(({ to }) => to)).toEqual(['1.1.5.3']);
  });
});

describe('a release that divides the work anew', () => {
  const merge = { kind: 'merge', paths: ['1.1.5.2', '1.1.5.3'], ...because };

  test('is one of every edition; the old address opens the old version, and leads on', async () => {
    await released(await draftWith([merge]), '1.1.0');
    const page = await get<ReadingView>(null, '/works/ncss-2016/reading?at=1.1.5');
    expect(page.work?.editions.map(({ version }) => version)).toEqual(['1.1.0', '1.1.0']);
    const paths = page.work?.units.map(({ path }) => path) ?? [];
    expect(paths).toContain('1.1.5.2x1');
    expect(paths).not.toContain('1.1.5.3');
    const gone = await site.as(null, 'GET', '/works/ncss-2016/reading?at=1.1.5.3');
    expect(refusal(gone)).toEqual([410, 'gone']);
    expect(gone.json<Problem & { current: unknown }>().current).toEqual(['1.1.5.2x1']);
    for (const pins of [`${en}:1.0.0`, 'zh-cac:1.0.0']) {
      const old = await get<ReadingView>(null, `/works/ncss-2016/reading?at=1.1.5.3&pins=${pins}`);
      expect(old.work?.editions.map(({ version }) => version)).toEqual(['1.0.0', '1.0.0']);
      expect(readingOf(old, '1.1.5.3')).toMatch(/^Online culture/);
      expect(old.abilities['start-thread']).toBe(false);
    }
    const apart = `/works/ncss-2016/reading?pins=${en}:1.0.0,zh-cac:1.1.0`;
    expect(refusal(await site.as(null, 'GET', apart))).toEqual([422, 'versions-apart']);
    const plain = await site.as(null, 'GET', `/works/ncss-2016/editions/${en}/text?version=1.0.0`);
    expect(plain.body).toContain('1.1.5.3\tOnline');
    const now = await site.as(null, 'GET', `/works/ncss-2016/editions/${en}/text`);
    expect(now.body).not.toContain('1.1.5.3\t');
    const pinned = `/works/ncss-2016/forms/tei?at=1.1.5.3&pins=${en}:1.0.0`;
    expect((await site.as(null, 'GET', pinned)).body).toContain('n="1.1.5.3"');
    const resource = encodeURIComponent(`${origin}/t/ncss-2016@${en}:1.0.0`);
    const passage = await site.as(null, 'GET', `/dts/document?resource=${resource}&ref=1.1.5.3`);
    expect(passage.body).toContain('n="1.1.5.3"');
    const difference = await get<VersionDifference>(
      null,
      `/works/ncss-2016/versions/${en}/difference?from=1.0.0&to=1.1.0`,
    );
    expect(difference.differences.map(({ what, from, to }) => [what, from ?? to])).toEqual([
      ['added', '1.1.5.2x1'],
      ['removed', '1.1.5.2'],
      ['removed', '1.1.5.3'],
    ]);
  });

  test('leaves the copy, the apparatus and print of an older version divided as it was', async () => {
    const ada = await site.addPerson({ name: 'Ada' });
    const note = await startThread(site, ada, '1.1.5.3');
    const base = '/works/ncss-2016';
    const copy = await get<WitnessView>(null, `${base}/witness`);
    const pins = `pins=${en}:1.0.0`;
    await released(await draftWith([merge]), '1.1.0');

    expect((await get<WitnessView>(null, `${base}/witness`)).pages).toEqual(copy.pages);
    const entriesAt = async (query: string, path: string): Promise<string[]> => {
      const { editions } = await get<ApparatusIndex>(null, `${base}/apparatus${query}`);
      return editions.flatMap(({ id, entries }) =>
        entries.flatMap(({ entry, places }) =>
          id === en && places.some((place) => place.path === path) ? entry.number : [],
        ),
      );
    };
    const [number = ''] = await entriesAt(`?${pins}`, '1.1.5.3');
    expect(number).toMatch(/^[EGS]\d+$/);
    expect(await entriesAt('', '1.1.5.2x1')).toContain(number);
    expect(await entriesAt('', '1.1.5.3')).toEqual([]);
    const entryAt = async (query: string) => {
      const page = await get<ApparatusPage>(null, `${base}/apparatus/${en}/${number}${query}`);
      return page.places.map(({ path, reading, others }) => [path, reading, others.length]);
    };
    expect(await entryAt(`?${pins}`)).toEqual([['1.1.5.3', expect.stringMatching(/^Online/), 1]]);
    expect(await entryAt('')).toEqual([['1.1.5.2x1', expect.stringMatching(/Online/), 1]]);

    const printed = await get<PrintView>(null, `${base}/print?at=1.1.5.3&notes=public&${pins}`);
    expect(printed.work.editions.map(({ version }) => version)).toEqual(['1.0.0', '1.0.0']);
    expect(printed.focus.segments).toHaveLength(1);
    expect(printed.notes).toMatchObject([{ address: '1.1.5.3', uid: printed.focus.uid }]);
    expect(printed.notes[0]?.id).toBe(rootOf(note).id);
    const now = await site.as(null, 'GET', `${base}/print?at=1.1.5.3`);
    expect(refusal(now)).toEqual([410, 'gone']);
  });

  test('leaves what comes from outside by its old identity an answer', async () => {
    const before = await get<ReadingView>(null, '/works/ncss-2016/reading?at=1.1.5.3');
    const uid = before.focus.uid ?? '';
    const move = { kind: 'move', path: '1.1.5.3', after: '1.1.4.1', ...because };
    await released(await draftWith([move]), '1.1.0');
    expect(await get(null, `/units/${uid}`)).toMatchObject({ path: '1.1.4.1x1' });
    const old = await get<ReadingView>(null, '/works/ncss-2016/reading?at=1.1.5.3');
    expect(old.focus.address).toBe('1.1.4.1x1');
    const drop = { kind: 'delete', path: '1.1.4.1x1', successors: ['1.1.4.1'], ...because };
    await released(await draftWith([drop]), '1.2.0');
    const gone = await site.as(null, 'GET', `/units/${uid}`);
    expect(refusal(gone)).toEqual([410, 'gone']);
    const first = await get<ReadingView>(
      null,
      `/works/ncss-2016/reading?at=1.1.5.3&pins=${en}:1.0.0`,
    );
    const second = await get<ReadingView>(
      null,
      `/works/ncss-2016/reading?at=1.1.4.1x1&pins=${en}:1.1.0`,
    );
    expect(first.focus.uid).toBe(uid);
    expect(second.focus.uid).toBe(uid);
  });
});

describe('what stands on the text', () => {
  test('is accounted for: as it was counted beforehand, and as the report says', async () => {
    const ada = await site.addPerson({ name: 'Ada' });
    await startThread(site, ada, '1.1.5.3');
    const url = await proposalUrl();
    const looked = await get<TextProposalView>(eve, url);
    const counted = looked.preview.made?.fates.flatMap(({ threads }) => threads) ?? [];
    expect(counted).toMatchObject([{ layer: 'public', marked: 1, carried: 0 }]);
    const made = await make<TextReleaseMade>('POST', `${url}/release`, { number: '1.0.1' });
    const report = await get<TextReleaseView>(eve, `/text-releases/${made.release}`);
    expect(report.fates.flatMap(({ threads }) => threads)).toEqual(counted);
    const { rows } = await site.owner.query<{ outcome: string }>('select outcome from thread_fate');
    expect(rows).toEqual([{ outcome: 'marked' }]);
  });

  test('is listed by what became of it, as far as one may read it', async () => {
    const ada = await site.addPerson({ name: 'Ada' });
    const whole = await startThread(site, ada, '1.1.5.3');
    const secret = await startThread(site, ada, '1.1.5.3', { layer: 'notebook' });
    const own = await startThread(site, eve, '1.1.5.3', { layer: 'notebook' });
    const section = await startThread(site, ada, '1.1.5');
    await startThread(site, ada, '0.0.1.2');
    const { release: id } = await released(
      await draftWith([correct('1.1.5.3', 'Online', 'The')]),
      '1.0.1',
    );
    const list = (query = '') => get<FatedThreadPage>(eve, `/text-releases/${id}/threads${query}`);
    const roots = ({ items }: FatedThreadPage) => items.map(({ note, was }) => [note.text, was]);
    const all = await list();
    expect(
      roots(all)
        .map(([, was]) => was)
        .sort(),
    ).toEqual(['1.1.5', '1.1.5.3']);
    expect(all.items.map(({ outcome, answer }) => [outcome, answer])).toEqual([
      ['marked', 'none'],
      ['marked', 'none'],
    ]);
    for (const { id: hidden } of [secret, own]) expect(JSON.stringify(all)).not.toContain(hidden);
    expect((await list('?outcome=stale')).items).toEqual([]);
    const first = await list('?outcome=marked&limit=1');
    const second = await list(`?outcome=marked&limit=1&cursor=${first.next ?? ''}`);
    expect([...roots(first), ...roots(second)]).toEqual(roots(all));
    expect(second.next).toBeNull();
    const answer = await site.as(ada, 'POST', '/account/text-changes', {
      ...{ thread: whole.id, edition: en, version: '1.0.1', answer: 'stands' },
    });
    expect(answer.statusCode, answer.body).toBe(200);
    const answers = (await list()).items.map((each) => each.answer);
    expect(answers.sort()).toEqual(['none', 'stands']);
    await site.as(ada, 'DELETE', `/annotations/${section.annotations[0]?.id ?? ''}`);
    expect(roots(await list())).toHaveLength(1);
    expect(refusal(await site.as(ada, 'GET', `/text-releases/${id}/threads`))[0]).toBe(404);
  });

  test('on a clause that is deleted: people write on it, and it is nowhere lost', async () => {
    const ada = await site.addPerson({ name: 'Ada' });
    const thread = await startThread(site, ada, '1.1.5.3');
    const drop = { kind: 'delete', path: '1.1.5.3', successors: [], ...because };
    const made = await released(await draftWith([drop]), '1.1.0');
    const { fates } = await get<TextReleaseView>(eve, `/text-releases/${made.release}`);
    // It stood on the clause in both languages, and is told of with the first of them.
    const stale = fates.flatMap(({ threads }) => threads.map((row) => row.stale));
    expect(stale.reduce((sum, count) => sum + count, 0)).toBe(1);
    const old = await get<ReadingView>(
      null,
      `/works/ncss-2016/reading?at=1.1.5.3&pins=${en}:1.0.0`,
    );
    expect(old.threads.items.map(({ id }) => id)).toContain(thread.id);
    expect((await site.as(ada, 'GET', `/threads/${thread.id}`)).statusCode).toBe(200);
    const late = await site.as(ada, 'POST', '/threads', threadForm('1.1.5.3'));
    expect(refusal(late)[0]).toBe(410);
  });
});
