import { describe, expect, test } from 'vitest';
import {
  compileWords,
  holdModes,
  judge,
  phaseNames,
  phases,
  toldToAuthor,
  type PhaseName,
} from '../../src/index.ts';
import { ask, clean, heldBy, type Asked } from './question.ts';

const words = compileWords([
  { id: 'a', name: 'Adverts', words: ['casino', '赌场'], isTold: true, holdsInPublish: true },
  { id: 'b', name: 'Touchy', words: ['traitor'], isTold: false, holdsInPublish: false },
]);
const newcomer = { author: { approved: 2 } };
const everyCause: Asked = {
  body: `casino ${'https://a.test/1 '.repeat(1)}https://b.test https://c.test ${'long '.repeat(30)}`,
  words,
  sameText: 'own',
  author: { approved: 0, alwaysHeld: true, recentDecided: 4, recentRefused: 4 },
  settings: { mode: 'hold-all', maxLength: 100, maxLinks: 1, newcomerLinks: 1 },
};

/** Each sentence of policy, and for each of the modes hold-all, hold-newcomers, publish what holds. */
const policy: Record<string, readonly [Asked, ...(readonly PhaseName[])[]]> = {
  'a trusted author’s clean note waits only where all do': [{}, ['hold-all'], [], []],
  'the first notes of everybody are read, unless notes are published at once': [
    newcomer,
    ['newcomer', 'hold-all'],
    ['newcomer'],
    [],
  ],
  'a long note is read first, unless notes are published at once': [
    { settings: { maxLength: 100 }, body: 'x'.repeat(101) },
    ['length', 'hold-all'],
    ['length'],
    [],
  ],
  'more links than anybody may write are read first': [
    { settings: { maxLinks: 1 }, body: 'https://a.test and www.b.test' },
    ['links', 'hold-all'],
    ['links'],
    ['links'],
  ],
  'more links than a newcomer may write are read first': [
    { ...newcomer, settings: { newcomerLinks: 1 }, body: 'https://a.test and www.b.test' },
    ['links', 'newcomer', 'hold-all'],
    ['links', 'newcomer'],
    ['links'],
  ],
  'a listed word holds, also while notes are published, where its list says so': [
    { words, body: 'Visit the 赌 场.' },
    ['word-lists', 'hold-all'],
    ['word-lists'],
    ['word-lists'],
  ],
  'another list does not hold while notes are published': [
    { words, body: 'Only a traitor says so.' },
    ['word-lists', 'hold-all'],
    ['word-lists'],
    [],
  ],
  'the same text again is read first': [
    { sameText: 'own' },
    ['duplicate', 'hold-all'],
    ['duplicate'],
    ['duplicate'],
  ],
  'thanks may be said twice': [{ sameText: 'own', body: 'Thank you!' }, ['hold-all'], [], []],
  'an author much refused of late is read first': [
    { author: { recentDecided: 10, recentRefused: 3 } },
    ['recent-refusals', 'hold-all'],
    ['recent-refusals'],
    ['recent-refusals'],
  ],
  'an author little refused is not': [
    { author: { recentDecided: 10, recentRefused: 2 } },
    ['hold-all'],
    [],
    [],
  ],
  'two decisions tell nothing': [
    { author: { recentDecided: 2, recentRefused: 2 } },
    ['hold-all'],
    [],
    [],
  ],
  'a person who is always held is held': [
    { author: { alwaysHeld: true } },
    ['always-hold', 'hold-all'],
    ['always-hold'],
    ['always-hold'],
  ],
  'staff are held by that alone': [
    { ...everyCause, isStaff: true },
    ['always-hold'],
    ['always-hold'],
    ['always-hold'],
  ],
  'a mended comma passes everywhere': [
    { ...newcomer, previousBody: clean.replace(',', '') },
    [],
    [],
    [],
  ],
  'a changed word of an approved note waits only where all do': [
    { ...newcomer, previousBody: clean.replace('measure', 'standard') },
    ['hold-all'],
    [],
    [],
  ],
  'a newcomer who replaces an approved note has written a new one': [
    { ...newcomer, previousBody: 'I agree with the second sentence, though not for its reason.' },
    ['newcomer', 'hold-all'],
    ['newcomer'],
    [],
  ],
  'a trusted author may replace a note': [
    { previousBody: 'I agree with the second sentence, though not for its reason.' },
    ['hold-all'],
    [],
    [],
  ],
  'a newcomer puts no link into a public note unread': [
    { ...newcomer, body: `${clean} https://a.test`, previousBody: clean },
    ['links', 'hold-all'],
    ['links'],
    ['links'],
  ],
  'a trusted author may add one': [
    { body: `${clean} https://a.test`, previousBody: clean },
    ['hold-all'],
    [],
    [],
  ],
  'nobody adds one above the limit': [
    {
      settings: { maxLinks: 1 },
      body: `${clean} https://a.test https://b.test`,
      previousBody: `${clean} https://a.test`,
    },
    ['links', 'hold-all'],
    ['links'],
    ['links'],
  ],
  'links that a moderator let through do not hold again': [
    {
      settings: { maxLinks: 0 },
      body: `${clean} https://a.test/x.`,
      previousBody: `${clean.replace(',', '')} http://A.test/x`,
    },
    ['hold-all'],
    [],
    [],
  ],
  'a listed word put into a public note holds the edit': [
    { words, body: `${clean} A casino.`, previousBody: clean },
    ['word-lists', 'hold-all'],
    ['word-lists'],
    ['word-lists'],
  ],
  'a listed word that was let through does not': [
    { words, body: `${clean} The casino.`, previousBody: `${clean} A casino.` },
    ['hold-all'],
    [],
    [],
  ],
  'a long note may be edited while it grows no longer': [
    { settings: { maxLength: 100 }, body: 'x '.repeat(60), previousBody: 'x '.repeat(61) },
    ['hold-all'],
    [],
    [],
  ],
  'an author much refused may mend a public note, not replace it': [
    {
      author: { recentDecided: 4, recentRefused: 4 },
      previousBody: 'I agree with the second sentence, though not for its reason.',
    },
    ['recent-refusals', 'hold-all'],
    ['recent-refusals'],
    ['recent-refusals'],
  ],
  'a mended letter of a person who is always held is held': [
    { author: { alwaysHeld: true }, previousBody: clean.replace('four', 'for') },
    ['always-hold', 'hold-all'],
    ['always-hold'],
    ['always-hold'],
  ],
};

const rows = Object.entries(policy).flatMap(([sentence, [asked, ...held]]) =>
  holdModes.map((mode, at) => [sentence, mode, asked, held[at] ?? []] as const),
);
test.each(rows)('%s (%s)', (_sentence, mode, asked, held) => {
  expect(heldBy({ ...asked, settings: { ...asked.settings, mode } })).toEqual(held);
});

describe('the phases', () => {
  test('are these, in this order, and all causes are found together', () => {
    expect(phases.map(({ name }) => name)).toEqual(phaseNames);
    expect(heldBy(everyCause)).toEqual(phaseNames);
  });

  test('name their own cause', () => {
    for (const phase of phases) expect(phase.judge(ask(everyCause))?.phase).toBe(phase.name);
  });
});

test('an author is told only words whose list may be told, and no list', () => {
  const causes = judge(ask({ words, body: 'Traitor of the CASINO, casino traitor' }));
  expect(causes).toHaveLength(1);
  expect(toldToAuthor(causes)).toEqual([{ phase: 'word-lists', words: ['casino'] }]);
});
