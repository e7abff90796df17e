import type { Problem, SessionView } from '@glossator/contract';
import type { RequestEvent } from '@sveltejs/kit';
import { call } from './api.ts';

interface Page {
  readonly items: readonly SessionView[];
  readonly next: string | null;
}

/** Ends every session but the one that asks; the first refusal, or null. */
export async function endOtherSessions(event: RequestEvent): Promise<Problem | null> {
  for (let cursor = ''; ;) {
    const answer = await call<Page>(event, 'GET', `/api/sessions${cursor}`);
    if (!answer.ok) return answer.problem;
    for (const { id, current } of answer.value.items) {
      if (current) continue;
      const ended = await call(event, 'DELETE', `/api/sessions/${id}`);
      if (!ended.ok && ended.problem.status !== 404) return ended.problem;
    }
    if (answer.value.next === null) return null;
    cursor = `?cursor=${encodeURIComponent(answer.value.next)}`;
  }
}
