import { randomUUID } from 'node:crypto';
import { holdDefaults } from '@glossator/domain';
import { silent, type Cell, type Rule, type World } from './rule.ts';

const rules = '/api/moderation/rules/ncss-2016';
const list = { name: 'Adverts', pasted: 'casino', isTold: true, holdsInPublish: false };
const noNotes = silent('it is about which notes are to wait, and tells of none');
const policy =
  'Whoever moderates a work says which of its notes wait; others do not learn that it has a rule.';

/** Of the lists, one is the newest and for this one request. */
async function listed({ site }: World): Promise<void> {
  await site.owner.query(
    `insert into word_list (id, name, words, is_told, holds_in_publish)
     values ($1, 'Adverts', '{casino}', true, false)`,
    [randomUUID()],
  );
}
async function listOf({ site }: World): Promise<string> {
  const { rows } = await site.owner.query<{ id: string }>(
    'select id from word_list order by changed_at desc limit 1',
  );
  return `/api/moderation/word-lists/${rows[0]?.id ?? ''}`;
}

const kept = (request: (world: World) => Cell | Promise<Cell>): Omit<Rule, 'before'> => ({
  policy,
  request,
  statuses: [401, 404, 404, 200],
  tells: noNotes,
});

export const holdRulesRules = {
  'GET /api/moderation/rules': kept(() => ({ url: '/api/moderation/rules' })),
  'GET /api/moderation/rules/{work}': kept(() => ({ url: rules })),
  'PUT /api/moderation/rules/{work}': {
    ...kept(() => ({ url: rules, payload: { ...holdDefaults, address: '4.9', version: 0 } })),
    before: async ({ site }) => {
      await site.owner.query('delete from hold_rule where from_uid is not null');
    },
  },
  'DELETE /api/moderation/rules/{work}': {
    ...kept(() => ({ url: `${rules}?address=4.9&version=1` })),
    before: async ({ site }) => {
      await site.owner.query(
        `insert into hold_rule (work_id, from_uid, to_uid, mode)
         select work_id, uid, uid, 'publish' from unit where path = '4.9' on conflict do nothing`,
      );
    },
  },
  'POST /api/moderation/rules/{work}/trial': kept(() => ({
    url: `${rules}/trial`,
    payload: { body: 'casino', address: null, newcomer: true },
  })),
  'POST /api/moderation/word-lists': {
    ...kept(() => ({
      url: '/api/moderation/word-lists',
      payload: { ...list, work: 'ncss-2016' },
    })),
    statuses: [401, 404, 404, 201],
  },
  'GET /api/moderation/word-lists/{id}': {
    ...kept(async (world) => ({ url: await listOf(world) })),
    before: listed,
  },
  'PUT /api/moderation/word-lists/{id}': {
    ...kept(async (world) => ({ url: await listOf(world), payload: { ...list, version: 1 } })),
    before: listed,
  },
  'DELETE /api/moderation/word-lists/{id}': {
    ...kept(async (world) => ({ url: `${await listOf(world)}?version=1` })),
    before: listed,
  },
} satisfies Record<string, Rule>;
