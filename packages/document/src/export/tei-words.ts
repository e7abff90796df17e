import type { ElementContent } from 'xast';
import { x } from 'xastscript';
import type { ApparatusEntry, EditionVersion, SegmentText } from '../model.ts';
import { codePointLength, codePointSlice } from '../offsets.ts';
import type { Leaf } from './text-tree.ts';
import { xmlText } from './xml.ts';

/** xml:id of an entry. Ids of editions may begin with a figure, which names in XML may not. */
export const entryId = (edition: string, number: string): string => `a.${edition}.${number}`;

/** Of one end of one of its places; where nothing is enclosed the two are one. */
export const placeId = (
  edition: string,
  number: string,
  locus: number,
  end: 'from' | 'to',
): string => `${entryId(edition, number)}.${String(locus + 1)}.${end}`;

export const segmentId = (edition: string, uid: string): string => `w.${edition}.${uid}`;

interface Mark {
  readonly at: number;
  /** Ends come before starts, so that what stands side by side is not nested. */
  readonly order: number;
  readonly node: ElementContent;
}

/** The element of a gap: extent as TEI counts it. */
export function gapElement({ cause, certainty, extent }: ApparatusEntry): ElementContent {
  const [first] = extent;
  return x('gap', {
    reason: cause,
    ...(first === undefined
      ? {}
      : {
          unit: first.unit,
          quantity: String(first.quantity),
          ...(first.estimated ? { precision: 'medium' } : {}),
        }),
    cert: certainty,
  });
}

function marksIn(text: SegmentText, { edition, limbs, apparatus }: EditionVersion): Mark[] {
  const marks: Mark[] = [];
  for (const entry of apparatus)
    for (const [n, locus] of entry.loci.entries()) {
      if (locus.uid !== text.uid || locus.start === null || locus.end === null) continue;
      const id = (end: 'from' | 'to'): string => placeId(edition.id, entry.number, n, end);
      marks.push({ at: locus.start, order: 2, node: x('anchor', { 'xml:id': id('from') }) });
      if (entry.kind === 'gap') marks.push({ at: locus.start, order: 3, node: gapElement(entry) });
      if (locus.end > locus.start)
        marks.push({ at: locus.end, order: 0, node: x('anchor', { 'xml:id': id('to') }) });
    }
  for (const limb of limbs) {
    if (limb.sentence !== text.uid) continue;
    const id = segmentId(edition.id, limb.uid);
    marks.push(
      { at: limb.start, order: 1, node: x('milestone', { unit: 'limb', 'xml:id': id }) },
      {
        at: limb.end,
        order: 0,
        node: x('milestone', { unit: 'limb-end', corresp: `#${id}` }),
      },
    );
  }
  return marks.toSorted((left, right) => left.at - right.at || left.order - right.order);
}

function woven(reading: string, from: number, to: number, marks: readonly Mark[]) {
  const content: ElementContent[] = [];
  let done = from;
  for (const { at, node } of marks) {
    if (at > done) content.push(xmlText(codePointSlice(reading, done, at)));
    content.push(node);
    done = Math.max(done, at);
  }
  if (to > done) content.push(xmlText(codePointSlice(reading, done, to)));
  return content;
}

/** The reading text of a segment, with what its apparatus points at; of a lost one the gap alone. */
export function segmentContent({ text }: Leaf, version: EditionVersion): ElementContent[] {
  const { reading, label } = text;
  if (reading === null)
    return version.apparatus
      .filter(({ kind, loci }) => kind === 'gap' && loci.some(({ uid }) => uid === text.uid))
      .map(gapElement);
  const marks = marksIn(text, version);
  const size = codePointLength(reading);
  const labelled = codePointLength(label);
  if (labelled === 0) return woven(reading, 0, size, marks);
  const isInLabel = ({ at, order }: Mark): boolean =>
    at < labelled || (at === labelled && order === 0);
  return [
    x('seg', { type: 'label' }, woven(reading, 0, labelled, marks.filter(isInLabel))),
    ...woven(
      reading,
      labelled,
      size,
      marks.filter((mark) => !isInLabel(mark)),
    ),
  ];
}
