import {
  limits,
  type CommentaryMade,
  type CommentarySummary,
  type WorkPage,
} from '@glossator/contract';
import { redirect, type Actions } from '@sveltejs/kit';
import { localised } from '#lib/i18n/localised.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { call, required } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { listPage } from '#lib/server/list-page.ts';
import { member } from '#lib/server/member.ts';
import { refuse } from '#lib/server/refuse.ts';
import { viewerOf } from '#lib/server/viewer.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  const { viewer } = await event.parent();
  member(viewer, event.url);
  const [commentaries, works] = await Promise.all([
    listPage<CommentarySummary>(event, '/api/commentaries'),
    call<WorkPage>(event, 'GET', '/api/works?limit=200'),
  ]);
  return {
    commentaries,
    // A commentary is written on a public text.
    works: required(works)
      .items.filter(({ standing }) => standing === 'public')
      .map(({ slug, titles }) => ({
        slug,
        ...localised(titles, getLocale()),
      })),
    titleLength: limits.commentaryTitle,
  };
}) satisfies PageServerLoad;

export const actions = {
  begin: async (event) => {
    const data = await event.request.formData();
    const [work, title, slug, language, other] = ['work', 'title', 'slug', 'language', 'other'].map(
      (name) => formText(data, name),
    ) as [string, string, string, string, string];
    const answer = await call<CommentaryMade>(event, 'POST', '/api/commentaries', {
      ...{ work, title, slug },
      language: other.trim() || language,
    });
    if (!answer.ok) return refuse('begin', answer.problem, { work, title, slug, language, other });
    redirect(303, `/commentaries/${answer.value.id}?done=commentary-begun`);
  },
  accept: async (event) => {
    const id = formText(await event.request.formData(), 'id');
    const path = `/api/commentaries/${encodeURIComponent(id)}/acceptance` as const;
    const answer = await call(event, 'POST', path);
    if (!answer.ok) return refuse('invited', answer.problem, { id });
    redirect(303, `/commentaries/${encodeURIComponent(id)}?done=commentary-joined`);
  },
  decline: async (event) => {
    const id = formText(await event.request.formData(), 'id');
    const { person } = await viewerOf(event);
    const path = `/api/commentaries/${encodeURIComponent(id)}/authors/${person?.id ?? ''}` as const;
    const answer = await call(event, 'DELETE', path);
    if (!answer.ok) return refuse('invited', answer.problem, { id });
    redirect(303, '/commentaries?done=commentary-declined');
  },
} satisfies Actions;
