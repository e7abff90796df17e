import type { TextImportDesk } from '@glossator/contract';
import { redirect } from '@sveltejs/kit';
import { call, required } from '#lib/server/api.ts';
import { member } from '#lib/server/member.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  const { viewer } = await event.parent();
  member(viewer, event.url);
  const asked = event.url.searchParams.get('from') ?? '0';
  const from = /^\d{1,6}$/.test(asked) ? asked : '0';
  const path = `/api/text-imports/${event.params.id}/rows?from=${from}` as const;
  const answer = await call<TextImportDesk>(event, 'GET', path);
  // Still being read, or published: its page says what it is.
  if (!answer.ok && answer.problem.code === 'text-import-not-ready')
    redirect(303, `/works/imports/${event.params.id}`);
  return { desk: required(answer) };
}) satisfies PageServerLoad;
