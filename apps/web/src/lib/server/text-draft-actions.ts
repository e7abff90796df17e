import type { ReleaseChangeForm, TextDraftForm, TextReleaseMade } from '@glossator/contract';
import { redirect, type Actions, type RequestEvent } from '@sveltejs/kit';
import { getLocale } from '#lib/paraglide/runtime.js';
import { call } from './api.ts';
import { formText } from './form-text.ts';
import { refuse } from './refuse.ts';
import { readChange, type ChangeKind } from './text-change-form.ts';

const apiPath = ({ params }: RequestEvent) =>
  `/api/text-drafts/${encodeURIComponent(params['id'] ?? '')}` as const;
const here = ({ params }: RequestEvent, done: string, at = ''): string => {
  const query = new URLSearchParams({ ...(at === '' ? {} : { at }), done });
  return `/editing/texts/drafts/${params['id'] ?? ''}?${query.toString()}`;
};

/** The draft as the page showed it: what is sent changes that, or is told that it has changed. */
function shownDraft(data: FormData): TextDraftForm {
  const known: Partial<TextDraftForm> = JSON.parse(formText(data, 'draft') || '{}') as object;
  return { version: known.version ?? 1, changes: known.changes ?? [], change: known.change ?? '' };
}

const add = (kind: ChangeKind) => async (event: RequestEvent) => {
  const data = await event.request.formData();
  const draft = shownDraft(data);
  const { change, values } = readChange(kind, data, getLocale());
  const changes: ReleaseChangeForm[] = [...draft.changes, change];
  const answer = await call(event, 'PUT', apiPath(event), { ...draft, changes });
  if (!answer.ok) return refuse(kind, answer.problem, values);
  const stays = kind === 'correct' ? formText(data, 'path') : '';
  return redirect(303, here(event, 'text-saved', stays));
};

export const draftActions = {
  correct: add('correct'),
  split: add('split'),
  merge: add('merge'),
  move: add('move'),
  delete: add('delete'),
  remove: async (event) => {
    const data = await event.request.formData();
    const draft = shownDraft(data);
    const n = Number(formText(data, 'n'));
    const changes = draft.changes.filter((_, index) => index !== n);
    const answer = await call(event, 'PUT', apiPath(event), { ...draft, changes });
    if (!answer.ok) return refuse('remove', answer.problem, { n: String(n) });
    redirect(303, here(event, 'text-saved'));
  },
  note: async (event) => {
    const data = await event.request.formData();
    const change = formText(data, 'change');
    const answer = await call(event, 'PUT', apiPath(event), { ...shownDraft(data), change });
    if (!answer.ok) return refuse('note', answer.problem, { change });
    redirect(303, here(event, 'text-saved'));
  },
  release: async (event) => {
    const data = await event.request.formData();
    const { version } = shownDraft(data);
    const number = formText(data, 'number');
    const answer = await call<TextReleaseMade>(event, 'POST', `${apiPath(event)}/release`, {
      number,
      version,
    });
    if (!answer.ok) return refuse('release', answer.problem, {});
    redirect(303, `/editing/texts/releases/${answer.value.release}?done=text-released`);
  },
  drop: async (event) => {
    const answer = await call(event, 'DELETE', apiPath(event));
    if (!answer.ok) return refuse('drop', answer.problem, {});
    redirect(303, '/editing/texts?done=text-dropped');
  },
} satisfies Actions;
