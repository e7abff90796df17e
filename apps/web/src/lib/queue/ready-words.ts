import type { DeskView, Locale } from '@glossator/contract';
import { refusalReasons } from '@glossator/domain';
import { reasonTold } from '#lib/moderation/reason-words.ts';

/** Words ready for an author: those of the reason in the author's language, or one's own by id. */
export function readyWords(
  chosen: string,
  reason: string,
  locale: Locale,
  replies: DeskView['replies'],
): string {
  if (chosen !== '') return replies.find(({ id }) => id === chosen)?.words ?? '';
  const known = refusalReasons.find((each) => each === reason);
  return known === undefined ? '' : reasonTold(known, locale);
}

/** What was written stays: ready words come after it. */
export const putIn = (words: string, ready: string): string =>
  ready === '' || words.includes(ready)
    ? words
    : words.trim() === ''
      ? ready
      : `${words.trimEnd()}\n\n${ready}`;
