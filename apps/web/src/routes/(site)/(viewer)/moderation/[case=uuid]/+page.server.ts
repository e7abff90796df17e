import type { CaseContext } from '@glossator/contract';
import { limits } from '@glossator/contract';
import { compareWords } from '#lib/history/compare-words.ts';
import { call, required } from '#lib/server/api.ts';
import { loadQueue } from '#lib/server/load-queue.ts';
import { member } from '#lib/server/member.ts';
import { caseActions } from '#lib/server/queue-actions.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  const { viewer } = await event.parent();
  member(viewer, event.url);
  const path = `/api/moderation/cases/${encodeURIComponent(event.params.case)}/context` as const;
  const [queue, context] = await Promise.all([
    loadQueue(event),
    call<CaseContext>(event, 'GET', path),
  ]);
  const it = required(context);
  const { note } = it.case;
  // An edit is compared with what readers read now, a note with its former revision.
  const before = note.stands?.body ?? it.former?.body;
  return {
    queue,
    context: it,
    changes: before === undefined ? null : compareWords(before, note.body),
    limit: limits.reasonLength,
  };
}) satisfies PageServerLoad;

export const actions = caseActions;
