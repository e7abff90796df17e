import type { TextImportDesk } from '@glossator/contract';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { call, required } from './api.ts';

/** A stretch of a text that somebody brings, from the row on that the address asks for. */
export async function deskOf(event: RequestEvent, id: string): Promise<TextImportDesk> {
  const asked = event.url.searchParams.get('from') ?? '0';
  const from = /^\d{1,6}$/.test(asked) ? asked : '0';
  const answer = await call<TextImportDesk>(
    event,
    'GET',
    `/api/text-imports/${id}/rows?from=${from}`,
  );
  // Still being read, or published: its page says what it is.
  if (!answer.ok && answer.problem.code === 'text-import-not-ready')
    redirect(303, `/works/imports/${id}`);
  return required(answer);
}
