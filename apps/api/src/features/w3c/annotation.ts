import type { AnnotationRow } from '../annotations/rows.ts';
import { motivationsOf } from '../exchange/motivations.ts';
import { addressBetween } from '../works/address.ts';
import type { LoadedWork } from '../works/text-store.ts';
import type { Said } from './said.ts';

/* A note in the W3C model: https://www.w3.org/TR/annotation-model/ */

export const annotationContext = 'http://www.w3.org/ns/anno.jsonld';
export const annotationType = `application/ld+json; profile="${annotationContext}"`;

export type Json = Readonly<Record<string, unknown>>;

/** Where a note is told of: what things are called there. */
export interface Naming {
  readonly origin: string;
  readonly work: LoadedWork;
  /** The IRI of a note. */
  readonly iriOf: (id: string) => string;
}

function targetOf(naming: Naming, row: AnnotationRow, root: AnnotationRow): unknown {
  if (row.parent_id !== null) return naming.iriOf(row.parent_id);
  if (root.about_id !== null) return naming.iriOf(root.about_id);
  const { origin, work } = naming;
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
  if (root.entry_edition !== null)
    return `${origin}/t/${work.head.slug}/app/${root.entry_edition}/${root.entry_number ?? ''}`;
  if (root.from_uid === root.to_uid) return `${origin}/id/${root.from_uid}`;
  return `${origin}/t/${work.head.slug}/${addressBetween(work.structure, root.from_uid, root.to_uid)}`;
}

/** Markdown and tags, each a body; what a program sent is told as it was sent. */
const bodiesOf = ({ body, tags }: AnnotationRow): Json => ({
  body: [
    { type: 'TextualBody', format: 'text/markdown', purpose: 'commenting', value: body ?? '' },
    ...tags.map((value) => ({ type: 'TextualBody', purpose: 'tagging', value })),
  ],
});

/** The account that a note is written by; nobody where that has been erased. */
export const accountOf = ({ author_name: name, author_handle: nickname }: AnnotationRow) =>
  name === '' ? undefined : { type: 'Person', name, nickname };

/** Under which property the account is told where a program names somebody else as creator. */
export const publisher = 'dcterms:publisher';

/**
 * One note, with what it needs of ours under names of its own. `root` is the first note of its
 * thread, which alone says what the thread points at; `via` the IRI it was brought from. Where a
 * program said something it is told as it was said: the creator, too, and then who published it.
 */
export function annotationOf(
  naming: Naming,
  row: AnnotationRow,
  root: AnnotationRow,
  via: string | null,
  said: Said | null,
): Json {
  const { created, modified, creator, target, ...properties } = said?.properties ?? {};
  const { motivation, ...bodies } = said?.words ?? {};
  const account = accountOf(row);
  return {
    id: naming.iriOf(row.id),
    type: 'Annotation',
    motivation: motivation ?? motivationsOf(row.kind, row.parent_id !== null),
    created: created ?? row.created,
    // A copy keeps the moment it was changed elsewhere until it is changed here.
    modified: (row.version === 1 ? modified : undefined) ?? row.changed,
    creator: creator ?? account,
    ...(creator === undefined || account === undefined ? {} : { [publisher]: account }),
    ...(Object.keys(bodies).length === 0 ? bodiesOf(row) : bodies),
    target: target ?? targetOf(naming, row, root),
    ...(via === null || !/^https?:\/\//.test(via) ? {} : { via }),
    ...properties,
  };
}
