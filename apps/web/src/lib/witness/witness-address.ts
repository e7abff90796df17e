import { htmlId } from '@glossator/document';
import { workHref, type WorkPlace } from '../reader/reader-address.ts';

/** Addresses of a copy, of its characters and of the apparatus, made in one place. */

/** Where a clause stands in the pages of the copy: in the first edition that has it. */
export const witnessHref = (place: WorkPlace, clause = ''): string =>
  `${workHref(place)}/witness${clause === '' ? '' : `#${htmlId(clause)}`}`;

export const pageId = (number: number): string => `p-${String(number)}`;

/** The clause of one edition, and a piece of it where a page divides it. */
export const segmentId = (edition: string, path: string, piece: number): string =>
  `${edition}-${htmlId(path).slice(2)}${piece === 0 ? '' : `-${String(piece + 1)}`}`;

export interface Asked {
  readonly edition?: string;
  readonly at?: string;
  /** The number of a character from 1, or words. */
  readonly c?: string | number;
  readonly line?: number;
  readonly column?: number;
}

export function traceHref(place: WorkPlace, asked: Asked): string {
  const query = new URLSearchParams(
    Object.entries(asked).map(([key, value]): [string, string] => [key, String(value)]),
  );
  return `${workHref(place)}/witness/trace?${query.toString()}`;
}

export const entryHref = (place: WorkPlace, edition: string, number: string): string =>
  `${workHref(place)}/app/${edition}/${number}`;

export const entriesHref = (place: WorkPlace): string => `${workHref(place)}/app`;
