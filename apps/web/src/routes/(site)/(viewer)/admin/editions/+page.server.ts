import type { EditionAdminView } from '@glossator/contract';
import { redirect, type Actions } from '@sveltejs/kit';
import { call, required } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { refuse } from '#lib/server/refuse.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  await event.parent();
  const { items } = required(
    await call<{ items: EditionAdminView[] }>(event, 'GET', '/api/editions'),
  );
  return { editions: items };
}) satisfies PageServerLoad;

export const actions = {
  access: async (event) => {
    const data = await event.request.formData();
    const values = { id: formText(data, 'id'), access: formText(data, 'access') };
    const path = `/api/editions/${encodeURIComponent(values.id)}` as const;
    const answer = await call(event, 'PATCH', path, { access: values.access });
    if (!answer.ok) return refuse('edition', answer.problem, values);
    redirect(303, '/admin/editions?done=edition');
  },
  sign: async (event) => {
    const data = await event.request.formData();
    const id = formText(data, 'id');
    const name = formText(data, 'name');
    const path = `/api/editions/${encodeURIComponent(id)}/signature` as const;
    const answer = await call(event, 'POST', path, {
      version: formText(data, 'version'),
      name,
    });
    if (!answer.ok) return refuse('signature', answer.problem, { id, name });
    redirect(303, '/admin/editions?done=edition');
  },
  unsign: async (event) => {
    const id = formText(await event.request.formData(), 'id');
    const path = `/api/editions/${encodeURIComponent(id)}/signature` as const;
    const answer = await call(event, 'DELETE', path);
    if (!answer.ok) return refuse('signature', answer.problem, { id });
    redirect(303, '/admin/editions?done=edition');
  },
} satisfies Actions;
