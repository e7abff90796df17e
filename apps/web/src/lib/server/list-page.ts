import type { RequestEvent } from '@sveltejs/kit';
import { call, refuse, required } from './api.ts';

export interface ListPage<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
  /** True where earlier pages were left behind. */
  readonly later: boolean;
}

/** One page of a list of the API, at the cursor in the page's own address. */
export async function listPage<Item, Beside extends object = object>(
  event: RequestEvent,
  path: `/api/${string}`,
): Promise<ListPage<Item> & Beside> {
  const cursor = event.url.searchParams.get('cursor');
  const joint = path.includes('?') ? '&' : '?';
  const query = cursor === null ? '' : `${joint}cursor=${encodeURIComponent(cursor)}`;
  const answer = await call<{ items: Item[]; next: string | null } & Beside>(
    event,
    'GET',
    `${path}${query}`,
  );
  if (!answer.ok && cursor !== null && answer.problem.status === 400) refuse(400, 'cursor-unknown');
  return { ...required(answer), later: cursor !== null };
}
