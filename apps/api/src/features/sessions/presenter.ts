import type { ViewerView } from '@glossator/contract';
import { canOnSite, siteRoleNames } from '@glossator/domain';
import { noticeOf } from '../../db/sanctions.ts';
import type { Viewer } from '../../plugins/session.ts';

/** How much waits for somebody. */
export type ToDo = Pick<ViewerView, 'unread' | 'waiting'>;

export function presentViewer(
  { actor, sessionId, person, sanctions = [] }: Viewer,
  { unread, waiting }: ToDo,
): ViewerView {
  return {
    person,
    session: sessionId,
    within: actor.within ?? null,
    roles: siteRoleNames(actor),
    unread,
    waiting,
    sanctions: sanctions.map(noticeOf),
    abilities: {
      'have-account': canOnSite(actor, 'have-account'),
      administer: canOnSite(actor, 'administer'),
      moderate: canOnSite(actor, 'moderate'),
    },
  };
}
