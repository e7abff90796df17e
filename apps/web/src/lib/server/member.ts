import type { ViewerView } from '@glossator/contract';
import { redirect } from '@sveltejs/kit';
import { refuse } from './api.ts';

export type Person = NonNullable<ViewerView['person']>;

/** The person signed in; anybody else is sent to sign in and led back. */
export function member({ person }: ViewerView, url: URL): Person {
  if (person !== null) return person;
  redirect(303, `/sign-in?back=${encodeURIComponent(url.pathname + url.search)}`);
}

// 404, not 403: an outsider must not learn which pages there are.
export function administrator({ abilities }: ViewerView): void {
  if (!abilities.administer) refuse(404, 'not-found');
}

/** A moderator of any work, or an administrator; a visitor is sent to sign in and led back. */
export function moderator(viewer: ViewerView, url: URL): void {
  member(viewer, url);
  if (!viewer.abilities.moderate) refuse(404, 'not-found');
}
