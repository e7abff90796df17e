import { limits, type HoldRulesView, type WordListView } from '@glossator/contract';
import { wordListLimits } from '@glossator/domain';
import { redirect, type Actions } from '@sveltejs/kit';
import { call, required } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { member } from '#lib/server/member.ts';
import { refuse } from '#lib/server/refuse.ts';
import type { PageServerLoad } from './$types.js';

const listPath = (id: string | undefined): `/api/${string}` =>
  `/api/moderation/word-lists/${encodeURIComponent(id ?? '')}`;
const rulesPath = (work: string | undefined): `/api/${string}` =>
  `/api/moderation/rules/${encodeURIComponent(work ?? '')}`;

export const load = (async (event) => {
  const { viewer } = await event.parent();
  member(viewer, event.url);
  const { work, list: id } = event.params;
  const [rules, list] = await Promise.all([
    call<HoldRulesView>(event, 'GET', rulesPath(work)),
    id === 'new' ? null : call<WordListView>(event, 'GET', listPath(id)),
  ]);
  return {
    list: list === null ? null : required(list),
    work: required(rules).work,
    changeForAll: required(rules).abilities.changeForAll,
    limits: { ...wordListLimits, name: limits.nameLength },
  };
}) satisfies PageServerLoad;

export const actions = {
  save: async (event) => {
    const { work, list: id } = event.params;
    const data = await event.request.formData();
    const values = {
      name: formText(data, 'name'),
      pasted: formText(data, 'pasted'),
      scope: formText(data, 'scope'),
      told: formText(data, 'told'),
      publish: formText(data, 'publish'),
    };
    const written = {
      name: values.name,
      pasted: values.pasted,
      isTold: values.told !== '',
      holdsInPublish: values.publish !== '',
    };
    const answer =
      id === 'new'
        ? await call(event, 'POST', '/api/moderation/word-lists', {
            ...written,
            work: values.scope === 'all' ? null : work,
          })
        : await call(event, 'PUT', listPath(id), {
            ...written,
            version: Number(formText(data, 'version')),
          });
    if (!answer.ok) return refuse('save', answer.problem, values);
    redirect(303, `/moderation/rules/${String(work)}?done=word-list`);
  },
  drop: async (event) => {
    const { work, list: id } = event.params;
    const version = formText(await event.request.formData(), 'version');
    const query = new URLSearchParams({ version }).toString();
    const answer = await call(event, 'DELETE', `${listPath(id)}?${query}`);
    // One that is gone meanwhile is what was asked for.
    if (!answer.ok && answer.problem.status !== 404) return refuse('drop', answer.problem, {});
    redirect(303, `/moderation/rules/${String(work)}?done=word-list-gone`);
  },
} satisfies Actions;
