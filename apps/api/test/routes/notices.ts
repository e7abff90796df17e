import { acts, reads, silent, type Rule, type World } from './rule.ts';

const noToken = 'x'.repeat(88);

/** A notice of the note, as the worker would have written it. */
async function told({ site, who, note }: World): Promise<void> {
  if (who !== null)
    await site.owner.query(
      `insert into notice (person_id, annotation_id, reason) values ($1, $2, 'work')
       on conflict do nothing`,
      [who.id, note],
    );
}

const newest = { edition: 'en-creemers', version: '1.0.0' } as const;

/** They follow the work, of which there is a version. */
async function released({ site, who }: World): Promise<void> {
  if (who !== null)
    await site.owner.query(
      `insert into release_news (person_id, version_id, cause, about)
       select $1, id, 'work', '' from edition_version where edition_id = $2 and version = $3
       on conflict do nothing`,
      [who.id, newest.edition, newest.version],
    );
}
const releaseRead = {
  url: '/api/notices/releases/read',
  payload: { ...newest, cause: 'work', about: null },
};

/** The text under the note changed, as a release would have said. */
async function changed({ site, thread }: World): Promise<void> {
  await site.owner.query(
    `insert into thread_fate (thread_id, version_id, base_id, outcome, reason, from_uid, to_uid)
     select t.id, v.id, v.id, 'marked', 'text-changed', t.from_uid, t.to_uid
     from thread t, edition_version v
     where t.id = $1 and v.edition_id = $2 and v.version = $3`,
    [thread, newest.edition, newest.version],
  );
}
const stands = (thread: string) => ({
  url: '/api/account/text-changes',
  payload: { thread, ...newest, answer: 'stands' },
});

export const noticesRules = {
  'GET /api/account/text-changes': {
    policy: 'A member sees which of their own notes want an answer.',
    request: () => ({ url: '/api/account/text-changes' }),
    statuses: [401, 200, 200, 200],
    tells: reads(['list'], () => ['/api/account/text-changes']),
  },
  'POST /api/account/text-changes': {
    policy:
      'The author of a note alone says whether it is still true; for others there is nothing.',
    before: changed,
    request: ({ thread }) => stands(thread),
    statuses: [401, 404, 200, 404],
    tells: acts(({ thread }) => stands(thread)),
  },
  'GET /api/notices': {
    policy: 'A member sees what they are told themselves.',
    request: () => ({ url: '/api/notices' }),
    statuses: [401, 200, 200, 200],
    tells: reads(['notice'], () => ['/api/notices']),
  },
  'POST /api/notices/read': {
    policy: 'A member marks their own notices.',
    request: () => ({ url: '/api/notices/read', payload: { until: '2026-01-01T00:00:00Z' } }),
    statuses: [401, 200, 200, 200],
    tells: silent('it marks the asker’s own notices'),
  },
  'POST /api/notices/releases/read': {
    policy: 'A member marks the notice of a release that they were told; of others there is none.',
    before: released,
    request: () => releaseRead,
    statuses: [401, 200, 200, 200],
    tells: silent('it marks the asker’s own notices'),
  },
  'POST /api/notices/{id}/read': {
    policy: 'A member marks their own notice; where there is none, there is nothing.',
    before: told,
    request: ({ note }) => ({ url: `/api/notices/${note}/read` }),
    statuses: [401, 200, 200, 200],
    tells: acts(({ note }) => ({ url: `/api/notices/${note}/read` })),
  },
  'GET /api/unsubscribe': {
    policy: 'The link in the head of a mail leads everyone to the page that asks.',
    request: () => ({ url: `/api/unsubscribe?token=${noToken}` }),
    statuses: [303, 303, 303, 303],
    tells: silent('a link names no note'),
  },
  'GET /api/unsubscribe/scope': {
    policy: 'A link that was never made would end nothing.',
    request: () => ({ url: `/api/unsubscribe/scope?token=${noToken}` }),
    statuses: [400, 400, 400, 400],
    tells: silent('a link names no note'),
  },
  'POST /api/unsubscribe': {
    policy: 'Nobody ends mail but with a link that was sent.',
    request: () => ({ url: `/api/unsubscribe?token=${noToken}` }),
    statuses: [400, 400, 400, 400],
    tells: silent('a link names no note'),
  },
} satisfies Record<string, Rule>;
