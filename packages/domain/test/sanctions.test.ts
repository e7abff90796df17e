import { describe, expect, test } from 'vitest';
import {
  abilities,
  can,
  canStartThread,
  firstSanctionState,
  nextObjectionState,
  nextSanctionState,
  objectionActions,
  objectionStates,
  sanctionActions,
  sanctionKinds,
  sanctionRules,
  sanctionStates,
  unsanctioned,
  type Actor,
  type Layer,
  type Role,
  type Subject,
} from '../src/index.ts';

const subject = (kind: Layer['kind'], workId = 1): Subject => ({
  layer: { kind, ownerId: kind === 'notebook' ? 'author' : null },
  workId,
  threadAuthorId: 'author',
  authorId: 'author',
  state: 'published',
  othersWrote: false,
});
const author: Actor = { personId: 'author', roles: [] };
const restrained: Readonly<Record<string, Actor>> = {
  'muted on the site': { ...author, mutes: ['site'] },
  'muted in the work': { ...author, mutes: [7, 1] },
  warned: { ...author, warned: true },
};

describe.each(Object.entries(restrained))('an author who is %s', (_how, actor) => {
  test('writes nothing for others, and does everything else as before', () => {
    const lost = abilities.filter(
      (each) => can(author, each, subject('public')) && !can(actor, each, subject('public')),
    );
    expect(lost.sort()).toEqual(['edit', 'reply', 'start-thread']);
  });
  test('says of no note that it was useful', () => {
    const another = { ...subject('public'), authorId: 'another' };
    expect(can(author, 'mark-useful', another)).toBe(true);
    expect(can(actor, 'mark-useful', another)).toBe(false);
  });
  test('has their notebook whole', () => {
    for (const each of abilities)
      expect(can(actor, each, subject('notebook')), each).toBe(
        can(author, each, subject('notebook')),
      );
  });
  test('is free again when it is over', () => {
    for (const each of abilities)
      expect(can(unsanctioned(actor), each, subject('public')), each).toBe(
        can(author, each, subject('public')),
      );
  });
});

test('a mute in one work is none in another', () => {
  const actor: Actor = { ...author, mutes: [7] };
  const layer: Layer = { kind: 'public', ownerId: null };
  expect(canStartThread(actor, layer, 7)).toBe(false);
  expect(canStartThread(actor, layer, 1)).toBe(true);
  expect(can(actor, 'reply', subject('public', 1))).toBe(true);
});

const roles: Readonly<Record<string, readonly Role[]>> = {
  member: [],
  administrator: ['administrator'],
  moderator: ['moderator'],
  'moderator here': ['moderator:1'],
  'moderator elsewhere': ['moderator:11'],
};
const actors = Object.entries(roles).map(([name, own]): [string, Actor] => [
  name,
  { personId: name, roles: own },
]);
const who = (holds: (actor: Actor) => boolean): string[] =>
  actors.filter(([, actor]) => holds(actor)).map(([name]) => name);
const member = { personId: 'somebody', roles: [] };
const site = ['administrator', 'moderator'];
const here = [...site, 'moderator here'];

describe.each(['give', 'lift'] as const)('who may %s', (ability) => {
  test.each([
    ['warning', null, site],
    ['mute', null, site],
    ['ban', null, site],
    ['warning', 1, here],
    ['mute', 1, here],
  ] as const)('a %s in work %s', (kind, workId, expected) => {
    expect(who((actor) => sanctionRules[ability](actor, { kind, workId, person: member }))).toEqual(
      expected,
    );
  });
  test('nothing of one’s own', () => {
    for (const kind of sanctionKinds)
      for (const [, actor] of actors) {
        const person = { personId: actor.personId ?? '', roles: actor.roles };
        expect(sanctionRules[ability](actor, { kind, workId: null, person })).toBe(false);
      }
  });
  test('an administrator’s only another administrator', () => {
    const person = { personId: 'another', roles: ['administrator'] as const };
    for (const kind of sanctionKinds)
      expect(who((actor) => sanctionRules[ability](actor, { kind, workId: null, person }))).toEqual(
        ['administrator'],
      );
  });
  test('a visitor nothing', () => {
    const visitor: Actor = { personId: null, roles: ['administrator'] };
    expect(sanctionRules[ability](visitor, { kind: 'mute', workId: 1, person: member })).toBe(
      false,
    );
  });
});

test('a ban is of the whole site, or it is a mute', () => {
  expect(
    who((actor) => sanctionRules.give(actor, { kind: 'ban', workId: 1, person: member })),
  ).toEqual([]);
});

test('with a ban alone notes are hidden', () => {
  for (const kind of sanctionKinds)
    expect(
      who((actor) => sanctionRules['hide-notes'](actor, { kind, workId: null, person: member })),
    ).toEqual(kind === 'ban' ? site : []);
});

test('whoever gave it does not decide on the objection', () => {
  const about = { kind: 'mute', workId: 1, person: member } as const;
  expect(
    who((actor) => sanctionRules['decide-objection'](actor, { ...about, givenBy: 'moderator' })),
  ).toEqual(['administrator', 'moderator here']);
});

const moves = [
  ['unread', 'read', 'read'],
  ['unread', 'lift', 'lifted'],
  ['read', 'lift', 'lifted'],
  ['in-force', 'lift', 'lifted'],
] as const;

test('what follows upon a sanction, and nothing else', () => {
  for (const state of sanctionStates)
    for (const action of sanctionActions)
      expect(nextSanctionState(state, action), `${state} ${action}`).toBe(
        moves.find(([from, move]) => from === state && move === action)?.[2] ?? null,
      );
  expect(firstSanctionState).toEqual({ warning: 'unread', mute: 'in-force', ban: 'in-force' });
});

test('an objection is made once and decided once', () => {
  const answers = [
    ['possible', 'state', 'open'],
    ['open', 'uphold', 'upheld'],
    ['open', 'overturn', 'overturned'],
  ] as const;
  for (const state of objectionStates)
    for (const action of objectionActions)
      expect(nextObjectionState(state, action), `${state} ${action}`).toBe(
        answers.find(([from, move]) => from === state && move === action)?.[2] ?? null,
      );
});
