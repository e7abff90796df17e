import type {
  ClauseCompletion,
  NoteCard,
  PersonCompletions,
  ReferenceCompletions,
} from '@glossator/contract';
import type { LayerKind } from '@glossator/domain';
import { Completion } from '#lib/complete/completion.svelte.ts';
import { noteTriggers } from '#lib/complete/trigger.ts';

export type Suggestion =
  | { readonly kind: 'clause'; readonly clause: ClauseCompletion }
  | { readonly kind: 'note'; readonly note: NoteCard }
  | { readonly kind: 'person'; readonly person: PersonCompletions['people'][number] };

export function keyOf(each: Suggestion): string {
  switch (each.kind) {
    case 'clause':
      return `c${each.clause.address}`;
    case 'note':
      return `n${each.note.id}`;
    case 'person':
      return `p${each.person.handle}`;
  }
}

function insertOf(each: Suggestion): string {
  switch (each.kind) {
    case 'clause':
      return `[[${each.clause.address}]]`;
    case 'note':
      return `[[#${each.note.id}]]`;
    case 'person':
      return `@${each.person.handle} `;
  }
}

export interface Where {
  readonly work: string;
  /** Whoever reads this layer must be able to see what is offered. */
  readonly layer: LayerKind;
}

async function ask<View>(
  what: string,
  q: string,
  { work, layer }: Where,
  signal: AbortSignal,
): Promise<View> {
  const query = new URLSearchParams({ q, work, layer });
  const answer = await fetch(`/api/completions/${what}?${query.toString()}`, { signal });
  if (!answer.ok) throw new Error(`no completions: ${String(answer.status)}`);
  return (await answer.json()) as View;
}

export async function tagsFor(q: string, where: Where, signal: AbortSignal): Promise<string[]> {
  return (await ask<{ tags: string[] }>('tags', q, where, signal)).tags;
}

/** Clauses, notes and people, as the words of a note refer to them. */
export const noteCompletion = (where: () => Where) =>
  new Completion<(typeof noteTriggers)[number]['kind'], Suggestion>({
    triggers: noteTriggers,
    insert: insertOf,
    load: async ({ kind, query }, signal) => {
      if (kind === 'person') {
        const { people } = await ask<PersonCompletions>('people', query, where(), signal);
        return people.map((person) => ({ kind: 'person' as const, person }));
      }
      const found = await ask<ReferenceCompletions>('references', query, where(), signal);
      return [
        ...found.clauses.map((clause) => ({ kind: 'clause' as const, clause })),
        ...found.notes.map((note) => ({ kind: 'note' as const, note })),
      ];
    },
  });
