import type { VerifyView, WorkPage } from '@glossator/contract';
import type { Actions } from '@sveltejs/kit';
import { call, required } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { refuse } from '#lib/server/refuse.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  const works = required(await call<WorkPage>(event, 'GET', '/api/works?limit=200'));
  return {
    works: works.items.map(({ slug, titles }) => ({ slug, titles })),
    work: event.url.searchParams.get('work') ?? '',
  };
}) satisfies PageServerLoad;

export const actions = {
  // What is pasted is in the answer alone: an address would be kept by the browser and by logs.
  default: async (event) => {
    const data = await event.request.formData();
    const values = {
      text: formText(data, 'text'),
      work: formText(data, 'work'),
      at: formText(data, 'at').trim(),
    };
    const answer = await call<VerifyView>(event, 'POST', '/api/verify', {
      text: values.text,
      ...(values.work === '' ? {} : { work: values.work }),
      ...(values.at === '' ? {} : { at: values.at }),
    });
    if (!answer.ok) return refuse('verify', answer.problem, values);
    return { verified: { view: answer.value, values } };
  },
} satisfies Actions;
