import type { HomeView, ModeratorView, OverdueWorks } from '@glossator/contract';
import { redirect, type Actions } from '@sveltejs/kit';
import { call, required } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { listPage } from '#lib/server/list-page.ts';
import { refuse } from '#lib/server/refuse.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  await event.parent();
  const [moderators, home, overdue] = await Promise.all([
    listPage<ModeratorView>(event, '/api/moderators'),
    call<HomeView>(event, 'GET', '/api/home'),
    call<OverdueWorks>(event, 'GET', '/api/moderation/overdue'),
  ]);
  return { moderators, works: required(home).works.items, alarmDays: required(overdue).days };
}) satisfies PageServerLoad;

export const actions = {
  appoint: async (event) => {
    const data = await event.request.formData();
    const values = { who: formText(data, 'who'), work: formText(data, 'work') };
    const body = { who: values.who, work: values.work === '' ? null : values.work };
    const answer = await call(event, 'POST', '/api/moderators', body);
    if (!answer.ok) return refuse('appoint', answer.problem, values);
    redirect(303, '/admin/moderators?done=moderator');
  },
  alarm: async (event) => {
    const days = formText(await event.request.formData(), 'days');
    const answer = await call(event, 'PUT', '/api/moderation/alarm', { days: Number(days) });
    if (!answer.ok) return refuse('alarm', answer.problem, { days });
    redirect(303, '/admin/moderators?done=alarm');
  },
  dismiss: async (event) => {
    const data = await event.request.formData();
    const values = { id: formText(data, 'id'), work: formText(data, 'work') };
    const query = values.work === '' ? '' : `?work=${encodeURIComponent(values.work)}`;
    const path = `/api/moderators/${encodeURIComponent(values.id)}${query}` as const;
    const answer = await call(event, 'DELETE', path);
    if (!answer.ok) return refuse('dismiss', answer.problem, values);
    redirect(303, '/admin/moderators?done=moderator-dismissed');
  },
} satisfies Actions;
