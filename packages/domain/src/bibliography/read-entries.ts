import { cleanRecord } from './clean-record.ts';
import type { SyntaxTrouble } from './citation-js.ts';
import {
  unread,
  type BibliographyProblem,
  type Passage,
  type Read,
  type UnreadPassage,
} from './problems.ts';

/** Of one paste: more is another paste, and each takes its time. */
export const bibliographyLimits = { characters: 1_000_000, entries: 2_000 } as const;

/** Each passage by itself, as many entries as may be; what follows those stays one passage. */
export function readEntries<P extends Passage>(
  passages: readonly P[],
  isEntry: (passage: P) => boolean,
  read: (passage: P) => Read | null,
): readonly Read[] {
  let entries = 0;
  const beyond = passages.findIndex(
    (passage) => isEntry(passage) && ++entries > bibliographyLimits.entries,
  );
  const within = beyond === -1 ? passages : passages.slice(0, beyond);
  const results = within
    .filter(({ text }) => text.trim() !== '')
    .map(read)
    .filter((result) => result !== null);
  const rest = beyond === -1 ? [] : passages.slice(beyond);
  const [first] = rest;
  if (first === undefined) return results;
  const text = rest.map((passage) => passage.text).join('');
  return [...results, unread({ text, line: first.line }, 'too-many')];
}

/** What the library or JSON made of a passage, as an item that is sound. */
export function readRecord(passage: Passage, value: unknown): Read {
  const cleaned = cleanRecord(value);
  return 'item' in cleaned
    ? { text: passage.text, line: passage.line, item: cleaned.item }
    : unread(passage, cleaned.problem, { word: cleaned.word });
}

const missing: Readonly<Record<string, BibliographyProblem>> = {
  rbrace: 'brace-missing',
  comma: 'comma-missing',
  label: 'key-missing',
  equals: 'equals-missing',
  lbrace: 'value-missing',
};

/** `before` lines stood in front of the passage when it was read. */
export function troubled(
  passage: Passage,
  { line, expected }: SyntaxTrouble,
  before = 0,
): UnreadPassage {
  const at = passage.line + Math.max(0, (line ?? 1) - 1 - before);
  return unread(passage, missing[expected] ?? 'syntax', { at });
}
