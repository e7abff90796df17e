import { apart } from '../../../apart.ts';
import { TooMany } from '../../../refusal.ts';
import { docxBounds } from '../../../word-file/bounds.ts';
import type { ReadDocx } from './read-docx.ts';
import type { Ground } from './read-place.ts';

/** One at a time in a process: each may take a gigabyte. */
let before: Promise<unknown> = Promise.resolve();
let waiting = 0;

const script = new URL('./worker.ts', import.meta.url);

async function inWorker(bytes: Uint8Array, ground: Ground): Promise<ReadDocx> {
  const read = await apart<ReadDocx>(script, { bytes, ground }, docxBounds);
  return read ?? { ok: false, fault: 'docx-too-large' };
}

/** Reads a docx beside the event loop, within time and memory. */
export function readApart(bytes: Uint8Array, ground: Ground): Promise<ReadDocx> {
  if (waiting >= docxBounds.waiting)
    return Promise.reject(new TooMany('Many files are being read; send it again in a minute.', 60));
  waiting += 1;
  const reading = before
    .then(() => inWorker(bytes, ground))
    .finally(() => {
      waiting -= 1;
    });
  before = reading.catch(() => undefined);
  return reading;
}
