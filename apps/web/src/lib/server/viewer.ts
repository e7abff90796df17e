import type { ViewerView } from '@glossator/contract';
import type { RequestEvent } from '@sveltejs/kit';
import { call } from './api.ts';
import { hasSession } from './session-cookie.ts';

const visitor: ViewerView = {
  person: null,
  session: null,
  within: null,
  viewAs: null,
  roles: [],
  unread: 0,
  waiting: 0,
  sanctions: [],
  abilities: { 'have-account': false, administer: false, moderate: false },
};

/** Who is asking, for pages whose own answer does not say so. No cookie, no call. */
export async function viewerOf(event: RequestEvent): Promise<ViewerView> {
  if (!hasSession(event.cookies)) return visitor;
  const answer = await call<ViewerView>(event, 'GET', '/api/session');
  return answer.ok ? answer.value : visitor;
}
