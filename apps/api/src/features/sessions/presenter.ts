import type { ViewerView } from '@glossator/contract';
import { canOnSite, siteRoleNames } from '@glossator/domain';
import { noticeOf } from '../../db/sanctions.ts';
import { presentViewAs } from '../view-as/find.ts';
import type { Viewer } from '../../plugins/session.ts';

/** How much waits for somebody. */
export type ToDo = Pick<ViewerView, 'unread' | 'waiting'>;

export function presentViewer(
  { actor: reader, self: actor = reader, sessionId, person, sanctions = [], viewAs }: Viewer,
  { unread, waiting }: ToDo,
): ViewerView {
  return {
    person,
    session: sessionId,
    within: actor.within ?? null,
    viewAs: viewAs === undefined ? null : presentViewAs(viewAs),
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
