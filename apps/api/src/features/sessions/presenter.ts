import type { ViewerView } from '@glossator/contract';
import { canOnSite, siteRoleNames } from '@glossator/domain';
import { noticeOf } from '../../db/sanctions.ts';
import type { Viewer } from '../../plugins/session.ts';

export function presentViewer(
  { actor, sessionId, person, sanctions = [] }: Viewer,
  unread: number,
): ViewerView {
  return {
    person,
    session: sessionId,
    roles: siteRoleNames(actor),
    unread,
    sanctions: sanctions.map(noticeOf),
    abilities: {
      'have-account': canOnSite(actor, 'have-account'),
      administer: canOnSite(actor, 'administer'),
      moderate: canOnSite(actor, 'moderate'),
    },
  };
}
