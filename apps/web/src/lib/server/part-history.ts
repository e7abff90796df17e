import type { PartRevision, PartView } from '@glossator/contract';
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { compareWords } from '../history/compare-words.ts';
import { problemSentence } from '../problem/sentence.ts';
import { call } from './api.ts';
import { formText } from './form-text.ts';
import { listPage } from './list-page.ts';
import { commentaryPath } from './load-commentary.ts';

const partPath = (event: RequestEvent) =>
  `${commentaryPath(event)}/parts/${encodeURIComponent(event.params['part'] ?? '')}` as const;

/** Revisions of a part, the newest first, each beside what it came from. */
export async function partHistory(event: RequestEvent) {
  const { items, next, later } = await listPage<PartRevision>(
    event,
    `${partPath(event)}/revisions`,
  );
  const revisions = items.map((revision, n) => {
    const before = items[n + 1];
    const isSame = before === undefined || before.body === revision.body;
    return {
      ...revision,
      changes: isSame ? null : compareWords(before.body, revision.body),
      from: before ?? null,
    };
  });
  return { revisions, next, later };
}
export type PartHistory = Awaited<ReturnType<typeof partHistory>>;

export async function restorePart(event: RequestEvent) {
  const data = await event.request.formData();
  const [number, version] = [Number(formText(data, 'number')), Number(formText(data, 'version'))];
  const answer = await call<PartView>(event, 'POST', `${partPath(event)}/restoration`, {
    number,
    version,
  });
  if (!answer.ok)
    return fail(answer.problem.status, { restoring: problemSentence(answer.problem.code) });
  const { commentary, id } = answer.value;
  redirect(303, `/commentaries/${commentary}/parts/${id}?done=commentary-restored`);
}
