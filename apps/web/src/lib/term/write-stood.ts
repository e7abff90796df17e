import type { FormRow } from './term-values.ts';

/** What stood of a row, as a form carries it along and `typedRows` reads it. */
export const writeStood = ({ stood }: FormRow): string =>
  stood === null
    ? ''
    : JSON.stringify([stood.version, stood.isPublished, stood.values, stood.moments]);
