import type { ClassMine, OwnNotes } from '@glossator/contract';
import { call, required } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types.js';

/** Notes on a page: each with who answered is long enough. */
const size = 20;

export const load = (async (event) => {
  await event.parent();
  const { params, url } = event;
  const asked = url.searchParams.get('assignment') ?? '';
  const assignment = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(asked) ? asked : '';
  const query = new URLSearchParams({ limit: String(size) });
  if (assignment !== '') query.set('assignment', assignment);
  const cursor = url.searchParams.get('cursor');
  if (cursor !== null) query.set('cursor', cursor);
  const path = `/api/classes/${params.id}/mine` as const;
  const [mine, notes] = await Promise.all([
    call<ClassMine>(event, 'GET', path).then(required),
    call<OwnNotes>(event, 'GET', `${path}/notes?${query.toString()}`).then(required),
  ]);
  return {
    assignments: mine.items.map(({ id, title, result }) => ({ id, title, result })),
    notes,
    assignment,
    isLater: cursor !== null,
  };
}) satisfies PageServerLoad;
