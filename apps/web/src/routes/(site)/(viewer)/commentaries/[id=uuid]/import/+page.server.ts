import type { CurrentDocx, DocxChosen, DocxDone, DocxView, Problem } from '@glossator/contract';
import { redirect, type Actions, type RequestEvent } from '@sveltejs/kit';
import { call, refuse as stop, required } from '#lib/server/api.ts';
import { choicesIn, typedIn } from '#lib/server/docx-form.ts';
import { isTooLargeFile } from '#lib/server/form-size.ts';
import { formText } from '#lib/server/form-text.ts';
import { commentaryPath, loadCommentary } from '#lib/server/load-commentary.ts';
import { member } from '#lib/server/member.ts';
import { refuse } from '#lib/server/refuse.ts';
import { viewerOf } from '#lib/server/viewer.ts';
import type { PageServerLoad } from './$types.js';

const docxPath = (event: RequestEvent) => `${commentaryPath(event)}/docx` as const;
const here = ({ params }: RequestEvent): string => `/commentaries/${params['id'] ?? ''}/import`;

export const load = (async (event) => {
  const { viewer } = await event.parent();
  // Whose session ended meanwhile gets their choices back, not the page to sign in.
  if (viewer.person === null && event.request.method === 'POST')
    return { commentary: null, docx: null, later: false };
  const { commentary } = await loadCommentary(event);
  if (!commentary.abilities.write) return { commentary, docx: null, later: false };
  const cursor = event.url.searchParams.get('cursor');
  const query = cursor === null ? '' : `?cursor=${encodeURIComponent(cursor)}`;
  const answer = await call<CurrentDocx>(event, 'GET', `${docxPath(event)}${query}`);
  if (!answer.ok && cursor !== null && answer.problem.status === 400) stop(400, 'cursor-unknown');
  return { commentary, docx: required(answer).docx, later: cursor !== null };
}) satisfies PageServerLoad;

const problem = (status: number, code: string): Problem => ({
  type: 'about:blank',
  title: code,
  status,
  code,
});

/** What the form brought; null where it broke off on its way. */
const arrived = ({ request }: RequestEvent): Promise<FormData | null> =>
  request.formData().catch(() => null);

async function choose(event: RequestEvent, data: FormData) {
  return call<DocxChosen>(event, 'PUT', `${docxPath(event)}/choices`, {
    id: formText(data, 'id'),
    choices: choicesIn(data),
  });
}

export const actions = {
  upload: async (event) => {
    // Nobody's file is read before it is known that somebody brings it.
    member(await viewerOf(event), event.url);
    if (isTooLargeFile(event)) return refuse('upload', problem(413, 'body-too-large'), {});
    const file = (await arrived(event))?.get('file');
    if (!(file instanceof File)) return refuse('upload', problem(400, 'upload-broken'), {});
    if (file.size === 0) return refuse('upload', problem(422, 'upload-none'), {});
    const answer = await call<DocxView>(event, 'POST', docxPath(event), {
      fileName: file.name.slice(-200),
      file: Buffer.from(await file.arrayBuffer()).toString('base64'),
    });
    if (!answer.ok) return refuse('upload', answer.problem, {});
    redirect(303, here(event));
  },
  choose: async (event) => {
    if (isTooLargeFile(event)) return refuse('choose', problem(413, 'body-too-large'), {});
    const data = await event.request.formData();
    const answer = await choose(event, data);
    if (!answer.ok) return refuse('choose', answer.problem, typedIn(data));
    const next = formText(data, 'next');
    const cursor = next === '' ? '' : `cursor=${encodeURIComponent(next)}&`;
    redirect(303, `${here(event)}?${cursor}done=docx-chosen`);
  },
  confirm: async (event) => {
    if (isTooLargeFile(event)) return refuse('choose', problem(413, 'body-too-large'), {});
    const data = await event.request.formData();
    const chosen = await choose(event, data);
    if (!chosen.ok) return refuse('choose', chosen.problem, typedIn(data));
    const path = `${docxPath(event)}/confirmation` as const;
    const { plan } = chosen.value;
    const answer = await call<DocxDone>(event, 'POST', path, { id: formText(data, 'id'), plan });
    if (!answer.ok) return refuse('choose', answer.problem, typedIn(data));
    const suffix = answer.value.withoutLabel > 0 ? '-labels' : '';
    redirect(303, `/commentaries/${event.params['id'] ?? ''}?done=docx-written${suffix}`);
  },
  drop: async (event) => {
    const answer = await call(event, 'DELETE', docxPath(event));
    if (!answer.ok && answer.problem.status !== 404) return refuse('drop', answer.problem, {});
    redirect(303, `${here(event)}?done=docx-dropped`);
  },
} satisfies Actions;
