import type { AnnotationView, NoteDecision } from '@glossator/contract';
import { call, required } from '#lib/server/api.ts';
import { member } from '#lib/server/member.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  const { viewer } = await event.parent();
  member(viewer, event.url);
  const note = `/api/annotations/${encodeURIComponent(event.params.id)}` as const;
  const [decisions, it] = await Promise.all([
    call<{ items: NoteDecision[] }>(event, 'GET', `${note}/decisions`),
    call<AnnotationView>(event, 'GET', note),
  ]);
  const { review } = required(it);
  return {
    id: event.params.id,
    decisions: required(decisions).items,
    appeals: (review?.appealable ?? review?.appeal ?? null) !== null,
  };
}) satisfies PageServerLoad;
