import type { CommentaryView, ViewerView } from '@glossator/contract';
import type { RequestEvent } from '@sveltejs/kit';
import { call, required } from './api.ts';
import { member, type Person } from './member.ts';

interface Asked extends RequestEvent {
  readonly parent: () => Promise<{ readonly viewer: ViewerView }>;
}

export const commentaryPath = (event: RequestEvent) =>
  `/api/commentaries/${event.params['id'] ?? ''}` as const;

/** The commentary at work, for its authors. */
export async function loadCommentary(
  event: Asked,
): Promise<{ readonly person: Person; readonly commentary: CommentaryView }> {
  const { viewer } = await event.parent();
  const person = member(viewer, event.url);
  const commentary = await call<CommentaryView>(event, 'GET', commentaryPath(event));
  return { person, commentary: required(commentary) };
}
