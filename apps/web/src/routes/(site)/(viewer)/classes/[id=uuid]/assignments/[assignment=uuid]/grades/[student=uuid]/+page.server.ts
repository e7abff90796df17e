import type { StudentWork } from '@glossator/contract';
import { redirect, type Actions, type RequestEvent } from '@sveltejs/kit';
import { readPoints, writePoints } from '#lib/grading/points.ts';
import { call, refuse as refusePage, required } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { refuse } from '#lib/server/refuse.ts';
import type { PageServerLoad } from './$types.js';

const pathOf = ({ params }: Pick<RequestEvent, 'params'>) =>
  `/api/assignments/${params['assignment'] ?? ''}/grades/${params['student'] ?? ''}` as const;

export const load = (async (event) => {
  await event.parent();
  const work = required(await call<StudentWork>(event, 'GET', pathOf(event)));
  if (work.class !== event.params.id) refusePage(404, 'not-found');
  const { override } = work.grade;
  return {
    // Another student is another page: nothing typed for one is left in the form of the next.
    work,
    set: override === null ? '' : writePoints(override.hundredths),
    reason: override?.reason ?? '',
  };
}) satisfies PageServerLoad;

const outside = { type: 'about:blank', title: '', status: 422, code: 'points-outside' };

/** Everything that was typed, so that it comes back. */
const valuesOf = (data: FormData): Record<string, string> =>
  Object.fromEntries(
    [...data].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );

export const actions = {
  judge: async (event) => {
    const data = await event.request.formData();
    const values = valuesOf(data);
    const criteria = Number(values['criteria'] ?? '0');
    const chosen = Array.from({ length: criteria }, (_each, n) => {
      const level = values[`criterion-${String(n)}`] ?? '';
      return level === '' ? null : Number(level);
    });
    const typed = formText(data, 'set').trim();
    const hundredths = readPoints(typed);
    if (typed !== '' && hundredths === null) return refuse('judge', outside, values);
    const answer = await call(event, 'PUT', pathOf(event), {
      version: Number(values['version'] ?? '0'),
      chosen,
      newRubric: values['newRubric'] === 'yes',
      comment: formText(data, 'comment'),
      override: hundredths === null ? null : { hundredths, reason: formText(data, 'reason') },
    });
    if (!answer.ok) return refuse('judge', answer.problem, values);
    redirect(303, '?done=grade-judged');
  },
  answer: async (event) => {
    const data = await event.request.formData();
    const values = valuesOf(data);
    const isChanged = values['answer'] === 'changed';
    const hundredths = isChanged ? readPoints(values['points'] ?? '') : null;
    if (isChanged && hundredths === null) return refuse('answer', outside, values);
    const id = encodeURIComponent(values['contest'] ?? '');
    const answer = await call(event, 'POST', `${pathOf(event)}/contests/${id}/answer`, {
      answer: isChanged ? 'changed' : 'stands',
      words: formText(data, 'words'),
      hundredths,
    });
    if (!answer.ok) return refuse('answer', answer.problem, values);
    redirect(303, '?done=grade-answered');
  },
} satisfies Actions;
