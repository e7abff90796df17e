import { limits, type ClassJoined, type ClassMembers } from '@glossator/contract';
import { redirect, type Actions, type RequestEvent } from '@sveltejs/kit';
import { wholeNumber } from '#lib/forms/whole-number.ts';
import { call, required } from '#lib/server/api.ts';
import { classForm, classLimits } from '#lib/server/class-form.ts';
import { formText } from '#lib/server/form-text.ts';
import { member } from '#lib/server/member.ts';
import { refuse } from '#lib/server/refuse.ts';
import { viewerOf } from '#lib/server/viewer.ts';
import { zones } from '#lib/server/zones.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  const { abilities } = (await event.parent()).class;
  return {
    zones: abilities.archive ? zones : [],
    limits: classLimits,
    copyDays: limits.copyDays,
    /** Whose eyes one may look with; null for whoever may not. */
    students: abilities['view-as'] ? await studentsOf(event) : null,
  };
}) satisfies PageServerLoad;

async function studentsOf(event: RequestEvent) {
  const path = `/api/classes/${event.params['id'] ?? ''}/members` as const;
  const { items } = required(await call<ClassMembers>(event, 'GET', path));
  return items
    .filter(({ role, state }) => role === 'student' && state === 'active')
    .map(({ id, name, handle }) => ({ id, name, handle }));
}

const archive = (archived: boolean, done: string) => async (event: RequestEvent) => {
  const at = `/classes/${event.params['id'] ?? ''}` as const;
  const answer = await call(event, 'PUT', `/api${at}/archive`, { archived });
  if (!answer.ok) return refuse('archive', answer.problem, {});
  redirect(303, `${at}/settings?done=${done}`);
};

export const actions = {
  change: async (event) => {
    const form = classForm(await event.request.formData());
    const answer = await call(event, 'PUT', `/api/classes/${event.params.id}`, form);
    if (!answer.ok) return refuse('change', answer.problem, { ...form });
    redirect(303, `/classes/${event.params.id}/settings?done=class-changed`);
  },
  retain: async (event) => {
    const data = await event.request.formData();
    const form = { until: formText(data, 'until').trim(), version: formText(data, 'version') };
    const at = `/classes/${event.params.id}` as const;
    const answer = await call(event, 'PUT', `/api${at}/retention`, {
      until: form.until === '' ? null : form.until,
      version: wholeNumber(form.version, 2_147_483_647) ?? 0,
    });
    if (!answer.ok) return refuse('retain', answer.problem, form);
    redirect(303, `${at}/settings?done=class-kept#retention`);
  },
  copy: async (event) => {
    const data = await event.request.formData();
    const form = { name: formText(data, 'name'), days: formText(data, 'days') };
    const answer = await call<ClassJoined>(
      event,
      'POST',
      `/api/classes/${event.params.id}/copies`,
      {
        ...form,
        // What is no number is refused as such.
        days: /^\s*\d{1,4}\s*$/u.test(form.days) ? Number(form.days) : -1,
      },
    );
    if (!answer.ok) return refuse('copy', answer.problem, form);
    redirect(303, `/classes/${answer.value.id}?done=class-copied`);
  },
  archive: archive(true, 'class-archived'),
  unarchive: archive(false, 'class-unarchived'),
  leave: async (event) => {
    const { id } = member(await viewerOf(event), event.url);
    const answer = await call(event, 'DELETE', `/api/classes/${event.params.id}/members/${id}`);
    if (!answer.ok) return refuse('leave', answer.problem, {});
    redirect(303, '/classes?done=class-left');
  },
} satisfies Actions;
