import type {
  CasePage,
  HoldRulesView,
  HoldVerdict,
  LedgerPage,
  Problem,
  TransparencyReport,
  WordListView,
} from '@glossator/contract';
import { holdDefaults, wordListLimits, type HoldSettings } from '@glossator/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  refusal,
  rootOf,
  rowCounts,
  startApp,
  startThread,
  stopApp,
  type Person,
  type TestApp,
} from './support/index.ts';

const work = 'ncss-2016';
const rules = `/moderation/rules/${work}`;
let site: TestApp;
let keeper: Person;
let keeperOfAll: Person;

beforeAll(async () => {
  site = await startApp();
});
afterAll(() => stopApp(site));
beforeEach(async () => {
  // As the work starts: no rule is stored.
  await site.owner.query('delete from hold_rule; delete from word_list');
  keeper = await site.addPerson({ name: 'Kim', moderates: work });
  keeperOfAll = await site.addPerson({ name: 'Lou', moderates: null });
});

const rule = (over: Partial<HoldSettings> & { address?: string | null; version?: number }) => ({
  ...holdDefaults,
  address: null,
  version: 0,
  ...over,
});
const save = (over: Parameters<typeof rule>[0], who: Person | null = keeper) =>
  site.as(who, 'PUT', rules, rule(over));
const read = async () => (await site.as(keeper, 'GET', rules)).json<HoldRulesView>();
const list = (over: object = {}, who: Person | null = keeper) =>
  site.as(who, 'POST', '/moderation/word-lists', {
    work,
    name: 'Adverts',
    pasted: 'casino\n赌场',
    isTold: true,
    holdsInPublish: false,
    ...over,
  });
const made = async (over: object = {}, who: Person | null = keeper): Promise<WordListView> => {
  const answer = await list(over, who);
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json();
};
const verdict = async (over: object = {}): Promise<HoldVerdict> => {
  const payload = { body: 'Who decides?', address: null, newcomer: false, ...over };
  const answer = await site.as(keeper, 'POST', `${rules}/trial`, payload);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
};
const phasesOf = async (over: object = {}) =>
  (await verdict(over)).causes.map(({ phase }) => phase);

describe('the rule of a work', () => {
  test('is that of every work until somebody sets it, who is named with it', async () => {
    expect((await read()).whole).toMatchObject({ ...holdDefaults, version: 0, changedBy: '' });
    const now = (await save({ mode: 'hold-all', maxLinks: 3 })).json<HoldRulesView>();
    expect(now.whole).toMatchObject({
      mode: 'hold-all',
      maxLinks: 3,
      version: 1,
      changedBy: keeper.name,
    });
    expect(await read()).toEqual(now);
  });

  test('is changed by whoever has seen it as it is', async () => {
    await save({ mode: 'hold-all' });
    const late = await save({ mode: 'publish' });
    expect(refusal(late)).toEqual([409, 'version-stale']);
    expect(late.json<Problem>().current).toMatchObject({ whole: { mode: 'hold-all', version: 1 } });
    expect((await save({ mode: 'publish', version: 1 })).statusCode).toBe(200);
    expect((await read()).whole).toMatchObject({ mode: 'publish', version: 2 });
  });

  test('of two who save at once one is told of the other', async () => {
    const answers = await Promise.all([save({ mode: 'hold-all' }), save({ mode: 'publish' })]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  });

  test.each([
    [{ newcomerNotes: 0 }, 'newcomerNotes'],
    [{ newcomerNotes: -1 }, 'newcomerNotes'],
    [{ maxLength: 99 }, 'maxLength'],
    [{ maxLinks: 1_001 }, 'maxLinks'],
    [{ refusalPercent: 101 }, 'refusalPercent'],
  ])('does not take %j, and says which number it is', async (over, field) => {
    const answer = await save(over);
    expect(refusal(answer)).toEqual([422, 'number-outside']);
    expect(answer.json<Problem>().current).toEqual({ field });
    expect((await read()).whole.version).toBe(0);
  });

  test.each([{ mode: 'refuse' }, { maxLinks: 1.5 }, { maxLinks: '3' }, { extra: 1 }])(
    'is well formed: %j',
    async (over) => {
      const answer = await site.as(keeper, 'PUT', rules, { ...rule({}), ...over });
      expect(refusal(answer)).toEqual([400, 'request-malformed']);
    },
  );
});

describe('the rule of a part', () => {
  test('holds in its clauses alone, the strictest where several meet', async () => {
    await save({ mode: 'publish' });
    await save({ address: '4.3', mode: 'hold-newcomers' });
    await save({ address: '4.3.1.2', mode: 'hold-all' });
    const at = (address: string | null) => verdict({ address }).then(({ mode }) => mode);
    expect(await Promise.all(['4.3.1.2', '4.3.1.1', '4.3', '4.2', null].map(at))).toEqual([
      'hold-all',
      'hold-newcomers',
      'hold-newcomers',
      'publish',
      'publish',
    ]);
    expect((await read()).parts.map(({ address }) => address)).toEqual(['4.3', '4.3.1.2']);
  });

  test('may be a range, is found again by it, and goes when it is taken away', async () => {
    await save({ address: '4.1-4.2', mode: 'hold-all' });
    const [part] = (await read()).parts;
    expect(await phasesOf({ address: '4.2.1.1' })).toEqual(['hold-all']);
    const query = new URLSearchParams({ address: part?.address ?? '', version: '1' }).toString();
    expect((await site.as(keeper, 'DELETE', `${rules}?${query}`)).statusCode).toBe(200);
    expect((await read()).parts).toEqual([]);
    expect(await phasesOf({ address: '4.2.1.1' })).toEqual([]);
    expect(refusal(await site.as(keeper, 'DELETE', `${rules}?${query}`))).toEqual([
      404,
      'not-found',
    ]);
  });

  test('is not taken away by whoever has not seen it as it is', async () => {
    await save({ address: '4.3', mode: 'hold-all' });
    await save({ address: '4.3', mode: 'publish', version: 1 });
    const answer = await site.as(keeper, 'DELETE', `${rules}?address=4.3&version=1`);
    expect(refusal(answer)).toEqual([409, 'version-stale']);
  });

  test.each([
    ['99.9', [422, 'address-unknown']],
    ['nowhere', [400, 'address-malformed']],
    ['4.3-4.2', [422, 'range-reversed']],
  ])('at %s is refused', async (address, expected) => {
    expect(refusal(await save({ address }))).toEqual(expected);
  });

  test('is one of fifty at most', async () => {
    await site.owner.query(
      `insert into hold_rule (work_id, from_uid, to_uid, mode)
       select work_id, uid, uid, 'publish' from unit where kind = 'sentence' order by ord limit 49`,
    );
    expect((await save({})).statusCode).toBe(200);
    expect(refusal(await save({ address: '4.3' }))).toEqual([409, 'hold-rules-too-many']);
    expect((await save({ mode: 'publish', version: 1 })).statusCode).toBe(200);
  });
});

describe('a word list', () => {
  test('holds a text with one of its words, in either kind of hanzi', async () => {
    await made();
    const { causes } = await verdict({ body: 'Come to the 賭 場!' });
    expect(causes).toEqual([{ phase: 'word-lists', words: [{ word: '赌场', list: 'Adverts' }] }]);
    expect(await phasesOf({ body: 'Nothing of the kind' })).toEqual([]);
  });

  test('counts from the next note on as it is changed', async () => {
    const { id, version } = await made();
    expect(await phasesOf({ body: 'casino' })).toEqual(['word-lists']);
    const changed = await site.as(keeper, 'PUT', `/moderation/word-lists/${id}`, {
      name: 'Adverts',
      pasted: 'lottery # only this',
      isTold: false,
      holdsInPublish: true,
      version,
    });
    expect(changed.json()).toMatchObject({ words: ['lottery'], version: 2, isTold: false });
    expect(await phasesOf({ body: 'casino' })).toEqual([]);
    expect(await phasesOf({ body: 'lottery' })).toEqual(['word-lists']);
    expect(
      (await site.as(keeper, 'DELETE', `/moderation/word-lists/${id}?version=2`)).statusCode,
    ).toBe(200);
    expect(await phasesOf({ body: 'lottery' })).toEqual([]);
  });

  test('is not changed or taken away by whoever has not seen it as it is', async () => {
    const { id } = await made();
    const url = `/moderation/word-lists/${id}`;
    const change = { name: 'A', pasted: 'b', isTold: false, holdsInPublish: false };
    expect(refusal(await site.as(keeper, 'PUT', url, { ...change, version: 2 }))).toEqual([
      409,
      'version-stale',
    ]);
    expect(refusal(await site.as(keeper, 'DELETE', `${url}?version=2`))).toEqual([
      409,
      'version-stale',
    ]);
    expect((await read()).lists).toMatchObject([{ count: 2, version: 1 }]);
  });

  test('is stored whole or not at all, and each bad line is named', async () => {
    const answer = await list({ pasted: `fine\n${'x'.repeat(101)}\n???` });
    expect(refusal(answer)).toEqual([422, 'word-list-malformed']);
    expect(answer.json<Problem>().current).toEqual([
      { problem: 'too-long', line: 2, text: 'x'.repeat(40) },
      { problem: 'no-letters', line: 3, text: '???' },
    ]);
    expect((await read()).lists).toEqual([]);
  });

  test.each([{ name: ' ' }, { name: 'x'.repeat(81) }, { name: 'a\u0000b' }])(
    'has a name: %j',
    async (over) => {
      expect(refusal(await list(over))).toEqual([400, 'text-malformed']);
    },
  );

  test('holds two thousand hostile words, as long as a form takes', async () => {
    const pasted = Array.from({ length: wordListLimits.words }, (_, n) =>
      `${'(a+)+$'.repeat(4)}网${String(n)}`.padEnd(48, '['),
    ).join('\n');
    await made({ pasted });
    expect((await read()).lists).toMatchObject([{ count: wordListLimits.words }]);
    expect(await phasesOf({ body: 'a'.repeat(8_000) })).toEqual([]);
    const longer = `${pasted}\n${'# '.padEnd(10_000, 'x')}`;
    const answer = await list({ pasted: longer });
    expect(answer.json<Problem>().current).toMatchObject([{ problem: 'too-large' }]);
  });

  test('is one of five of a work, and of five of all works', async () => {
    for (let n = 0; n < 5; n += 1) await made({ name: `List ${String(n)}` });
    expect(refusal(await list())).toEqual([409, 'word-lists-too-many']);
    await made({ work: null }, keeperOfAll);
  });

  test('of all works holds on each, and is changed by those who keep all', async () => {
    const { id } = await made({ work: null, name: 'Everywhere' }, keeperOfAll);
    expect(await phasesOf({ body: 'casino' })).toEqual(['word-lists']);
    expect((await read()).lists).toMatchObject([{ name: 'Everywhere', work: null, count: 2 }]);
    expect((await read()).lists[0]?.abilities).toEqual({ change: false });
    expect(refusal(await list({ work: null }))).toEqual([404, 'not-found']);
    const url = `/moderation/word-lists/${id}`;
    expect(refusal(await site.as(keeper, 'GET', url))).toEqual([404, 'not-found']);
    expect(refusal(await site.as(keeper, 'DELETE', `${url}?version=1`))).toEqual([
      404,
      'not-found',
    ]);
    expect((await site.as(keeperOfAll, 'GET', url)).statusCode).toBe(200);
  });

  test('holds while notes are published at once only where it says so', async () => {
    await save({ mode: 'publish' });
    await made();
    expect(await phasesOf({ body: 'casino', newcomer: true })).toEqual([]);
    await made({ name: 'Watch', pasted: 'casino', holdsInPublish: true });
    expect((await verdict({ body: 'casino', newcomer: true })).causes).toEqual([
      { phase: 'word-lists', words: [{ word: 'casino', list: 'Watch' }] },
    ]);
  });
});

describe('a text that is tried', () => {
  test('meets every phase that applies, and leaves nothing behind', async () => {
    await save({ maxLength: 100, newcomerLinks: 0 });
    const tables = ['annotation', 'revision', 'thread', 'moderation_case', 'draft', 'mail'];
    const before = await rowCounts(site, ...tables);
    const body = `https://a.test ${'x'.repeat(100)}`;
    expect(await phasesOf({ body, newcomer: true })).toEqual(['length', 'links', 'newcomer']);
    expect(await phasesOf({ body })).toEqual(['length']);
    expect(await rowCounts(site, ...tables)).toEqual(before);
  });

  test.each([
    [{ body: '' }, [400, 'text-malformed']],
    [{ body: 'a\u0000' }, [400, 'text-malformed']],
    [{ address: '99.9' }, [422, 'address-unknown']],
  ])('is text at a place: %j', async (over, expected) => {
    const payload = { body: 'x', address: null, newcomer: true, ...over };
    expect(refusal(await site.as(keeper, 'POST', `${rules}/trial`, payload))).toEqual(expected);
  });
});

describe('a note', () => {
  const write = async (body: string, author: Person) =>
    rootOf(await startThread(site, author, '4.6.1.1', { body }));

  test('with a listed word waits, and its author is told the word where the list says so', async () => {
    await save({ mode: 'publish' });
    await made({ holdsInPublish: true });
    await made({ name: 'Secret', pasted: 'traitor', isTold: false, holdsInPublish: true });
    const author = await site.addPerson({ name: 'Ada' });
    expect(await write('Nothing of the kind', author)).toMatchObject({ state: 'published' });
    expect(await write('A casino, traitor', author)).toMatchObject({
      state: 'held',
      review: { causes: [{ phase: 'word-lists', words: ['casino'] }] },
    });
    const { items } = (await site.as(keeper, 'GET', '/moderation/cases')).json<CasePage>();
    const words = [
      { word: 'casino', list: 'Adverts' },
      { word: 'traitor', list: 'Secret' },
    ];
    expect(items).toMatchObject([{ causes: [{ phase: 'word-lists', words }] }]);
  });

  test('meets the rule of its clause, with its numbers', async () => {
    await save({ mode: 'publish' });
    await save({ address: '4.6', mode: 'publish', newcomerLinks: 0 });
    const author = await site.addPerson({ name: 'Ada' });
    const linked = 'See https://a.test for more';
    expect(await write(linked, author)).toMatchObject({
      state: 'held',
      review: { causes: [{ phase: 'links', kind: 'newcomer', links: 1, limit: 0 }] },
    });
    const elsewhere = rootOf(await startThread(site, author, '4.7.1.1', { body: `${linked}!` }));
    expect(elsewhere.state).toBe('published');
  });
});

describe('who keeps no notes in order', () => {
  test('learns nothing of rules and lists', async () => {
    const { id } = await made();
    const stranger = await site.addPerson({ name: 'Sam' });
    const url = `/moderation/word-lists/${id}`;
    const change = { name: 'A', pasted: 'b', isTold: false, holdsInPublish: false, version: 1 };
    const trial = { body: 'x', address: null, newcomer: true };
    const asked = async (who: Person | null) => [
      refusal(await site.as(who, 'GET', '/moderation/rules')),
      refusal(await site.as(who, 'GET', rules)),
      refusal(await save({}, who)),
      refusal(await site.as(who, 'DELETE', `${rules}?address=4.3&version=1`)),
      refusal(await site.as(who, 'POST', `${rules}/trial`, trial)),
      refusal(await list({}, who)),
      refusal(await list({ work: null }, who)),
      refusal(await site.as(who, 'GET', url)),
      refusal(await site.as(who, 'PUT', url, change)),
      refusal(await site.as(who, 'DELETE', `${url}?version=1`)),
    ];
    expect(new Set((await asked(stranger)).map(String))).toEqual(new Set(['404,not-found']));
    expect(new Set((await asked(null)).map(String))).toEqual(new Set(['401,sign-in-required']));
  });

  test('a moderator who was dismissed is among them from the next request on', async () => {
    expect((await site.as(keeper, 'GET', rules)).statusCode).toBe(200);
    await site.owner.query('delete from moderator where person_id = $1', [keeper.id]);
    expect(refusal(await save({}))).toEqual([404, 'not-found']);
  });

  test('an administrator keeps all works', async () => {
    const administrator = await site.addPerson({ administrator: true });
    const answer = await site.as(administrator, 'GET', rules);
    expect(answer.json<HoldRulesView>().abilities).toEqual({ changeForAll: true });
  });
});

test('the works one keeps are listed with how their notes are taken in', async () => {
  await save({ mode: 'hold-all' });
  await save({ address: '4.3', mode: 'publish' });
  await made();
  const answer = await site.as(keeper, 'GET', '/moderation/rules');
  expect(answer.json()).toMatchObject({
    items: [{ work, mode: 'hold-all', parts: 1, lists: 1 }],
  });
});

describe('what is changed of the rules', () => {
  const logged = async () =>
    (
      await site.owner.query<Record<string, unknown>>(
        `select action, actor_role as role, work, address, before, after, subject, words_digest as words
         from decision_log where action like 'rule-%' or action like 'list-%' order by seq`,
      )
    ).rows;
  const latest = async (from: number) => (await logged()).slice(from);
  const nobody = { subject: '', words: '' };

  test('stands in the log and the ledger: by which role, what, where, and never a word of a list', async () => {
    const from = (await logged()).length;
    await save({ mode: 'hold-all' });
    await save({ mode: 'hold-all', maxLinks: 4, version: 1 });
    // Nothing is another by that.
    await save({ mode: 'hold-all', maxLinks: 4, version: 2 });
    expect((await save({ mode: 'publish', version: 1 })).statusCode).toBe(409);
    await save({ address: '4.3', mode: 'publish' });
    await site.as(keeper, 'DELETE', `${rules}?address=4.3&version=1`);
    const mine = await made({ name: 'Secret name', pasted: 'xyzzy\nplugh' });
    const words = { name: 'Secret name', pasted: 'xyzzy', isTold: true, holdsInPublish: true };
    const path = `/moderation/word-lists/${mine.id}`;
    await site.as(keeper, 'PUT', path, { ...words, version: 1 });
    expect((await site.as(keeper, 'PUT', path, { ...words, version: 1 })).statusCode).toBe(409);
    await site.as(keeper, 'DELETE', `${path}?version=2`);
    await made({ work: null, isTold: false }, keeperOfAll);
    const here = { role: 'moderator', work, address: '', ...nobody };
    expect(await latest(from)).toEqual([
      { ...here, action: 'rule-hold-all', before: 'hold-newcomers', after: 'hold-all' },
      {
        ...here,
        action: 'rule-limits',
        before: 'hold-all maxLinks=10',
        after: 'hold-all maxLinks=4',
      },
      {
        ...here,
        action: 'rule-publish',
        address: '4.3',
        before: '',
        after:
          'publish newcomerNotes=3 newcomerLinks=2 maxLinks=10 maxLength=8000 refusalPercent=30',
      },
      { ...here, action: 'rule-drop', address: '4.3', before: 'publish', after: '' },
      { ...here, action: 'list-make', before: '', after: 'words=2 told' },
      { ...here, action: 'list-change', before: 'words=2 told', after: 'words=1 told publish' },
      { ...here, action: 'list-drop', before: 'words=1 told publish', after: '' },
      { ...here, action: 'list-make', work: '', before: '', after: 'words=2' },
    ]);
    const seen = await site.as(null, 'GET', `/ledger?work=${work}`);
    expect(
      seen
        .json<LedgerPage>()
        .items.slice(0, 7)
        .map(({ action, address, role, reason, appeal }) => [
          action,
          address,
          role,
          reason,
          appeal,
        ]),
    ).toEqual(
      [
        ['list-drop', ''],
        ['list-change', ''],
        ['list-make', ''],
        ['rule-drop', '4.3'],
        ['rule-publish', '4.3'],
        ['rule-limits', ''],
        ['rule-hold-all', ''],
      ].map((row) => [...row, 'moderator', '', 'none']),
    );
    expect(seen.body).not.toMatch(/xyzzy|plugh|Secret|maxLinks/);
    const file = await site.as(null, 'GET', '/ledger/file?action=rule-limits');
    expect(file.body).toContain('"rule-limits","moderator","ncss-2016"');
  });

  test('is no decision on a note: the report counts none of it', async () => {
    const report = async () =>
      (await site.as(null, 'GET', '/transparency')).json<TransparencyReport>().decisions;
    const before = await report();
    await save({ mode: 'hold-all' });
    await made();
    expect(await report()).toEqual(before);
  });

  test('goes into the log with the change or not at all', async () => {
    const from = (await logged()).length;
    const many = await Promise.all(
      Array.from({ length: 4 }, (_, n) => save({ mode: n % 2 === 0 ? 'publish' : 'hold-all' })),
    );
    expect(many.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
    expect(await latest(from)).toHaveLength(1);
  });
});
