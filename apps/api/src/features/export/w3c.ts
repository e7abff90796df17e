import { annotationContext, annotationOf, type Json } from '../w3c/annotation.ts';
import { filterWords, permalink, type Form, type Frame } from './frame.ts';
import type { ExportedNote } from './notes.ts';

function w3cOf(frame: Frame, { row, root, source, said }: ExportedNote): Json {
  const naming = {
    origin: frame.origin,
    work: frame.work,
    iriOf: (id: string) => permalink(frame, id),
  };
  return annotationOf(naming, row, root, source?.id ?? null, said);
}

/** A collection with its one page inside; how many there are is known at the end, and stands there. */
export const w3cForm: Form = {
  type: `application/ld+json; charset=utf-8; profile="${annotationContext}"`,
  extension: 'jsonld',
  begin: (frame) => {
    const id = `${frame.origin}/export?${filterWords(frame.query).replaceAll('; ', '&')}`;
    const head = {
      '@context': annotationContext,
      id: encodeURI(id),
      type: 'AnnotationCollection',
      label: `Notes on ${frame.work.head.slug} (${filterWords(frame.query)})`,
      generated: frame.now,
      generator: { id: frame.origin, type: 'Software', name: 'Glossator' },
    };
    const page = { id: `${head.id}&page=0`, type: 'AnnotationPage', startIndex: 0 };
    return `${JSON.stringify(head).slice(0, -1)},"first":${JSON.stringify(page).slice(0, -1)},"items":[\n`;
  },
  write: (frame, notes, n) =>
    Promise.resolve(
      (n === 0 ? '' : ',\n') + notes.map((note) => JSON.stringify(w3cOf(frame, note))).join(',\n'),
    ),
  end: (_frame, n) => `\n]},"total":${String(n)}}\n`,
};

/** One note a line, each complete by itself. */
export const linesForm: Form = {
  type: 'application/jsonl; charset=utf-8',
  extension: 'jsonl',
  begin: () => '',
  write: (frame, notes) =>
    Promise.resolve(
      notes
        .map(
          (note) => `${JSON.stringify({ '@context': annotationContext, ...w3cOf(frame, note) })}\n`,
        )
        .join(''),
    ),
  end: () => '',
};
