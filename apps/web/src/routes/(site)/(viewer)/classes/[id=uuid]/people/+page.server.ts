import type { ClassMember, ClassMembers } from '@glossator/contract';
import { redirect, type Actions, type RequestEvent } from '@sveltejs/kit';
import { peopleOf } from '#lib/classes/people-of.ts';
import { call, required, type Answer } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { refuse } from '#lib/server/refuse.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  await event.parent();
  const path = `/api/classes/${event.params.id}/members` as const;
  const { items } = required(await call<ClassMembers>(event, 'GET', path));
  const who = event.url.searchParams.get('who') ?? '';
  return { people: peopleOf(items, who), who };
}) satisfies PageServerLoad;

async function change(
  event: RequestEvent,
  done: string,
  send: (path: `/api/${string}`) => Promise<Answer<unknown>>,
) {
  const data = await event.request.formData();
  const [id, who] = [formText(data, 'member'), formText(data, 'who')];
  const at = `/classes/${event.params['id'] ?? ''}` as const;
  const answer = await send(`/api${at}/members/${encodeURIComponent(id)}`);
  if (!answer.ok) return refuse('people', answer.problem, { id });
  const query = new URLSearchParams({ ...(who !== '' && { who }), done });
  redirect(303, `${at}/people?${query.toString()}`);
}

const appoint = (role: ClassMember['role'], done: string) => (event: RequestEvent) =>
  change(event, done, (path) => call(event, 'PUT', path, { role }));

export const actions = {
  instructor: appoint('instructor', 'class-role'),
  assistant: appoint('assistant', 'class-role'),
  student: appoint('student', 'class-role'),
  'let-in': appoint('student', 'class-let-in'),
  remove: (event) => change(event, 'class-removed', (path) => call(event, 'DELETE', path)),
} satisfies Actions;
