import { exchangeLimits } from '@glossator/contract';
import { Refusal } from '../../refusal.ts';
import { fieldsOf, listOf, type ForeignFile } from './foreign-note.ts';
import { readHypothesisNote } from './hypothesis.ts';
import { brokenBound } from './json-bounds.ts';
import { readW3cNote } from './w3c.ts';

const unreadable = (detail: string): Refusal => new Refusal('import-unreadable', detail);

function parse(text: string): unknown {
  if (Buffer.byteLength(text) > exchangeLimits.fileBytes)
    throw new Refusal('body-too-large', 'A file may have 16 MiB at most.');
  const broken = brokenBound(text, exchangeLimits);
  if (broken === 'depth')
    throw unreadable(`JSON nested deeper than ${String(exchangeLimits.depth)} is not read.`);
  if (broken === 'marks') throw unreadable('The JSON holds more values than any file of notes.');
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    throw unreadable('The file is not JSON.');
  }
}

/** The items of a page, or of the pages that a collection holds within itself. */
function itemsOf(value: unknown): readonly unknown[] {
  const fields = fieldsOf(value);
  if (fields === null) return [];
  if (Array.isArray(fields['items'])) return listOf(fields['items']);
  return [...listOf(fields['first']), ...listOf(fields['pages'])].flatMap((page) =>
    listOf(fieldsOf(page)?.['items']),
  );
}

function sortOf(value: unknown): ForeignFile {
  const fields = fieldsOf(value);
  const rows = fields?.['rows'] ?? fields?.['annotations'];
  if (Array.isArray(rows))
    return { source: 'hypothesis', notes: listOf(rows), read: readHypothesisNote };
  const types = listOf(fields?.['type']);
  if (types.includes('AnnotationCollection') || types.includes('AnnotationPage'))
    return { source: 'w3c', notes: itemsOf(value), read: readW3cNote };
  throw unreadable('The file is neither of Hypothesis nor a collection of the W3C model.');
}

/** The notes of a file, unread one by one. */
export function readFile(text: string): ForeignFile {
  const file = sortOf(parse(text));
  if (file.notes.length > exchangeLimits.notes)
    throw new Refusal(
      'import-too-many',
      `The file holds ${String(file.notes.length)} notes; at most ${String(exchangeLimits.notes)} are taken at once.`,
    );
  return file;
}
