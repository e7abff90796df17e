import type { ForeignQuotation } from '@glossator/document';
import {
  fieldsOf,
  idOf,
  instantOf,
  listOf,
  oneLine,
  textOf,
  type ReadNote,
} from './foreign-note.ts';

/*
 * One annotation of Hypothesis, as its API answers a search and as its client exports: the same shape.
 * https://h.readthedocs.io/en/latest/api-reference/
 */

const UID = /^s-[0-9a-hjkmnp-tv-z]{8}$/;

interface Where {
  readonly quote: ForeignQuotation | null;
  readonly uid: string | null;
}

// A note has one target there; those after it were never kept by the server.
function whereOf(target: unknown): Where {
  const selectors = listOf(fieldsOf(listOf(target)[0])?.['selector']).map(fieldsOf);
  const words = selectors.find((each) => each?.['type'] === 'TextQuoteSelector');
  const fragment = selectors.find((each) => each?.['type'] === 'FragmentSelector');
  const uid = textOf(fragment?.['value']);
  return {
    quote:
      words == null || textOf(words['exact']).trim() === ''
        ? null
        : {
            exact: textOf(words['exact']),
            prefix: textOf(words['prefix']),
            suffix: textOf(words['suffix']),
          },
    uid: UID.test(uid) ? uid : null,
  };
}

export function readHypothesisNote(value: unknown): ReadNote {
  const note = fieldsOf(value);
  const id = idOf(note?.['id']);
  if (note === null || id === null) return { ok: false, id: id ?? '', reason: 'malformed' };
  const references = note['references'];
  const isShaped =
    (note['text'] === undefined || typeof note['text'] === 'string') &&
    (references == null || (Array.isArray(references) && references.every((each) => idOf(each)))) &&
    (note['tags'] == null || Array.isArray(note['tags']));
  if (!isShaped) return { ok: false, id, reason: 'malformed' };
  return {
    ok: true,
    note: {
      id,
      // From the root to the note that is answered.
      parent: idOf(listOf(references).at(-1)),
      ...whereOf(note['target']),
      body: textOf(note['text']),
      tags: listOf(note['tags']).filter((each) => typeof each === 'string'),
      kind: 'comment',
      author: oneLine(textOf(note['user']), 200),
      written: instantOf(note['created']),
    },
  };
}
