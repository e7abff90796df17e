import type { ClassJoined, FollowSettings } from '@glossator/contract';
import { redirect, type Actions } from '@sveltejs/kit';
import { call, required } from '#lib/server/api.ts';
import { classForm, classLimits } from '#lib/server/class-form.ts';
import { formText } from '#lib/server/form-text.ts';
import { member } from '#lib/server/member.ts';
import { refuse } from '#lib/server/refuse.ts';
import { zones } from '#lib/server/zones.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  const { viewer } = await event.parent();
  member(viewer, event.url);
  const settings = await call<FollowSettings>(event, 'GET', '/api/following/settings');
  return { zone: required(settings).zone, zones, limits: classLimits };
}) satisfies PageServerLoad;

export const actions = {
  default: async (event) => {
    const data = await event.request.formData();
    const form = classForm(data);
    const until = formText(data, 'until').trim();
    const answer = await call<ClassJoined>(event, 'POST', '/api/classes', {
      ...form,
      keepUntil: until === '' ? null : until,
    });
    if (!answer.ok) return refuse('found', answer.problem, { ...form, until });
    redirect(303, `/classes/${answer.value.id}?done=class-founded`);
  },
} satisfies Actions;
