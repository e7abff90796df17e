import { limits, type ClassCode, type ClassTexts } from '@glossator/contract';
import { writeJoinCode } from '@glossator/domain';
import { redirect, type Actions } from '@sveltejs/kit';
import { wholeNumber } from '#lib/forms/whole-number.ts';
import { call, required } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { listAssignments } from '#lib/server/list-assignments.ts';
import { qrPicture } from '#lib/server/qr-picture.ts';
import { refuse } from '#lib/server/refuse.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  const { url, params } = event;
  const view = (await event.parent()).class;
  const { code, zone } = view;
  const shown = code === null ? null : { ...code, zone, code: writeJoinCode(code.code) };
  const projected = url.searchParams.get('show') === 'code';
  if (projected && shown === null) redirect(303, `/classes/${params.id}#code`);
  const link = `${url.origin}/join/${code?.code ?? ''}`;
  return {
    code: shown,
    projected,
    assignments: projected ? null : await listAssignments(event, view),
    texts:
      projected || view.erased !== null
        ? null
        : required(await call<ClassTexts>(event, 'GET', `/api/classes/${params.id}/texts`)),
    join: { address: `${url.host}/join`, link, picture: projected ? qrPicture(link) : null },
    limits: { days: limits.codeDays, places: limits.classPeople },
  };
}) satisfies PageServerLoad;

export const actions = {
  make: async (event) => {
    const data = await event.request.formData();
    const values = { days: formText(data, 'days'), places: formText(data, 'places') };
    const days = wholeNumber(values.days, limits.codeDays);
    const places = wholeNumber(values.places, limits.classPeople);
    if (days === null || places === null) {
      const outside = { type: 'about:blank', title: '', status: 400, code: 'number-outside' };
      return refuse('code', outside, values);
    }
    const path = `/api/classes/${event.params.id}/code` as const;
    const answer = await call<ClassCode>(event, 'POST', path, { days, places });
    if (!answer.ok) return refuse('code', answer.problem, values);
    redirect(303, `/classes/${event.params.id}?done=class-code#code`);
  },
  end: async (event) => {
    const answer = await call(event, 'DELETE', `/api/classes/${event.params.id}/code`);
    if (!answer.ok) return refuse('end', answer.problem, {});
    redirect(303, `/classes/${event.params.id}?done=class-code-ended#code`);
  },
} satisfies Actions;
