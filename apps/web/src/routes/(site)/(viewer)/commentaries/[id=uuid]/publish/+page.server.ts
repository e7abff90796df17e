import type { FollowSettings, Problem, PublicationView } from '@glossator/contract';
import { redirect, type Actions, type RequestEvent } from '@sveltejs/kit';
import { call, required, type Answer } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { commentaryPath } from '#lib/server/load-commentary.ts';
import { toLocalTime } from '#lib/server/local-time.ts';
import { member } from '#lib/server/member.ts';
import { refuse } from '#lib/server/refuse.ts';
import { typedMoment } from '#lib/server/typed-moment.ts';
import { zones } from '#lib/server/zones.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  const { viewer } = await event.parent();
  member(viewer, event.url);
  const [publication, settings] = await Promise.all([
    call<PublicationView>(event, 'GET', `${commentaryPath(event)}/checks`),
    call<FollowSettings>(event, 'GET', '/api/following/settings'),
  ]);
  const view = required(publication);
  const { schedule } = view;
  return {
    view,
    zones,
    zone: required(settings).zone,
    /** By the clocks of the zone in which it was set. */
    due: schedule && toLocalTime(schedule.at, schedule.zone).replace('T', ' '),
  };
}) satisfies PageServerLoad;

/** Sends one form, whose fields come back with what was refused. */
async function act<Values extends Record<string, string>>(
  event: RequestEvent,
  form: string,
  done: string,
  values: Values,
  send: (path: ReturnType<typeof commentaryPath>) => Promise<Answer<unknown>>,
) {
  const answer = await send(commentaryPath(event));
  if (!answer.ok) return refuse(form, answer.problem, values);
  redirect(303, `/commentaries/${event.params['id'] ?? ''}/publish?done=${done}`);
}

async function fieldsOf<Name extends string>(event: RequestEvent, ...names: readonly Name[]) {
  const data = await event.request.formData();
  const seen = Number(formText(data, 'seen')) || 0;
  const values = Object.fromEntries(names.map((name) => [name, formText(data, name)]));
  return { seen, values: values as Record<Name, string> };
}

const takeDown = async (event: RequestEvent, form: 'retraction' | 'withdrawal', done: string) => {
  const { seen, values } = await fieldsOf(event, 'notice', 'reason');
  return act(event, form, done, values, (path) =>
    call(event, 'POST', `${path}/${form}`, { ...values, seen }),
  );
};

const malformed: Problem = {
  ...{ type: 'about:blank', title: '', status: 422, code: 'request-malformed' },
};

export const actions = {
  now: async (event) => {
    const { seen, values } = await fieldsOf(event, 'number', 'change');
    return act(event, 'now', 'commentary-published', values, (path) =>
      call(event, 'POST', `${path}/releases`, { ...values, seen }),
    );
  },
  later: async (event) => {
    const { seen, values } = await fieldsOf(event, 'number', 'change', 'at', 'zone');
    const { number, change, zone } = values;
    const time = typedMoment(values.at, { zone, was: [] });
    if ('error' in time) return refuse('later', malformed, { ...values, wrong: time.error });
    const said = { number, change, zone, at: time.instant, seen };
    return act(event, 'later', 'commentary-scheduled', { ...values, wrong: '' }, (path) =>
      call(event, 'PUT', `${path}/schedule`, said),
    );
  },
  cancel: async (event) => {
    const { seen, values } = await fieldsOf(event, 'decision', 'reason');
    const { decision, reason } = values;
    return act(event, 'cancel', 'commentary-unscheduled', values, (path) =>
      call(event, 'POST', `${path}/decisions/${encodeURIComponent(decision)}/undoing`, {
        ...{ reason, message: '', seen },
      }),
    );
  },
  retract: (event) => takeDown(event, 'retraction', 'commentary-retracted'),
  withdraw: (event) => takeDown(event, 'withdrawal', 'commentary-withdrawn'),
} satisfies Actions;
