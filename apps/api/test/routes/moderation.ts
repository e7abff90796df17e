import type { CasePage } from '@glossator/contract';
import { acts, reads, silent, type Rule, type World } from './rule.ts';

/** A note of the author's waits, and is the newest that the asker could be asked about. */
export async function waits({ site, author, note }: World): Promise<void> {
  await site.owner.query(
    `insert into moderation_case (id, work_id, annotation_id, author_id, kind, priority)
     select gen_random_uuid(), t.work_id, a.id, $2, 'flagged', 20
     from annotation a join thread t on t.id = a.thread_id where a.id = $1
     on conflict do nothing`,
    [note, author.id],
  );
}

export async function caseOf({ site, note }: World): Promise<string> {
  const { rows } = await site.owner.query<{ id: string }>(
    'select id from moderation_case where annotation_id = $1',
    [note],
  );
  return rows[0]?.id ?? '';
}

async function decided(world: World): Promise<void> {
  await waits(world);
  const judge = await world.site.addPerson({ name: 'Judge', administrator: true });
  const list = await world.site.as(judge, 'GET', '/api/moderation/cases?limit=50&kind=flagged');
  const id = await caseOf(world);
  const it = list.json<CasePage>().items.find((each) => each.id === id);
  await world.site.as(judge, 'POST', `/api/moderation/cases/${id}/decision`, {
    action: 'keep',
    version: it?.version ?? 1,
    revision: 1,
  });
}

async function decisionOf({ site, note }: World): Promise<string> {
  const { rows } = await site.owner.query<{ id: string }>(
    'select id from decision where annotation_id = $1',
    [note],
  );
  return rows[0]?.id ?? '';
}

const policy = 'Whoever moderates the work decides; others learn nothing of what waits there.';

export const moderationRules = {
  'GET /api/moderation/cases': {
    policy: 'Moderators see what waits in their works.',
    request: () => ({ url: '/api/moderation/cases' }),
    statuses: [401, 403, 403, 200],
    tells: reads(['queue'], () => ['/api/moderation/cases']),
  },
  'GET /api/moderation/cases/{id}': {
    policy,
    before: waits,
    request: async (world) => ({ url: `/api/moderation/cases/${await caseOf(world)}` }),
    statuses: [401, 404, 404, 200],
    tells: acts(({ note }) => ({ url: `/api/moderation/cases/${note}` })),
  },
  'PUT /api/moderation/cases/{id}/claim': {
    policy,
    before: waits,
    request: async (world) => ({ url: `/api/moderation/cases/${await caseOf(world)}/claim` }),
    statuses: [401, 404, 404, 200],
    tells: acts(({ note }) => ({ url: `/api/moderation/cases/${note}/claim` })),
  },
  'DELETE /api/moderation/cases/{id}/claim': {
    policy,
    before: waits,
    request: async (world) => ({ url: `/api/moderation/cases/${await caseOf(world)}/claim` }),
    statuses: [401, 404, 404, 200],
    tells: acts(({ note }) => ({ url: `/api/moderation/cases/${note}/claim` })),
  },
  'POST /api/moderation/cases/{id}/decision': {
    policy,
    before: waits,
    request: async (world) => ({
      url: `/api/moderation/cases/${await caseOf(world)}/decision`,
      payload: { action: 'keep', version: 1, revision: 1 },
    }),
    statuses: [401, 404, 404, 200],
    tells: acts(({ note }) => ({
      url: `/api/moderation/cases/${note}/decision`,
      payload: { action: 'keep', version: 1, revision: 1 },
    })),
  },
  'POST /api/moderation/batches/preview': {
    policy:
      'Moderators try what one decision on many cases would do; where they see none, there is nothing.',
    before: waits,
    request: async (world) => ({
      url: '/api/moderation/batches/preview',
      payload: { cases: [{ id: await caseOf(world), version: 1, revision: 1 }], action: 'keep' },
    }),
    statuses: [401, 403, 403, 200],
    tells: silent('it names cases, which stand in the queue alone'),
  },
  'POST /api/moderation/batches': {
    policy: 'Moderators decide on many cases at once; where they see none, there is nothing.',
    before: waits,
    request: async (world) => ({
      url: '/api/moderation/batches',
      payload: { cases: [{ id: await caseOf(world), version: 1, revision: 1 }], action: 'keep' },
    }),
    statuses: [401, 403, 403, 200],
    tells: silent('it names cases, which stand in the queue alone'),
  },
  'GET /api/moderation/choice': {
    policy: 'Moderators read what they choose among what waits in their works.',
    before: waits,
    request: async (world) => ({ url: `/api/moderation/choice?case=${await caseOf(world)}` }),
    statuses: [401, 403, 403, 200],
    tells: silent('it names cases, which stand in the queue alone'),
  },
  'GET /api/moderation/batches/{id}': {
    policy: 'A batch that never was is there for nobody.',
    request: ({ note }) => ({ url: `/api/moderation/batches/${note}` }),
    statuses: [401, 403, 403, 404],
    tells: silent('a batch is known by its own id, which only its maker is told'),
  },
  'POST /api/moderation/batches/{id}/undo': {
    policy: 'A batch that never was is there for nobody.',
    request: ({ note }) => ({ url: `/api/moderation/batches/${note}/undo`, payload: {} }),
    statuses: [401, 403, 403, 404],
    tells: silent('a batch is known by its own id, which only its maker is told'),
  },
  'POST /api/moderation/decisions/{id}/undo': {
    policy,
    before: decided,
    request: async (world) => ({
      url: `/api/moderation/decisions/${await decisionOf(world)}/undo`,
    }),
    statuses: [401, 404, 404, 200],
    tells: silent('a decision is known by its own id, which stands in the queue alone'),
  },
} satisfies Record<string, Rule>;
