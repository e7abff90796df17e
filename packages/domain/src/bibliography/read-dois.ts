import { cleanDoi, doiUrl } from '../cite/clean.ts';
import { isItem, unread, type Passage, type Read } from './problems.ts';
import { readEntries } from './read-entries.ts';

export const doiIn = (line: string): string | null => cleanDoi(line.trim().replace(/[.,;]$/u, ''));

const lines = ({ text, line }: Passage): readonly Passage[] =>
  text.split(/(?<=\n)/u).map((each, i) => ({ text: each, line: line + i }));

/** A DOI is kept as it stands: nothing is fetched, and its title stays to be written. */
function readLine(passage: Passage, otherwise: 'not-recognised' | 'outside'): Read {
  const doi = doiIn(passage.text);
  if (doi === null) return unread(passage, otherwise);
  const { text, line } = passage;
  return { text, line, item: { id: doi, type: 'document', title: doiUrl(doi), DOI: doi } };
}

export const readDois = (text: string): readonly Read[] =>
  readEntries(
    lines({ text, line: 1 }),
    (passage) => passage.text.trim() !== '',
    (passage) => readLine(passage, 'not-recognised'),
  );

/** DOIs on lines of their own may also stand among other forms. */
export function withDois(read: Read): readonly Read[] {
  if (isItem(read) || read.problem !== 'outside') return [read];
  if (!lines(read).some(({ text }) => doiIn(text) !== null)) return [read];
  return readEntries(
    lines(read),
    (passage) => passage.text.trim() !== '',
    (passage) => readLine(passage, 'outside'),
  );
}
