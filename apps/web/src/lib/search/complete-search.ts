import type { SearchCompletions } from '@glossator/contract';
import { resolutions } from '@glossator/domain';
import { Completion } from '#lib/complete/completion.svelte.ts';
import { kindName, kinds } from '#lib/notes/kind-words.ts';
import { layerName, layers } from '#lib/notes/layer-words.ts';
import { m } from '#lib/paraglide/messages.js';
import { daysBack } from './days-back.ts';
import { operatorWords } from './operator-words.ts';
import { operators, searchTriggers, type Operator, type SearchTrigger } from './search-triggers.ts';

export interface Suggestion {
  /** What is put in, and what is shown of it. */
  readonly insert: string;
  readonly value: string;
  readonly words: readonly { readonly lang: string; readonly text: string }[];
  /** An operator, whose value comes next. */
  readonly again: boolean;
}

const quoted = (value: string): string => (/\s/u.test(value) ? `"${value}"` : value);
const named = (
  name: Operator,
  value: string,
  words: Suggestion['words'] = [],
  before = '',
): Suggestion => ({
  insert: `${before}${name}:${quoted(value)} `,
  value,
  words,
  again: false,
});

interface Known {
  readonly value: string;
  readonly text: string;
}
const resolutionWords = { open: m.filter_open, resolved: m.filter_resolved };
const closedLists = {
  kind: () => kinds.map((value) => ({ value, text: kindName(value) })),
  layer: () => layers.map((value) => ({ value, text: layerName(value) })),
  is: () => resolutions.map((value) => ({ value, text: resolutionWords[value]() })),
  since: daysBack,
  until: daysBack,
} satisfies Partial<Record<Operator, () => readonly Known[]>>;
const isClosed = (name: Operator): name is keyof typeof closedLists => name in closedLists;

async function ask(
  what: string,
  q: string,
  work: string | null,
  signal: AbortSignal,
): Promise<SearchCompletions['items']> {
  const query = new URLSearchParams({ what, q, ...(work === null ? {} : { work }) });
  const answer = await fetch(`/api/completions/search?${query.toString()}`, { signal });
  if (!answer.ok) throw new Error(`no completions: ${String(answer.status)}`);
  return ((await answer.json()) as SearchCompletions).items;
}

/** A search in one field: operators, and what stands behind them. `work` is the one searched in. */
export function searchCompletion(work: () => string | null): Completion<SearchTrigger, Suggestion> {
  async function load(
    name: SearchTrigger,
    q: string,
    signal: AbortSignal,
  ): Promise<readonly Suggestion[]> {
    if (name === 'operator')
      return operators
        .filter((each) => each.startsWith(q.toLowerCase()))
        .map((each) => ({
          insert: `${each}:`,
          value: `${each}:`,
          words: [{ lang: '', text: operatorWords(each) }],
          again: true,
        }));
    if (isClosed(name))
      return closedLists[name]()
        .filter(({ value, text }) => value.startsWith(q) || text.toLowerCase().startsWith(q))
        .map(({ value, text }) => named(name, value, [{ lang: '', text }]));
    if (name !== 'in' || work() !== null)
      return (await ask(name, q, work(), signal)).map(({ value, words }) =>
        named(name, value, words),
      );
    // A clause is one of a text: where there is only one, that is it.
    const [only, ...others] = await ask('work', '', null, signal);
    if (only === undefined || others.length > 0) return [];
    const clauses = await ask('in', q, only.value, signal);
    return clauses.map(({ value, words }) => named('in', value, words, `work:${only.value} `));
  }

  return new Completion<SearchTrigger, Suggestion>({
    triggers: searchTriggers,
    // A search is sent by Enter.
    preselects: false,
    insert: ({ insert }) => insert,
    goesOn: ({ again }) => again,
    load: async ({ kind, query }, signal) => {
      const q = query.replace(/^"/u, '').toLowerCase();
      const found = await load(kind, q, signal);
      return found.length === 1 && found[0]?.value.toLowerCase() === q ? [] : found;
    },
  });
}
