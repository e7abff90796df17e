import type { ClassGrades } from '@glossator/contract';
import { call, required } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types.js';

/** What the address may ask for; anything else is as if it had not. */
const asked = {
  page: /^[1-9]\d?$/,
  order: /^(name|group)$/,
  group: /^(none|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/,
} as const;

export const load = (async (event) => {
  await event.parent();
  const query = new URLSearchParams();
  for (const [name, shape] of Object.entries(asked)) {
    const value = event.url.searchParams.get(name) ?? '';
    if (shape.test(value)) query.set(name, value);
  }
  const path = `/api/classes/${event.params.id}/grades?${query.toString()}` as const;
  return {
    book: required(await call<ClassGrades>(event, 'GET', path)),
    order: query.get('order') ?? 'name',
    group: query.get('group') ?? '',
  };
}) satisfies PageServerLoad;
