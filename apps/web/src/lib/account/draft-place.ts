import { clauseHref } from '../reader/reader-address.ts';
import { m } from '#lib/paraglide/messages.js';

export interface DraftLink {
  readonly href: string;
  readonly title: string;
}

/** Where a draft is waiting: the clause it is about, or the note it answers or changes. */
export function draftLink(place: string): DraftLink {
  const [kind = '', first = '', address = '', assignment] = place.split(':');
  if (kind === 'new')
    return {
      href: clauseHref({ slug: first, pins: '', assignment }, address),
      title: m.account_draft_new({ address, work: first }),
    };
  return {
    href: `/n/${first}`,
    title: kind === 'reply' ? m.account_draft_reply() : m.account_draft_edit(),
  };
}
