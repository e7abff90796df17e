import { describe, expect, test } from 'vitest';
import {
  isLayerOfWork,
  layerKinds,
  nextWorkStanding,
  seesWork,
  visitor,
  workActions,
  workAbilityNames,
  workRules,
  workStandings,
  type Actor,
  type WorkAbility,
  type WorkStanding,
  type WorkSubject,
} from '../../src/index.ts';

const moves = [
  ['private', 'offer', 'offered'],
  ['offered', 'take-back', 'private'],
  ['offered', 'refuse', 'private'],
  ['offered', 'assent', 'public'],
  ['public', 'withdraw', 'withdrawn'],
  ['withdrawn', 'reinstate', 'public'],
] as const;

test.each(moves)('%s, %s → %s', (standing, action, expected) => {
  expect(nextWorkStanding(standing, action)).toBe(expected);
});

test('nothing else follows', () => {
  const found = workStandings.flatMap((standing) =>
    workActions.filter((action) => nextWorkStanding(standing, action) !== null),
  );
  expect(found.length).toBe(moves.length);
});

const people = {
  visitor,
  member: { personId: 'm', roles: [] },
  owner: { personId: 'o', roles: [] },
  'owning editor': { personId: 'o', roles: ['text-editor'] },
  editor: { personId: 'e', roles: ['text-editor'] },
  administrator: { personId: 'a', roles: ['administrator'] },
  moderator: { personId: 'k', roles: ['moderator'] },
} as const satisfies Record<string, Actor>;
type Name = keyof typeof people;
const names = Object.keys(people) as Name[];

const subject = (standing: WorkStanding, more: Partial<WorkSubject> = {}): WorkSubject => ({
  ...{ standing, ownerId: 'o', inClasses: [], isShipped: false, othersWrote: false },
  ...{ isGiven: false, ...more },
});
const owners: readonly Name[] = ['owner', 'owning editor'];

/** Who has each ability, by where the work stands. */
const table: Readonly<Record<WorkAbility, Partial<Record<WorkStanding, readonly Name[]>>>> = {
  read: { private: owners, offered: [...owners, 'editor'], public: names },
  offer: { private: owners },
  'take-back': { offered: owners },
  assent: { offered: ['editor'] },
  refuse: { offered: ['editor'] },
  withdraw: { public: [...owners, 'editor'] },
  reinstate: { withdrawn: ['editor'] },
  give: { private: owners, offered: owners, public: owners },
  delete: { private: owners },
};

describe.each(workAbilityNames)('%s', (ability) => {
  test.each(workStandings)('of what is %s', (standing) => {
    const may = names.filter((name) => workRules[ability](people[name], subject(standing)));
    expect(may).toEqual(table[ability][standing] ?? []);
  });
});

test('nothing is decided about what ships with the program', () => {
  const shipped = subject('public', { isShipped: true, ownerId: null });
  for (const ability of workAbilityNames)
    if (ability !== 'read')
      expect(names.filter((name) => workRules[ability](people[name], shipped))).toEqual([]);
});

test.each([{ othersWrote: true }, { isGiven: true }])('%o is not deleted', (more) => {
  expect(workRules.delete(people.owner, subject('private', more))).toBe(false);
});

test('a class reads what it was given until it is withdrawn, and a session for it that alone', () => {
  const student: Actor = { personId: 's', roles: [] };
  const within: Actor = { personId: 'o', roles: [], within: 'c' };
  for (const standing of workStandings) {
    const may = standing !== 'withdrawn';
    expect(seesWork(student, subject(standing, { inClasses: ['c'] }))).toBe(may);
    expect(seesWork(within, subject(standing, { inClasses: ['c'] }))).toBe(may);
    expect(seesWork(within, subject(standing, { inClasses: ['d'] }))).toBe(standing === 'public');
    // Their own as well: such a session is for the class.
    expect(seesWork(within, subject(standing))).toBe(standing === 'public');
  }
});

test('what is not public has no public layer', () => {
  for (const standing of workStandings)
    expect(layerKinds.filter((kind) => !isLayerOfWork(standing, kind))).toEqual(
      standing === 'public' ? [] : ['waiting', 'public'],
    );
});
