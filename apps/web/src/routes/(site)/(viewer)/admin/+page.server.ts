import type {
  EditionAdminView,
  HomeView,
  OverdueWorks,
  RegistrationView,
} from '@glossator/contract';
import { call, required } from '#lib/server/api.ts';
import { listPage } from '#lib/server/list-page.ts';
import { siteOf } from '#lib/server/site.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  await event.parent();
  const [site, waiting, editions, overdue, home] = await Promise.all([
    siteOf(event),
    listPage<RegistrationView>(event, '/api/registrations'),
    call<{ items: EditionAdminView[] }>(event, 'GET', '/api/editions'),
    call<OverdueWorks>(event, 'GET', '/api/moderation/overdue'),
    call<HomeView>(event, 'GET', '/api/home'),
  ]);
  const { items, next } = waiting;
  return {
    site,
    overdue: required(overdue),
    works: required(home).works.items,
    waiting: { count: items.length, more: next !== null },
    proposed: required(editions).items.flatMap(({ id, title, proposed }) =>
      proposed.map(({ version }) => ({ id, title, version })),
    ),
  };
}) satisfies PageServerLoad;
