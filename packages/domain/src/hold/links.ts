import { findLinks } from './find-links.ts';
import { isNewcomer } from './newcomer.ts';
import type { Phase } from './question.ts';
import { holdModes } from './settings.ts';

/**
 * A note with more links than anybody may write, or a newcomer with more than newcomers may, is
 * held in every mode. Of a public note the links that were not there count: a newcomer adds none
 * unread, for a clean note that gets its links afterwards is the oldest trick; anybody else may
 * add some while the note stays within the limit.
 */
export const links: Phase = {
  name: 'links',
  modes: holdModes,
  holdsStaff: false,
  judge(question) {
    const { body, previousBody, settings } = question;
    const all = findLinks(body);
    const before = previousBody === null ? new Set<string>() : findLinks(previousBody);
    const added = [...all].filter((one) => !before.has(one)).length;
    const newcomer = isNewcomer(question);
    if (previousBody !== null && newcomer && added > 0)
      return { phase: 'links', kind: 'added', links: added, limit: 0 };
    if (added > 0 && all.size > settings.maxLinks)
      return { phase: 'links', kind: 'many', links: all.size, limit: settings.maxLinks };
    if (added > 0 && newcomer && all.size > settings.newcomerLinks)
      return { phase: 'links', kind: 'newcomer', links: all.size, limit: settings.newcomerLinks };
    return null;
  },
};
