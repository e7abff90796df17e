import type { HomeView, RotaView } from '@glossator/contract';
import { redirect, type Actions } from '@sveltejs/kit';
import { call, required } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { moderator } from '#lib/server/member.ts';
import { refuse } from '#lib/server/refuse.ts';
import { siteOf } from '#lib/server/site.ts';
import { zones } from '#lib/server/zones.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  const { viewer } = await event.parent();
  moderator(viewer, event.url);
  const [rota, home, { mail: sends }] = await Promise.all([
    call<RotaView>(event, 'GET', '/api/moderation/rota'),
    call<HomeView>(event, 'GET', '/api/home'),
    siteOf(event),
  ]);
  return { rota: required(rota), titles: required(home).works.items, sends, zones };
}) satisfies PageServerLoad;

export const actions = {
  duty: async (event) => {
    const data = await event.request.formData();
    const work = formText(data, 'work');
    const weekdays = data.getAll('day').map(Number);
    const body = { work: work === '' ? null : work, weekdays };
    const answer = await call(event, 'PUT', '/api/moderation/rota/duty', body);
    if (!answer.ok) return refuse('duty', answer.problem, { work, days: weekdays.join() });
    redirect(303, '/moderation/rota?done=duty');
  },
  away: async (event) => {
    const data = await event.request.formData();
    const values = { from: formText(data, 'from'), to: formText(data, 'to') };
    const answer = await call(event, 'POST', '/api/moderation/rota/absences', values);
    if (!answer.ok) {
      // What is no date at all is the form's own mistake: the sentence says what a date is for.
      const problem =
        answer.problem.code === 'request-malformed'
          ? { ...answer.problem, code: 'absence-malformed' }
          : answer.problem;
      return refuse('away', problem, values);
    }
    redirect(303, '/moderation/rota?done=absence');
  },
  back: async (event) => {
    const id = formText(await event.request.formData(), 'id');
    const path = `/api/moderation/rota/absences/${encodeURIComponent(id)}` as const;
    const answer = await call(event, 'DELETE', path);
    if (!answer.ok) return refuse('back', answer.problem, { id });
    redirect(303, '/moderation/rota?done=absence-ended');
  },
  summary: async (event) => {
    const data = await event.request.formData();
    const [hour, zone] = [formText(data, 'hour'), formText(data, 'zone')];
    const mails = data.get('mails') !== null;
    const body = { mails, hour: Number(hour), zone };
    const answer = await call(event, 'PUT', '/api/moderation/rota/summary', body);
    if (!answer.ok)
      return refuse('summary', answer.problem, { mails: mails ? 'on' : '', hour, zone });
    redirect(303, '/moderation/rota?done=summary');
  },
} satisfies Actions;
