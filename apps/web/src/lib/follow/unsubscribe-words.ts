import type { UnsubscribeScope } from '@glossator/contract';
import { m } from '#lib/paraglide/messages.js';

interface Words {
  readonly ask: () => string;
  readonly done: () => string;
}

/** What a link in a mail ends, asked and done. */
export const unsubscribeWords: Readonly<Record<UnsubscribeScope, Words>> = {
  all: { ask: m.unsubscribe_all, done: m.unsubscribe_all_done },
  clause: { ask: m.unsubscribe_clause, done: m.unsubscribe_clause_done },
  thread: { ask: m.unsubscribe_thread, done: m.unsubscribe_thread_done },
  person: { ask: m.unsubscribe_person, done: m.unsubscribe_person_done },
  layer: { ask: m.unsubscribe_layer, done: m.unsubscribe_layer_done },
  work: { ask: m.unsubscribe_work, done: m.unsubscribe_work_done },
  summary: { ask: m.unsubscribe_summary, done: m.unsubscribe_summary_done },
};
