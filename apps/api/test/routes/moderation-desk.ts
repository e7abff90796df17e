import { acts, silent, type Rule, type World } from './rule.ts';
import { caseOf, waits } from './moderation.ts';

const own = 'A moderator keeps filters and words of their own; nobody else has any.';
const ofOwn = silent('tells of what the asker has saved or decided, and of nothing else');

async function saved({ site, who }: World, table: 'case_filter' | 'ready_reply'): Promise<void> {
  const column = table === 'case_filter' ? 'query' : 'words';
  await site.owner.query(
    `insert into ${table} (id, person_id, name, ${column})
     select gen_random_uuid(), id, 'Mine', 'kind=held' from person where id = $1`,
    [who?.id ?? null],
  );
}
const savedId = async ({ site, who }: World, table: string): Promise<string> => {
  const { rows } = await site.owner.query<{ id: string }>(
    `select id from ${table} where person_id = $1`,
    [who?.id ?? null],
  );
  return rows[0]?.id ?? '00000000-0000-4000-8000-000000000000';
};

export const deskRules = {
  'GET /api/moderation/cases/{id}/context': {
    policy: 'Whoever moderates the work reads what a case is about; others learn nothing of it.',
    before: waits,
    request: async (world) => ({ url: `/api/moderation/cases/${await caseOf(world)}/context` }),
    statuses: [401, 404, 404, 200],
    tells: acts(({ note }) => ({ url: `/api/moderation/cases/${note}/context` })),
  },
  'GET /api/moderation/desk': {
    policy: own,
    request: () => ({ url: '/api/moderation/desk' }),
    statuses: [401, 403, 403, 200],
    tells: ofOwn,
  },
  'POST /api/moderation/filters': {
    policy: own,
    request: () => ({
      url: '/api/moderation/filters',
      payload: { name: 'New', query: 'kind=held' },
    }),
    statuses: [401, 403, 403, 200],
    tells: ofOwn,
  },
  'DELETE /api/moderation/filters/{id}': {
    policy: own,
    before: (world) => saved(world, 'case_filter'),
    request: async (world) => ({
      url: `/api/moderation/filters/${await savedId(world, 'case_filter')}`,
    }),
    statuses: [401, 403, 403, 200],
    tells: ofOwn,
  },
  'POST /api/moderation/replies': {
    policy: own,
    request: () => ({
      url: '/api/moderation/replies',
      payload: { name: 'New', words: 'Say more, please.' },
    }),
    statuses: [401, 403, 403, 200],
    tells: ofOwn,
  },
  'DELETE /api/moderation/replies/{id}': {
    policy: own,
    before: (world) => saved(world, 'ready_reply'),
    request: async (world) => ({
      url: `/api/moderation/replies/${await savedId(world, 'ready_reply')}`,
    }),
    statuses: [401, 403, 403, 200],
    tells: ofOwn,
  },
} satisfies Record<string, Rule>;
