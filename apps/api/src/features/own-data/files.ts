import { PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { byteOrderMark, csvRows } from '../../csv.ts';
import type { Kind, Row } from './kind.ts';
import { ownKinds } from './kinds.ts';

/** Rows of a kind, some at a time. */
export type Pages = (kind: Kind) => AsyncGenerator<readonly Row[]>;

export interface Head {
  readonly site: string;
  /** When it was written, ISO 8601. */
  readonly written: string;
}

/** One object: what the file is, then a list for each kind, a row a line. */
export async function* jsonOf(head: Head, pages: Pages): AsyncGenerator<string> {
  const { site, written } = head;
  yield `{\n"site": ${JSON.stringify(site)},\n"written": ${JSON.stringify(written)}`;
  for (const kind of ownKinds) {
    yield `,\n${JSON.stringify(kind.name)}: [`;
    let before = '\n';
    for await (const rows of pages(kind)) {
      yield before + rows.map((row) => JSON.stringify(row)).join(',\n');
      before = ',\n';
    }
    yield ']';
  }
  yield '\n}\n';
}

function cell(value: unknown): string | number {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string' || typeof value === 'number') return value;
  const isList = Array.isArray(value) && value.every((each) => typeof each === 'string');
  return isList ? value.join(', ') : JSON.stringify(value);
}

/** A table that a spreadsheet opens without calculating. */
export async function* csvOf(kind: Kind, pages: Pages): AsyncGenerator<string> {
  yield byteOrderMark + csvRows([kind.columns]);
  for await (const rows of pages(kind))
    yield csvRows(rows.map((row) => kind.columns.map((column) => cell(row[column]))));
}

const streamOf = (parts: AsyncGenerator<string>): Readable =>
  Readable.from(parts, { objectMode: false, highWaterMark: 65_536 });

export const jsonFile = (head: Head, pages: Pages): Readable => streamOf(jsonOf(head, pages));

/** The same as an archive, with a table for each kind beside it; each is begun when the one before is through. */
export function archive(head: Head, pages: Pages): Readable {
  const zip = new ZipFile();
  const output = new PassThrough();
  zip.outputStream.pipe(output);
  let current: Readable | null = null;
  output.once('close', () => current?.destroy());
  const add = (name: string, parts: () => AsyncGenerator<string>): void => {
    zip.addReadStreamLazy(name, { mtime: new Date(head.written) }, (ready) => {
      current = streamOf(parts());
      // The archive hears of no failure of a part: without this its reader would wait for ever.
      current.once('error', (error) => output.destroy(error));
      ready(null, current);
    });
  };
  add('everything.json', () => jsonOf(head, pages));
  for (const kind of ownKinds) add(`${kind.name}.csv`, () => csvOf(kind, pages));
  zip.end();
  return output;
}
