import type { ForeignQuotation } from '@glossator/document';
import type { NoteKind } from '@glossator/domain';
import {
  fieldsOf,
  idOf,
  instantOf,
  listOf,
  oneLine,
  textOf,
  type Fields,
  type ReadNote,
} from './foreign-note.ts';
import { kindOfMotivations } from './motivations.ts';

/* One annotation of the W3C model, as this site exports it: https://www.w3.org/TR/annotation-model/ */

const UID = /\/id\/(s-[0-9a-z]{8})$/;

interface Where {
  readonly quote: ForeignQuotation | null;
  readonly uid: string | null;
  readonly iri: string | null;
}

function quoteOf(selectors: readonly unknown[]): ForeignQuotation | null {
  for (const value of selectors) {
    const selector = fieldsOf(value);
    if (selector?.['type'] === 'TextQuoteSelector' && textOf(selector['exact']).trim() !== '')
      return {
        exact: textOf(selector['exact']),
        prefix: textOf(selector['prefix']),
        suffix: textOf(selector['suffix']),
      };
  }
  return null;
}

/** Several targets are one passage in a row: its words joined, the context of both ends. */
function whereOf(targets: readonly unknown[]): Where {
  const [first] = targets;
  if (typeof first === 'string')
    return { quote: null, uid: UID.exec(first)?.[1] ?? null, iri: first };
  const quotes = targets.map((each) => quoteOf(listOf(fieldsOf(each)?.['selector'])));
  const [from, to] = [quotes[0], quotes.at(-1)];
  if (from == null || to == null || quotes.includes(null))
    return {
      quote: null,
      uid: UID.exec(textOf(fieldsOf(first)?.['source']))?.[1] ?? null,
      iri: null,
    };
  return {
    quote: {
      exact: quotes.map((each) => each?.exact ?? '').join(' '),
      prefix: from.prefix,
      suffix: to.suffix,
    },
    uid: null,
    iri: null,
  };
}

function nameOf(creator: unknown): string {
  if (typeof creator === 'string') return creator;
  const person = fieldsOf(creator);
  return textOf(person?.['name']) || textOf(person?.['nickname']) || textOf(person?.['id']);
}

/** A body that is elsewhere says its address. */
const valued = (body: Fields | null): Fields | null =>
  body === null || 'value' in body ? body : { ...body, value: body['source'] ?? body['id'] };

export function readW3cNote(value: unknown): ReadNote {
  const note = fieldsOf(value);
  const id = idOf(note?.['id']);
  if (note === null || id === null) return { ok: false, id: id ?? '', reason: 'malformed' };
  const bodies = [...listOf(note['body']), ...listOf(note['bodyValue'])].map((each) =>
    typeof each === 'string' ? { purpose: 'commenting', value: each } : valued(fieldsOf(each)),
  );
  if (bodies.some((body) => body === null || typeof body['value'] !== 'string'))
    return { ok: false, id, reason: 'malformed' };
  const words = (isTag: boolean): string[] =>
    bodies
      .filter((body) => (body?.['purpose'] === 'tagging') === isTag)
      .map((body) => textOf(body?.['value']));
  const motivations = listOf(note['motivation']).map(textOf);
  const where = whereOf(listOf(note['target']));
  const isReply = motivations.includes('replying') && where.iri !== null && where.uid === null;
  const kind: NoteKind = kindOfMotivations(motivations);
  return {
    ok: true,
    note: {
      id,
      parent: isReply ? idOf(where.iri) : null,
      quote: where.quote,
      uid: where.uid,
      body: words(false).join('\n\n'),
      tags: words(true),
      kind,
      author: oneLine(nameOf(listOf(note['creator'])[0]), 200),
      written: instantOf(note['created']),
    },
  };
}
