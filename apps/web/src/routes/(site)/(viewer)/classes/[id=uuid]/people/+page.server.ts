import {
  limits,
  type ClassGroups,
  type ClassMember,
  type ClassMembers,
  type ClassSignInLink,
} from '@glossator/contract';
import { redirect, type Actions, type RequestEvent } from '@sveltejs/kit';
import { peopleOf } from '#lib/classes/people-of.ts';
import { wholeNumber } from '#lib/forms/whole-number.ts';
import { call, required, type Answer } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { refuse } from '#lib/server/refuse.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  await event.parent();
  const path = `/api/classes/${event.params.id}/members` as const;
  const [members, groups] = await Promise.all([
    call<ClassMembers>(event, 'GET', path),
    call<ClassGroups>(event, 'GET', `/api/classes/${event.params.id}/groups`),
  ]);
  const { items } = required(members);
  const who = event.url.searchParams.get('who') ?? '';
  return {
    people: peopleOf(items, who),
    groups: required(groups).items,
    who,
    limits: { groups: limits.classGroups, groupName: limits.groupNameLength },
  };
}) satisfies PageServerLoad;

async function change(
  event: RequestEvent,
  done: string,
  send: (path: `/api/${string}`, data: FormData, id: string) => Promise<Answer<unknown>>,
) {
  const data = await event.request.formData();
  const [id, who] = [formText(data, 'member'), formText(data, 'who')];
  const at = `/classes/${event.params['id'] ?? ''}` as const;
  const answer = await send(`/api${at}/members/${encodeURIComponent(id)}`, data, id);
  if (!answer.ok) return refuse('people', answer.problem, { id });
  const query = new URLSearchParams({ ...(who !== '' && { who }), done });
  redirect(303, `${at}/people?${query.toString()}`);
}

const appoint = (role: ClassMember['role'], done: string) => (event: RequestEvent) =>
  change(event, done, (path) => call(event, 'PUT', path, { role }));

const outside = { type: 'about:blank', title: '', status: 400, code: 'number-outside' };

/** A change of the groups; the answer leads back to them. */
async function changeGroups(
  event: RequestEvent,
  form: string,
  done: string,
  send: (path: `/api/${string}`, values: Record<string, string>) => Promise<Answer<unknown>> | null,
) {
  const data = await event.request.formData();
  const names = ['id', 'name', 'who', 'how', 'groups', 'word'] as const;
  const values = Object.fromEntries(names.map((name) => [name, formText(data, name)]));
  const at = `/classes/${event.params['id'] ?? ''}` as const;
  const answer = await (send(`/api${at}/groups`, values) ?? { ok: false, problem: outside });
  if (!answer.ok) return refuse(form, answer.problem, values);
  redirect(303, `${at}/people?done=${done}#groups`);
}

const ofGroup = ({ id = '' }: Record<string, string>) => encodeURIComponent(id);

export const actions = {
  instructor: appoint('instructor', 'class-role'),
  assistant: appoint('assistant', 'class-role'),
  student: appoint('student', 'class-role'),
  'let-in': appoint('student', 'class-let-in'),
  remove: (event) => change(event, 'class-removed', (path) => call(event, 'DELETE', path)),
  // No redirect: the link is stored nowhere, so this answer is the one place that can show it.
  link: async (event) => {
    const id = formText(await event.request.formData(), 'member');
    const path =
      `/api/classes/${event.params['id'] ?? ''}/members/${encodeURIComponent(id)}/sign-in-link` as const;
    const answer = await call<ClassSignInLink>(event, 'POST', path);
    return answer.ok ? { link: { ...answer.value, id } } : refuse('people', answer.problem, { id });
  },
  move: (event) =>
    change(event, 'class-group-moved', (path, data, id) => {
      const group = formText(data, `group-${id}`);
      return call(event, 'PUT', `${path}/group`, { group: group === '' ? null : group });
    }),
  'group-make': (event) =>
    changeGroups(event, 'group-make', 'class-group', (path, { name = '' }) =>
      call(event, 'POST', path, { name }),
    ),
  'group-name': (event) =>
    changeGroups(event, 'group', 'class-group-named', (path, values) =>
      call(event, 'PUT', `${path}/${ofGroup(values)}`, { name: values['name'] ?? '' }),
    ),
  'group-end': (event) =>
    changeGroups(event, 'group', 'class-group-ended', (path, values) =>
      call(event, 'DELETE', `${path}/${ofGroup(values)}`),
    ),
  divide: (event) =>
    changeGroups(event, 'divide', 'class-groups', (path, { who, how, groups = '', word = '' }) => {
      const number = wholeNumber(groups, limits.classGroups);
      if (number === null) return null;
      const whom = who === 'rest' ? 'rest' : 'all';
      return call(event, 'POST', `${path}/division`, {
        who: whom,
        how: how === 'balanced' ? 'balanced' : 'random',
        groups: number,
        word,
      });
    }),
} satisfies Actions;
