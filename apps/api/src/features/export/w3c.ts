import { motivationsOf } from '../exchange/motivations.ts';
import { addressOf, filterWords, permalink, type Form, type Frame } from './frame.ts';
import type { ExportedNote } from './notes.ts';

/* https://www.w3.org/TR/annotation-model/ */

type Json = Readonly<Record<string, unknown>>;

function targetOf(frame: Frame, { row, root }: ExportedNote): unknown {
  if (row.parent_id !== null) return permalink(frame, row.parent_id);
  if (root.about_id !== null) return permalink(frame, root.about_id);
  const { origin, work } = frame;
  const loci = (root.loci ?? []).map(({ edition, version, uid, ...words }): unknown => {
    const path = work.structure.byUid.get(uid)?.path ?? uid;
    const source = `${origin}/t/${work.head.slug}@${edition}:${version}/${path}`;
    const { start, end, exact, prefix, suffix } = words;
    // Words of an edition that the reader may not see are blank: no selector is better than a false one.
    if (start === null || end === null || exact === '') return source;
    return {
      type: 'SpecificResource',
      source,
      selector: [
        { type: 'TextQuoteSelector', exact, prefix, suffix },
        { type: 'TextPositionSelector', start, end },
      ],
    };
  });
  if (loci.length > 0) return loci.length === 1 ? loci[0] : loci;
  if (root.from_uid === root.to_uid) return `${origin}/id/${root.from_uid}`;
  return `${origin}/t/${work.head.slug}/${addressOf(frame, root)}`;
}

/** One note in the W3C model, with what it needs of ours under names of its own. */
export function w3cOf(frame: Frame, note: ExportedNote): Json {
  const { row, source } = note;
  return {
    id: permalink(frame, row.id),
    type: 'Annotation',
    motivation: motivationsOf(row.kind, row.parent_id !== null),
    created: row.created,
    modified: row.changed,
    ...(row.author_name === ''
      ? {}
      : { creator: { type: 'Person', name: row.author_name, nickname: row.author_handle } }),
    body: [
      {
        type: 'TextualBody',
        format: 'text/markdown',
        purpose: 'commenting',
        value: row.body ?? '',
      },
      ...row.tags.map((value) => ({ type: 'TextualBody', purpose: 'tagging', value })),
    ],
    target: targetOf(frame, note),
    ...(source === null || !/^https?:\/\//.test(source.id) ? {} : { via: source.id }),
  };
}

const context = 'http://www.w3.org/ns/anno.jsonld';

/** A collection with its one page inside; how many there are is known at the end, and stands there. */
export const w3cForm: Form = {
  type: 'application/ld+json; charset=utf-8; profile="http://www.w3.org/ns/anno.jsonld"',
  extension: 'jsonld',
  begin: (frame) => {
    const id = `${frame.origin}/export?${filterWords(frame.query).replaceAll('; ', '&')}`;
    const head = {
      '@context': context,
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
        .map((note) => `${JSON.stringify({ '@context': context, ...w3cOf(frame, note) })}\n`)
        .join(''),
    ),
  end: () => '',
};
