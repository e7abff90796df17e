import {
  describeRange,
  joinReadings,
  placeQuotation,
  type ForeignQuotation,
  type TextSelector,
} from '@glossator/document';
import { readMarkdown } from '../../markdown/render.ts';
import type { ReferencePlace } from '../../markdown/references.ts';
import { Refusal } from '../../refusal.ts';

const asRead = (text: string): string => text.replaceAll(/\s+/gu, ' ');

/**
 * Where the words stand in a part as it is read, every run of white space as one space; null where none are
 * meant. Offsets are code points of that text.
 */
export function acceptWords(
  body: string,
  place: ReferencePlace,
  { exact, prefix, suffix }: ForeignQuotation,
): TextSelector | null {
  if (exact.trim() === '') return null;
  const text = asRead(readMarkdown(body, place).plain);
  const placed = placeQuotation(joinReadings([{ key: null, segments: [{ uid: '', text }] }]), {
    ...{ exact: asRead(exact), prefix: asRead(prefix), suffix: asRead(suffix) },
  });
  if (!placed.ok)
    throw placed.reason === 'ambiguous'
      ? new Refusal('words-ambiguous', 'These words stand more than once in this part.')
      : new Refusal('words-absent', 'These words do not stand in this part as it was handed in.');
  const [locus] = placed.value.loci;
  const described = locus === undefined ? null : describeRange(text, locus);
  if (described?.ok !== true)
    throw new Refusal('words-absent', 'These words do not stand in this part as it was handed in.');
  return described.value;
}
