import { randomUUID } from 'node:crypto';
import { give } from '../support/sanctions.ts';
import { reads, silent, type Rule, type World } from './rule.ts';

const noNotes = silent('it says what somebody was given, of no note');

/** Given to the author by somebody else. */
async function given({ site, author }: World, kind: 'warning' | 'mute' | 'ban'): Promise<string> {
  const keeper = await site.addPerson({ name: 'Other keeper', administrator: true });
  return (await give(site, keeper, author, { kind })).id;
}
const objected = async (world: World): Promise<string> => {
  const id = await given(world, 'mute');
  const words = 'I meant another clause.';
  await world.site.as(world.author, 'POST', `/sanctions/${id}/objection`, { words });
  return id;
};
const words = 'As agreed.';

export const sanctionsRules = {
  'GET /api/sanctions': {
    policy: 'Everybody reads what they were given themselves, and nobody else’s.',
    request: () => ({ url: '/api/sanctions' }),
    statuses: [401, 200, 200, 200],
    tells: noNotes,
  },
  'POST /api/sanctions/{id}/reading': {
    policy: 'A warning is read by whom it is for; for others it is not there.',
    request: async (world) => ({
      url: `/api/sanctions/${await given(world, 'warning')}/reading`,
    }),
    statuses: [401, 404, 200, 404],
    tells: noNotes,
  },
  'POST /api/sanctions/{id}/objection': {
    policy: 'Whoever was given it objects; for others it is not there.',
    request: async (world) => ({
      url: `/api/sanctions/${await given(world, 'mute')}/objection`,
      payload: { words },
    }),
    statuses: [401, 404, 200, 404],
    tells: noNotes,
  },
  'GET /api/objection': {
    policy: 'Only the link of the mail opens what it objects to.',
    request: () => ({ url: `/api/objection?token=${'x'.repeat(43)}` }),
    statuses: [400, 400, 400, 400],
    tells: noNotes,
  },
  'POST /api/objection': {
    policy: 'Only the link of the mail objects without an account.',
    request: () => ({ url: '/api/objection', payload: { token: 'x'.repeat(43), words } }),
    statuses: [400, 400, 400, 400],
    tells: noNotes,
  },
  'GET /api/moderation/people/{id}': {
    policy: 'The record of a person is for those who moderate; others learn nothing of it.',
    request: ({ author }) => ({ url: `/api/moderation/people/${author.id}` }),
    statuses: [401, 404, 404, 200],
    tells: reads(['count'], ({ author }) => [`/api/moderation/people/${author.id}`]),
  },
  'GET /api/moderation/people/{id}/decisions': {
    policy: 'How what a person wrote was decided on is counted for those who moderate it.',
    request: ({ author }) => ({ url: `/api/moderation/people/${author.id}/decisions` }),
    statuses: [401, 404, 404, 200],
    tells: silent('it counts decisions, for those who may make them'),
  },
  'GET /api/moderation/people/{id}/sanctions': {
    policy: 'What a person was given is read by those who moderate.',
    request: ({ author }) => ({ url: `/api/moderation/people/${author.id}/sanctions` }),
    statuses: [401, 404, 404, 200],
    tells: noNotes,
  },
  'POST /api/moderation/people/{id}/sanctions': {
    policy: 'Those who moderate warn, mute and ban.',
    request: ({ author }) => ({
      url: `/api/moderation/people/${author.id}/sanctions`,
      payload: { kind: 'mute', work: null, reason: 'spam', words, days: 7, key: randomUUID() },
    }),
    statuses: [401, 404, 404, 201],
    tells: noNotes,
  },
  'GET /api/moderation/people/{id}/notes': {
    policy: 'What moderators wrote down of a person is for them alone.',
    request: ({ author }) => ({ url: `/api/moderation/people/${author.id}/notes` }),
    statuses: [401, 404, 404, 200],
    tells: noNotes,
  },
  'POST /api/moderation/people/{id}/notes': {
    policy: 'Those who moderate write something down of a person for one another.',
    request: ({ author }) => ({
      url: `/api/moderation/people/${author.id}/notes`,
      payload: { words, key: randomUUID() },
    }),
    statuses: [401, 404, 404, 200],
    tells: noNotes,
  },
  'POST /api/moderation/sanctions/{id}/lifting': {
    policy: 'Those who may give it lift it.',
    request: async (world) => ({
      url: `/api/moderation/sanctions/${await given(world, 'mute')}/lifting`,
      payload: { words },
    }),
    statuses: [401, 404, 404, 200],
    tells: noNotes,
  },
  'POST /api/moderation/sanctions/{id}/hidden-notes': {
    policy: 'With a ban its person’s notes can be hidden; the banned person has no session to ask.',
    request: async (world) => ({
      url: `/api/moderation/sanctions/${await given(world, 'ban')}/hidden-notes`,
      payload: { words },
    }),
    statuses: [401, 404, 401, 200],
    tells: noNotes,
  },
  'POST /api/moderation/sanctions/{id}/shown-notes': {
    policy: 'What was hidden with a ban is shown again by those who may hide it.',
    request: async (world) => ({
      url: `/api/moderation/sanctions/${await given(world, 'ban')}/shown-notes`,
      payload: { words },
    }),
    statuses: [401, 404, 401, 200],
    tells: noNotes,
  },
  'GET /api/moderation/objections': {
    policy: 'Objections wait before those who moderate.',
    request: () => ({ url: '/api/moderation/objections' }),
    statuses: [401, 404, 404, 200],
    tells: noNotes,
  },
  'POST /api/moderation/objections/{id}/decision': {
    policy: 'An objection is decided by somebody else than who gave what it objects to.',
    request: async (world) => ({
      url: `/api/moderation/objections/${await objected(world)}/decision`,
      payload: { action: 'overturn', words },
    }),
    statuses: [401, 404, 404, 200],
    tells: noNotes,
  },
} satisfies Record<string, Rule>;
