import type { ProjectedClause } from '@glossator/contract';
import { call, refuse, required } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types.js';

const asked = {
  names: /^(none|class)$/,
  desks: /^true$/,
  group: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
} as const;

export const load = (async (event) => {
  event.depends('app:projected');
  await event.parent();
  const { params, url } = event;
  const query = new URLSearchParams();
  for (const [name, shape] of Object.entries(asked)) {
    const value = url.searchParams.get(name) ?? '';
    if (shape.test(value)) query.set(name, value);
  }
  const address = encodeURIComponent(params.address);
  const shown = required(
    await call<ProjectedClause>(
      event,
      'GET',
      `/api/assignments/${params.assignment}/projected/${address}?${query.toString()}`,
    ),
  );
  if (shown.assignment.class !== params.id) refuse(404, 'not-found');
  return { shown, projected: true };
}) satisfies PageServerLoad;
