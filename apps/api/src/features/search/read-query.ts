import { limits, type NoteFilter, type SearchQuerystring } from '@glossator/contract';
import {
  checkText,
  codePointLength,
  parseSearch,
  wantedOf,
  type SearchOperator,
  type SearchTerm,
} from '@glossator/document';
import { layerKinds, noteKinds, resolutions } from '@glossator/domain';
import { isDay } from '../../day.ts';
import { Refusal } from '../../refusal.ts';
import { foldText } from './findable.ts';

/** A term as it is compared. */
export interface FoldedTerm extends SearchTerm {
  readonly folded: string;
}
export interface ReadQuery {
  readonly terms: readonly FoldedTerm[];
  readonly filter: NoteFilter;
}

// What no note can hold is not looked for: the database would refuse it.
export function checkWords(...words: readonly string[]): void {
  for (const each of words)
    if (!checkText(each).ok)
      throw new Refusal('text-malformed', 'The search holds characters that no text has.');
}

function oneOf<Known extends string>(
  known: readonly Known[],
  name: SearchOperator,
  value: string,
): Known {
  const found = known.find((each) => each === value.toLowerCase());
  if (found === undefined)
    throw new Refusal(
      'search-operator',
      `${name}: is followed by one of ${known.join(', ')}; “${value}” is none of them.`,
    );
  return found;
}

function dayOf(name: SearchOperator, value: string): string {
  if (isDay(value)) return value;
  throw new Refusal('search-operator', `${name}: is followed by a day such as 2026-01-31.`);
}

/** Adds what an operator says to the filter beside it. */
function narrowed(filter: NoteFilter, name: SearchOperator, value: string): NoteFilter {
  switch (name) {
    case 'by':
      return { ...filter, by: [...(filter.by ?? []), value.replace(/^@/u, '')] };
    case 'tag':
      return { ...filter, tag: [...(filter.tag ?? []), value.replace(/^#/u, '')] };
    case 'kind':
      return { ...filter, kind: [...(filter.kind ?? []), oneOf(noteKinds, name, value)] };
    case 'layer':
      return { ...filter, layer: [...(filter.layer ?? []), oneOf(layerKinds, name, value)] };
    case 'is':
      return { ...filter, is: oneOf(resolutions, name, value) };
    case 'in':
      return { ...filter, in: value };
    case 'work':
      return { ...filter, work: value };
    case 'since':
      return { ...filter, since: dayOf(name, value) };
    case 'until':
      return { ...filter, until: dayOf(name, value) };
  }
}

/** What a person asks for, with the operators in their words put beside the filter. */
export function readQuery({
  q = '',
  scope: _scope,
  cursor: _cursor,
  ...filter
}: SearchQuerystring): ReadQuery {
  if (codePointLength(q) > limits.searchLength)
    throw new Refusal(
      'search-too-long',
      `A search has ${String(limits.searchLength)} characters at most; look for fewer words.`,
    );
  checkWords(q, ...(filter.tag ?? []), ...(filter.by ?? []));
  const { terms, operators } = parseSearch(q);
  if (terms.length > limits.searchTerms || operators.length > limits.searchTerms)
    throw new Refusal(
      'search-too-long',
      `A search has ${String(limits.searchTerms)} words at most.`,
    );
  const folded = terms.flatMap((term) => {
    const text = foldText(term.text).text.replaceAll(/\s+/gu, ' ');
    const wanted = wantedOf(text, term.phrase);
    // Marks alone stand in no index.
    return wanted.whole.length + wanted.beginnings.length === 0 ? [] : [{ ...term, folded: text }];
  });
  if (terms.length > 0 && !folded.some(({ not }) => !not) && operators.length === 0)
    throw new Refusal('search-empty', 'Look for at least one word, number or hanzi.');
  return {
    terms: folded,
    filter: operators.reduce<NoteFilter>(
      (all, { name, value }) => narrowed(all, name, value),
      filter,
    ),
  };
}
