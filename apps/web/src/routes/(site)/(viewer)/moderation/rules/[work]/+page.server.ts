import { limits, type HoldRulesView, type HoldVerdict } from '@glossator/contract';
import { redirect, type Actions } from '@sveltejs/kit';
import { call, required } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { member } from '#lib/server/member.ts';
import { refuse } from '#lib/server/refuse.ts';
import { ruleForm } from '#lib/server/rule-form.ts';
import type { PageServerLoad } from './$types.js';

const apiPath = (work: string | undefined): `/api/${string}` =>
  `/api/moderation/rules/${encodeURIComponent(work ?? '')}`;

export const load = (async (event) => {
  const { viewer } = await event.parent();
  member(viewer, event.url);
  const path = apiPath(event.params.work);
  return {
    rules: required(await call<HoldRulesView>(event, 'GET', path)),
    bodyLength: limits.noteLength,
  };
}) satisfies PageServerLoad;

export const actions = {
  rule: async (event) => {
    const { values, rule } = ruleForm(await event.request.formData());
    const answer = await call(event, 'PUT', apiPath(event.params.work), rule);
    if (!answer.ok) return refuse('rule', answer.problem, values);
    redirect(303, `${event.url.pathname}?done=rule`);
  },
  drop: async (event) => {
    const data = await event.request.formData();
    const [address, version] = [formText(data, 'address'), formText(data, 'version')];
    const values: Record<string, string> = { address };
    const query = new URLSearchParams({ address, version }).toString();
    const answer = await call(event, 'DELETE', `${apiPath(event.params.work)}?${query}`);
    // One that is gone meanwhile is what was asked for.
    if (!answer.ok && answer.problem.status !== 404) return refuse('drop', answer.problem, values);
    redirect(303, `${event.url.pathname}?done=rule-gone`);
  },
  // What is tried is in the answer alone: an address would be kept by the browser and by logs.
  try: async (event) => {
    const data = await event.request.formData();
    const values: Record<string, string> & { body: string; address: string } = {
      body: formText(data, 'body'),
      address: formText(data, 'address').trim(),
      author: formText(data, 'author'),
    };
    const answer = await call<HoldVerdict>(event, 'POST', `${apiPath(event.params.work)}/trial`, {
      body: values.body,
      address: values.address === '' ? null : values.address,
      newcomer: values['author'] !== 'trusted',
    });
    if (!answer.ok) return refuse('try', answer.problem, values);
    return { tried: { verdict: answer.value, values } };
  },
} satisfies Actions;
