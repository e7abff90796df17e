import type { Problem, WithdrawnWork } from '@glossator/contract';
import { error } from '@sveltejs/kit';
import { formatInstant } from '../i18n/instant.ts';
import { localised } from '../i18n/localised.ts';
import { m } from '../paraglide/messages.js';
import { getLocale } from '../paraglide/runtime.js';
import { withdrawalWords } from './withdrawal-words.ts';

/** What stands at the address of a text that was public: that it was, since when it is not, and why. */
export function refuseWithdrawn({ status, current }: Problem): never {
  const { titles, withdrawn, reason, words } = current as WithdrawnWork;
  const locale = getLocale();
  const told = m.own_withdrawn_sentence({
    title: localised(titles, locale).text,
    day: formatInstant(withdrawn, locale),
    reason: withdrawalWords(reason),
  });
  error(status, words === '' ? told : `${told} ${words}`, {
    code: 'work-withdrawn',
    way: { href: '/account/export', text: m.own_withdrawn_notes() },
  });
}
