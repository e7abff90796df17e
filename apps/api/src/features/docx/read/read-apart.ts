import { Worker } from 'node:worker_threads';
import { TooMany } from '../../../refusal.ts';
import { docxBounds } from './bounds.ts';
import type { ReadDocx } from './read-docx.ts';
import type { Ground } from './read-place.ts';

/** One at a time in a process: each may take a gigabyte. */
let before: Promise<unknown> = Promise.resolve();
let waiting = 0;

function inWorker(bytes: Uint8Array, ground: Ground): Promise<ReadDocx> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: { bytes, ground },
      resourceLimits: { maxOldGenerationSizeMb: docxBounds.heap },
    });
    const tooLarge = (): void => {
      resolve({ ok: false, fault: 'docx-too-large' });
    };
    const timer = setTimeout(() => {
      tooLarge();
      void worker.terminate();
    }, docxBounds.time);
    worker.once('message', resolve);
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') tooLarge();
      else reject(error);
    });
    worker.once('exit', () => {
      clearTimeout(timer);
      // After a message or an error this changes nothing.
      reject(new Error('the reader of a docx ended without a word'));
    });
  });
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
