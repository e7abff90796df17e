import type { GradesView, Released, Undone } from '@glossator/contract';
import { redirect, type Actions, type RequestEvent } from '@sveltejs/kit';
import { readRubric, writeRubric } from '#lib/grading/rubric-text.ts';
import { call, refuse as refusePage, required } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { fromLocalTime, toLocalTime } from '#lib/server/local-time.ts';
import { refuse } from '#lib/server/refuse.ts';
import type { PageServerLoad } from './$types.js';

const counts = (query: URLSearchParams, ...names: readonly string[]): number[] =>
  names.map((name) => Number.parseInt(query.get(name) ?? '', 10) || 0);

export const load = (async (event) => {
  const { zone } = (await event.parent()).class;
  const path = `/api/assignments/${event.params.assignment}/grades` as const;
  const grades = required(await call<GradesView>(event, 'GET', path));
  if (grades.class !== event.params.id) refusePage(404, 'not-found');
  const query = event.url.searchParams;
  const [released = 0, already = 0, unfinished = 0] = counts(query, 'told', 'already', 'left');
  const [undone = 0, seen = 0] = counts(query, 'undone', 'seen');
  return {
    grades,
    rubric: writeRubric(grades.rubric),
    releaseAt: grades.releaseAt === null ? '' : toLocalTime(grades.releaseAt, zone),
    released: query.has('told') ? { released, already, unfinished } : null,
    undone: query.has('undone') ? { undone, seen } : null,
  };
}) satisfies PageServerLoad;

const problem = (code: string, status = 422) => ({ type: 'about:blank', title: '', status, code });
const pageOf = ({ params }: RequestEvent): string =>
  `/classes/${params['id'] ?? ''}/assignments/${params['assignment'] ?? ''}/grades`;

/** To all, or to those whose boxes are ticked. */
async function send(event: RequestEvent, way: 'release' | 'release/undo') {
  const data = await event.request.formData();
  const chosen = data.getAll('student').filter((each) => typeof each === 'string');
  const isAll = data.get('who') === 'all';
  if (!isAll && chosen.length === 0)
    return { refused: refuse('none', problem('request-malformed'), {}) };
  const path = `/api/assignments/${event.params['assignment'] ?? ''}/${way}` as const;
  const answer = await call<Released & Undone>(event, 'POST', path, {
    students: isAll ? null : chosen,
  });
  return answer.ok ? { value: answer.value } : { refused: refuse('release', answer.problem, {}) };
}

export const actions = {
  release: async (event) => {
    const sent = await send(event, 'release');
    if ('refused' in sent) return sent.refused;
    const { released, already, unfinished } = sent.value;
    const query = `told=${String(released)}&already=${String(already)}&left=${String(unfinished)}`;
    redirect(303, `${pageOf(event)}?${query}`);
  },
  undo: async (event) => {
    const sent = await send(event, 'release/undo');
    if ('refused' in sent) return sent.refused;
    const { undone, seen } = sent.value;
    redirect(303, `${pageOf(event)}?undone=${String(undone)}&seen=${String(seen)}`);
  },
  rubric: async (event) => {
    const data = await event.request.formData();
    const values = { rubric: formText(data, 'rubric'), version: formText(data, 'version') };
    const rubric = readRubric(values.rubric);
    if (rubric === false) return refuse('rubric', problem('rubric-malformed'), values);
    const path = `/api/assignments/${event.params.assignment ?? ''}/rubric` as const;
    const answer = await call(event, 'PUT', path, { rubric, version: Number(values.version) });
    if (!answer.ok) return refuse('rubric', answer.problem, values);
    redirect(303, `${pageOf(event)}?done=grade-rubric`);
  },
  time: async (event) => {
    const data = await event.request.formData();
    const values = { at: formText(data, 'at'), version: formText(data, 'version') };
    const time = fromLocalTime(values.at, formText(data, 'zone'));
    if (values.at !== '' && !time.ok) return refuse('time', problem('time-outside'), values);
    const at = time.ok ? time.instant : null;
    const path = `/api/assignments/${event.params.assignment ?? ''}/release-time` as const;
    const answer = await call(event, 'PUT', path, { at, version: Number(values.version) });
    if (!answer.ok) return refuse('time', answer.problem, values);
    redirect(303, `${pageOf(event)}?done=grade-time`);
  },
} satisfies Actions;
