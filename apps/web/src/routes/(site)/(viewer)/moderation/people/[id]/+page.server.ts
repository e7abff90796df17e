import {
  limits,
  sanctionDays,
  type Hidden,
  type PersonDecisions,
  type PersonNote,
  type PersonNotePage,
  type PersonRecord,
  type SanctionRecord,
} from '@glossator/contract';
import { redirect, type Actions, type RequestEvent } from '@sveltejs/kit';
import { newFormKey } from '#lib/form-key.ts';
import { endIfGivenNow, readSanctionForm } from '#lib/server/sanction-form.ts';
import { call, required } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { listPage } from '#lib/server/list-page.ts';
import { member } from '#lib/server/member.ts';
import { refuse } from '#lib/server/refuse.ts';
import type { PageServerLoad } from './$types.js';

const recordOf = (event: RequestEvent) =>
  `/api/moderation/people/${encodeURIComponent(event.params['id'] ?? '')}` as const;

async function personNotes(event: RequestEvent, own: boolean): Promise<readonly PersonNote[]> {
  if (own) return [];
  const path = `${recordOf(event)}/notes?limit=${String(limits.pageSizeMax)}` as const;
  return required(await call<PersonNotePage>(event, 'GET', path)).items;
}

export const load = (async (event) => {
  const { viewer } = await event.parent();
  const own = member(viewer, event.url).id === event.params.id;
  const record = required(await call<PersonRecord>(event, 'GET', recordOf(event)));
  const [decided, sanctions, notes] = await Promise.all([
    call<PersonDecisions>(event, 'GET', `${recordOf(event)}/decisions`).then(required),
    listPage<SanctionRecord>(event, `${recordOf(event)}/sanctions`),
    personNotes(event, own),
  ]);
  return {
    record,
    decided,
    sanctions,
    notes,
    own,
    key: newFormKey(),
    days: sanctionDays,
    limit: limits.reasonLength,
  };
}) satisfies PageServerLoad;

const done = (event: RequestEvent, what: string): never =>
  redirect(303, `${event.url.pathname}?done=${what}`);

/** What is done to one sanction of the list, and why. */
async function act(event: RequestEvent, form: string, suffix: string) {
  const data = await event.request.formData();
  const id = formText(data, 'id');
  const words = formText(data, 'words');
  const path = `/api/moderation/sanctions/${encodeURIComponent(id)}/${suffix}` as const;
  const answer = await call<Partial<Hidden>>(event, 'POST', path, { words });
  return answer.ok
    ? { left: answer.value.left ?? 0 }
    : refuse(`${form}-${id}`, answer.problem, { words });
}

const more = (what: string, left: number): string => (left > 0 ? `${what}-more` : what);

export const actions = {
  /** Shows what would happen; nothing does. */
  preview: async (event) => {
    const { values } = readSanctionForm(await event.request.formData());
    return { preview: { values, until: endIfGivenNow(values, Date.now()) } };
  },
  give: async (event) => {
    const { values, input } = readSanctionForm(await event.request.formData());
    const answer = await call(event, 'POST', `${recordOf(event)}/sanctions`, input);
    return answer.ok ? done(event, 'sanction') : refuse('give', answer.problem, values);
  },
  lift: async (event) => {
    const answer = await act(event, 'lift', 'lifting');
    return 'left' in answer ? done(event, 'sanction-lifted') : answer;
  },
  hide: async (event) => {
    const answer = await act(event, 'hide', 'hidden-notes');
    return 'left' in answer ? done(event, more('notes-hidden', answer.left)) : answer;
  },
  show: async (event) => {
    const answer = await act(event, 'show', 'shown-notes');
    return 'left' in answer ? done(event, more('notes-shown', answer.left)) : answer;
  },
  note: async (event) => {
    const data = await event.request.formData();
    const words = formText(data, 'words');
    const sent = { words, key: formText(data, 'key') };
    const answer = await call(event, 'POST', `${recordOf(event)}/notes`, sent);
    return answer.ok ? done(event, 'person-note') : refuse('note', answer.problem, { words });
  },
} satisfies Actions;
