import type { MarginThreadView } from '@glossator/contract';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { call, type Answer } from './api.ts';
import { formText } from './form-text.ts';
import { commentaryPath } from './load-commentary.ts';
import { refuse } from './refuse.ts';

const text = (data: FormData, ...names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, formText(data, name)]));
const segment = (data: FormData, name: string): string => encodeURIComponent(formText(data, name));

/** The page of the round again, on which the thread is that was written in. */
function done({ url }: RequestEvent, thread: string): never {
  const cursor = url.searchParams.get('cursor');
  const query = new URLSearchParams({ ...(cursor === null ? {} : { cursor }), wrote: thread });
  redirect(303, `${url.pathname}?${query.toString()}#t-${thread}`);
}

function answered(
  event: RequestEvent,
  answer: Answer<MarginThreadView>,
  form: string,
  values: Readonly<Record<string, string>>,
) {
  if (answer.ok) return done(event, answer.value.id);
  return refuse<Readonly<Record<string, string>>>(form, answer.problem, values);
}

/** Begins a thread on a part, or on words of it. */
export async function beginThread(event: RequestEvent) {
  const data = await event.request.formData();
  const values = text(data, 'part', 'body', 'words', 'prefix', 'suffix', 'audience', 'key');
  const round = encodeURIComponent(event.params['round'] ?? '');
  const path = `${commentaryPath(event)}/rounds/${round}/threads` as const;
  const answer = await call<MarginThreadView>(event, 'POST', path, values);
  return answered(event, answer, `begin-${values['part'] ?? ''}`, values);
}

export async function answerThread(event: RequestEvent) {
  const data = await event.request.formData();
  const values = text(data, 'body', 'key');
  const path = `${commentaryPath(event)}/margin/${segment(data, 'thread')}/answers` as const;
  const answer = await call<MarginThreadView>(event, 'POST', path, values);
  return answered(event, answer, `answer-${formText(data, 'thread')}`, values);
}

export async function changeNote(event: RequestEvent) {
  const data = await event.request.formData();
  const values = text(data, 'body', 'audience');
  const { body, audience } = values;
  const form = { body, version: Number(formText(data, 'version')) || 0 };
  const path = `${commentaryPath(event)}/margin-notes/${segment(data, 'note')}` as const;
  const answer = await call<MarginThreadView>(event, 'PUT', path, {
    ...form,
    ...(audience === '' ? {} : { audience }),
  });
  return answered(event, answer, `change-${formText(data, 'note')}`, values);
}

/** What is done by one button: `what` is the act, and behind a colon the note or thread. */
export async function actInMargin(event: RequestEvent) {
  const [act = '', id = ''] = formText(await event.request.formData(), 'what').split(':');
  const of = encodeURIComponent(id);
  const base = commentaryPath(event);
  const answer =
    act === 'remove' || act === 'restore'
      ? await call<MarginThreadView>(event, 'PUT', `${base}/margin-notes/${of}/removal`, {
          removed: act === 'remove',
        })
      : await call<MarginThreadView>(event, 'PUT', `${base}/margin/${of}/settlement`, {
          settled: act === 'settle',
        });
  return answered(event, answer, `act-${id}`, {});
}
