import type { ReleaseChangeForm } from '@glossator/contract';
import { formText } from './form-text.ts';

export type ChangeKind = ReleaseChangeForm['kind'];

interface ReadChange {
  readonly change: ReleaseChangeForm;
  /** What was typed, which goes back into the form. */
  readonly values: Record<string, string>;
}

const lines = (text: string): string[] =>
  text
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');
const addresses = (text: string): string[] =>
  text.split(/[\s,，、;；]+/u).filter((each) => each !== '');

const causes = ['page-loss', 'banner', 'transcriber', 'translator', 'unknown'] as const;
const certainties = ['high', 'medium', 'low'] as const;

/** One change as a form of the draft page sends it; words of ours are in the language of the page. */
export function readChange(kind: ChangeKind, data: FormData, locale: string): ReadChange {
  const text = (name: string): string => formText(data, name);
  const path = text('path');
  const note = { [locale]: text('note').trim() };
  const values: Record<string, string> = {};
  for (const [name, value] of data)
    if (name !== 'draft' && typeof value === 'string')
      values[name] = name === 'settles' ? `${values[name] ?? ''} ${value}`.trim() : value;
  switch (kind) {
    case 'correct':
      return {
        values,
        change: {
          kind,
          path,
          before: text('before'),
          // A text area may wrap what is typed; words of a clause stand on one line.
          after: text('after').trim(),
          cause: causes.find((each) => each === text('cause')) ?? 'unknown',
          certainty: certainties.find((each) => each === text('certainty')) ?? 'medium',
          note,
          evidence: lines(text('evidence')).map((line) => ({ [locale]: line })),
          settles: data.getAll('settles').filter((each) => typeof each === 'string'),
        },
      };
    case 'split': {
      const editions = [...data.keys()].filter((name) => name.startsWith('parts-'));
      const parts = editions.map((name): [string, string[]] => [
        name.slice('parts-'.length),
        lines(text(name)),
      ]);
      return { values, change: { kind, path, parts: Object.fromEntries(parts), note } };
    }
    case 'merge':
      return { values, change: { kind, paths: [path, text('next')], note } };
    case 'move':
      return { values, change: { kind, path, after: text('after').trim(), note } };
    case 'delete':
      return { values, change: { kind, path, successors: addresses(text('successors')), note } };
  }
}
