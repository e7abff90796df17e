import { wantedOf } from '@glossator/document';
import type { FoldedTerm } from './read-query.ts';

/** A token quoted for the server: nothing in it is an operator. */
const quoted = (token: string): string =>
  `'${token.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

/** What terms ask of the index; null where they ask nothing. */
export function tsqueryOf(terms: readonly FoldedTerm[]): string | null {
  const parts = terms
    .filter(({ not }) => !not)
    .flatMap(({ folded, phrase }) => {
      const { whole, beginnings } = wantedOf(folded, phrase);
      return [...whole.map(quoted), ...beginnings.map((each) => `${quoted(each)}:*`)];
    });
  return parts.length === 0 ? null : [...new Set(parts)].join(' & ');
}

/** Stretches that must stand in the text as they are: pairs of hanzi may stand apart, words anywhere. */
export const stretchesOf = (terms: readonly FoldedTerm[]): readonly string[] =>
  terms
    .filter(({ not, folded, phrase }) => !not && (phrase || isLong(folded)))
    .map(({ folded }) => folded);

const isLong = (folded: string): boolean => (folded.match(/\p{Script=Han}/gu)?.length ?? 0) > 2;
