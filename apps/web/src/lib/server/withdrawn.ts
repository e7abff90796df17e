import type { Withdrawn } from '@glossator/contract';
import { error } from '@sveltejs/kit';
import { formatInstant } from '../i18n/instant.ts';
import { m } from '../paraglide/messages.js';
import { getLocale } from '../paraglide/runtime.js';
import { required, type Answer } from './api.ts';

/** What was asked for of a release; of one that was withdrawn, the page that says so. */
export function readable<Value>(answer: Answer<Value>): Value {
  if (!answer.ok && answer.problem.code === 'gone') {
    const { slug, number, at, notice } = answer.problem.current as Withdrawn;
    const time = formatInstant(at, getLocale());
    error(410, m.pub_withdrawn({ name: `${slug} ${number}`, time, notice }), {
      code: 'gone',
      way: { href: '/c', text: m.pub_all() },
    });
  }
  return required(answer);
}
