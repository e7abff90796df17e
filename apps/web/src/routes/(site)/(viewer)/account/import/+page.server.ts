import type {
  CurrentImport,
  HomeView,
  ImportRowPage,
  ImportView,
  Problem,
} from '@glossator/contract';
import { redirect, type Actions, type RequestEvent } from '@sveltejs/kit';
import { call, required } from '#lib/server/api.ts';
import { isTooLargeFile } from '#lib/server/form-size.ts';
import { formText } from '#lib/server/form-text.ts';
import { member } from '#lib/server/member.ts';
import { refuse } from '#lib/server/refuse.ts';
import { viewerOf } from '#lib/server/viewer.ts';
import type { PageServerLoad } from './$types.js';

const shown = ['waiting', 'left-out', 'known'] as const;
export type Shown = (typeof shown)[number];

function shownOf({ url }: RequestEvent, { state }: ImportView): Shown {
  const wanted = shown.find((each) => each === url.searchParams.get('show'));
  return state === 'preview' ? (wanted ?? 'waiting') : 'left-out';
}

async function rowsOf(event: RequestEvent, view: ImportView, outcome: Shown) {
  const query = new URLSearchParams({ outcome, limit: '50' });
  const cursor = event.url.searchParams.get('cursor');
  if (cursor !== null) query.set('cursor', cursor);
  const path = `/api/imports/${view.id}/rows?${query.toString()}` as const;
  const page = required(await call<ImportRowPage>(event, 'GET', path));
  return { outcome, ...page, later: cursor !== null };
}

export const load = (async (event) => {
  await event.parent();
  const [current, home] = await Promise.all([
    call<CurrentImport>(event, 'GET', '/api/imports/current'),
    call<HomeView>(event, 'GET', '/api/home'),
  ]);
  const view = required(current).import;
  const works = required(home).works.items;
  if (view === null || view.state === 'running') return { view, works, rows: null };
  return { view, works, rows: await rowsOf(event, view, shownOf(event, view)) };
}) satisfies PageServerLoad;

const problem = (status: number, code: string): Problem => ({
  type: 'about:blank',
  title: code,
  status,
  code,
});

const refusedUpload = (found: Problem, work: string, text: string) =>
  refuse('import', found, { work, text });

export const actions = {
  upload: async (event) => {
    // Nobody's file is read before it is known that somebody brings it.
    member(await viewerOf(event), event.url);
    if (isTooLargeFile(event)) return refusedUpload(problem(413, 'body-too-large'), '', '');
    const data = await event.request.formData();
    const work = formText(data, 'work');
    const pasted = formText(data, 'text');
    const file = data.get('file');
    const isFile = file instanceof File && file.size > 0;
    const text = isFile ? await file.text() : pasted;
    if (text.trim() === '') return refusedUpload(problem(422, 'import-empty'), work, '');
    const answer = await call<ImportView>(event, 'POST', '/api/imports', {
      work,
      fileName: isFile ? file.name.slice(-200) : '',
      text,
    });
    if (!answer.ok) return refusedUpload(answer.problem, work, isFile ? '' : pasted);
    redirect(303, '/account/import');
  },
  confirm: async (event) => {
    const id = formText(await event.request.formData(), 'id');
    const answer = await call<ImportView>(
      event,
      'POST',
      `/api/imports/${encodeURIComponent(id)}/confirmation`,
    );
    if (!answer.ok) return refuse('confirm', answer.problem, { id });
    redirect(303, '/account/import');
  },
  cancel: async (event) => {
    const id = formText(await event.request.formData(), 'id');
    const answer = await call(event, 'DELETE', `/api/imports/${encodeURIComponent(id)}`);
    if (!answer.ok && answer.problem.status !== 404)
      return refuse('cancel', answer.problem, { id });
    redirect(303, '/account/import');
  },
} satisfies Actions;
