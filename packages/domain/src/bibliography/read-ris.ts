import { parseWithLibrary } from './citation-js.ts';
import { unread, type Read } from './problems.ts';
import { readEntries, readRecord, troubled } from './read-entries.ts';
import { splitRis, type RisPassage } from './split-ris.ts';

const tagged = /^\s*[A-Z][A-Z0-9] {2}-( |\s*$)/u;
const nearlyTagged = /^\s*[A-Z][A-Z0-9]\s*[-–—:]\s/u;

/** The first line that looks like a tag and is none: a reader would add it to the line before. */
const wrongTag = (text: string): number =>
  text.split('\n').findIndex((line) => nearlyTagged.test(line) && !tagged.test(line));

function readOne(passage: RisPassage): Read {
  const wrong = wrongTag(passage.text);
  if (wrong !== -1) return unread(passage, 'tag-malformed', { at: passage.line + wrong });
  const parsed = parseWithLibrary(passage.text, 'ris');
  if ('trouble' in parsed) return troubled(passage, parsed.trouble);
  const [record] = parsed.records;
  const read = record === undefined ? unread(passage, 'empty') : readRecord(passage, record);
  if (!('problem' in read) || read.problem !== 'unknown-type') return read;
  const word = /^\s*TY\s+-\s*(\S{1,20})/u.exec(passage.text)?.[1] ?? '';
  return unread(passage, 'unknown-type', { word });
}

/** Record by record; one without its end may lack more than that, and is not read. */
export const readRis = (text: string): readonly Read[] =>
  readEntries(
    splitRis(text),
    ({ kind }) => kind === 'record',
    (passage) => {
      if (passage.kind === 'outside') return unread(passage, 'outside');
      return passage.isClosed ? readOne(passage) : unread(passage, 'unclosed');
    },
  );
