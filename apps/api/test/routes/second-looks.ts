import { acts, reads, silent, type Rule, type World } from './rule.ts';
import { caseOf, waits } from './moderation.ts';

/** Somebody has decided on a note of the author's, long enough ago, and it was drawn. */
async function drawn(world: World): Promise<void> {
  await waits(world);
  const { owner } = world.site;
  const judge = await world.site.addPerson({ name: 'Judge' });
  const ended = `update moderation_case set state = 'decided', ended_at = now() where id = $1`;
  const id = await caseOf(world);
  await owner.query(ended, [id]);
  await owner.query(
    `with made as (
       insert into decision (id, case_id, annotation_id, author_id, actor_id, action, revision, before,
         after, due_at, log_seq)
       select gen_random_uuid(), c.id, c.annotation_id, c.author_id, $2, 'keep', 1, 'published',
         'published', now(), 0
       from moderation_case c where c.id = $1 returning id, case_id)
     insert into second_look (decision_id, work_id, proposal, stood)
     select made.id, c.work_id, 0, 0 from made join moderation_case c on c.id = made.case_id`,
    [id, judge.id],
  );
}

async function lookOf({ site, note }: World): Promise<string> {
  const { rows } = await site.owner.query<{ id: string }>(
    `select s.id from second_look s join decision d on d.id = s.decision_id
     where d.annotation_id = $1`,
    [note],
  );
  return rows[0]?.id ?? '';
}

const looks = '/api/moderation/second-looks';
const policy =
  'Whoever moderates the work, and has neither written the note nor decided on it, is asked once.';

export const secondLooksRules = {
  'GET /api/moderation/second-looks': {
    policy: 'Moderators see which decisions of their works they are asked about.',
    request: () => ({ url: looks }),
    statuses: [401, 403, 403, 200],
    tells: reads(['queue'], () => [looks]),
  },
  'GET /api/moderation/second-looks/{id}': {
    policy,
    before: drawn,
    request: async (world) => ({ url: `${looks}/${await lookOf(world)}` }),
    statuses: [401, 404, 404, 200],
    tells: acts(({ note }) => ({ url: `${looks}/${note}` })),
  },
  'POST /api/moderation/second-looks/{id}': {
    policy,
    before: drawn,
    request: async (world) => ({
      url: `${looks}/${await lookOf(world)}`,
      payload: { action: 'keep' },
    }),
    statuses: [401, 404, 404, 200],
    tells: acts(({ note }) => ({ url: `${looks}/${note}`, payload: { action: 'keep' } })),
  },
  'PUT /api/moderation/second-looks/shares/{work}': {
    policy: 'Only an administrator says how many decisions are looked at again.',
    request: () => ({ url: `${looks}/shares/ncss-2016`, payload: { percent: 0 } }),
    statuses: [401, 403, 403, 200],
    tells: silent('it is about how many decisions are drawn, and tells of no note'),
  },
} satisfies Record<string, Rule>;
