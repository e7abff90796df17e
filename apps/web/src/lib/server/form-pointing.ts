import type { Pointing } from '@glossator/contract';
import { entryNamed, partNamed, termNamed } from '../annotate/asked-pointing.ts';
import { pointingOf, readLoci } from '../annotate/pointing-fields.ts';
import { formText } from './form-text.ts';

/** What a form points at inside its clause; the API says whether it stands there. */
export function formPointing(data: FormData): Pointing | null {
  const about = formText(data, 'about');
  if (about !== '') return { kind: 'note', annotation: about };
  const part = partNamed(formText(data, 'part'));
  if (part !== null) return part;
  const term = termNamed(formText(data, 'term'));
  if (term !== null) return term;
  const entry = entryNamed(formText(data, 'entry'));
  if (entry !== null) return entry;
  const [editions, words, loci] = ['edition', 'words', 'loci'].map((name) =>
    data.getAll(name).map((value) => (typeof value === 'string' ? value : '')),
  );
  // What was marked with script stands where it stood; typed words have no places.
  return pointingOf(
    (words ?? []).map((text, n) => ({
      edition: editions?.[n] ?? '',
      words: text.replaceAll('\r\n', '\n'),
      loci: readLoci(loci?.[n] ?? ''),
    })),
  );
}
