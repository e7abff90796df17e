import { writingFates } from '@glossator/contract';
import { redirect, type Actions } from '@sveltejs/kit';
import { call } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { refuse } from '#lib/server/refuse.ts';
import { viewerOf } from '#lib/server/viewer.ts';

export const actions = {
  default: async (event) => {
    const data = await event.request.formData();
    const chosen = formText(data, 'writing');
    // The one that loses nothing, should the choice be missing.
    const writing = writingFates.find((fate) => fate === chosen) ?? 'anonymise';
    const person = (await viewerOf(event)).person?.id ?? '';
    const answer = await call(event, 'DELETE', '/api/account', {
      password: formText(data, 'password'),
      writing,
    });
    if (!answer.ok) return refuse('delete', answer.problem, { writing });
    redirect(303, `/goodbye?was=${person}`);
  },
} satisfies Actions;
