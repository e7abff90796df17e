import type { ExportQuery, Locale } from '@glossator/contract';
import { Readable } from 'node:stream';
import type { Db } from '../../db/client.ts';
import { TooMany } from '../../refusal.ts';
import type { Viewer } from '../../plugins/session.ts';
import { readerNow } from '../sessions/service.ts';
import { focusOn } from '../works/address.ts';
import { isWithheld } from '../works/service.ts';
import { requireWork, type TextStore } from '../works/text-store.ts';
import { csvForm } from './csv.ts';
import type { Edition, Form, Frame } from './frame.ts';
import { markdownForm } from './markdown.ts';
import { exportNotes, type ExportDeps } from './notes.ts';
import { linesForm, w3cForm } from './w3c.ts';

/** Files under way at once in a process, each of which asks the database again and again, and for one reader. */
const atOnce = { process: 4, reader: 2 } as const;
/** Milliseconds until a file that its reader does not take makes place for others. */
const longest = 10 * 60_000;

const formOf = (format: ExportQuery['format']): Form => {
  switch (format) {
    case 'markdown':
      return markdownForm();
    case 'csv':
      return csvForm;
    case 'w3c':
      return w3cForm;
    case 'jsonl':
      return linesForm;
  }
};

async function openEditions(
  texts: TextStore,
  viewer: Viewer,
  slug: string,
): Promise<readonly Edition[]> {
  const newest = new Map<string, Edition>();
  for (const head of (await texts.work(slug))?.editions ?? []) newest.set(head.edition_id, head);
  return [...newest.values()].filter((head) => !isWithheld(head, viewer));
}

async function* fileOf(deps: ExportDeps, frame: Frame, form: Form): AsyncGenerator<string> {
  yield form.begin(frame);
  let n = 0;
  for await (const notes of exportNotes(deps, frame.query)) {
    yield await form.write(frame, notes, n);
    n += notes.length;
  }
  yield form.end(frame, n);
}

export interface ExportFile {
  readonly type: string;
  readonly name: string;
  readonly stream: Readable;
}

export function makeExports(db: Db, texts: TextStore, origin: string) {
  /** A key of its reader for each file under way. */
  const running: string[] = [];
  return async (
    viewer: Viewer,
    network: string,
    query: ExportQuery,
    locale: Locale,
  ): Promise<ExportFile> => {
    const work = await requireWork(texts, query.work, viewer);
    // Refused before the first byte, as every other address is.
    focusOn(work.structure, query.in);
    const reader = viewer.person?.id ?? network;
    const own = running.filter((each) => each === reader).length;
    if (running.length >= atOnce.process || own >= atOnce.reader)
      throw new TooMany('Many files are being written; try again soon.', 15);
    const form = formOf(query.format);
    const frame: Frame = {
      origin,
      work,
      texts,
      query,
      locale,
      now: new Date().toISOString(),
      open: () => openEditions(texts, viewer, query.work),
    };
    // Read only as fast as the client takes it; a client that goes away ends the generator.
    const deps = { db, texts, reader: () => readerNow(db, viewer.sessionId) };
    const stream = Readable.from(fileOf(deps, frame, form), {
      objectMode: false,
      highWaterMark: 65_536,
    });
    running.push(reader);
    const timer = setTimeout(() => stream.destroy(), longest).unref();
    stream.once('close', () => {
      clearTimeout(timer);
      running.splice(running.indexOf(reader), 1);
    });
    const day = frame.now.slice(0, 10);
    return { type: form.type, name: `${query.work}-notes-${day}.${form.extension}`, stream };
  };
}
