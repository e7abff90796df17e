import { Worker } from 'node:worker_threads';

/** Milliseconds, and megabytes of heap. */
export interface Bounds {
  readonly time: number;
  readonly heap: number;
}

/** What a thread says: how far it is, a fraction, or what came of it. */
export type Said<Answer> = { readonly progress: number } | { readonly done: Answer };

/** Work in a thread of its own, beside the event loop; null where it takes more than it may. */
export function apart<Answer>(
  script: URL,
  workerData: unknown,
  { time, heap }: Bounds,
  onProgress: (fraction: number) => void = () => undefined,
): Promise<Answer | null> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: heap },
    });
    const timer = setTimeout(() => {
      resolve(null);
      void worker.terminate();
    }, time);
    worker.on('message', (said: Said<Answer>) => {
      if ('done' in said) resolve(said.done);
      else onProgress(said.progress);
    });
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve(null);
      else reject(error);
    });
    worker.once('exit', () => {
      clearTimeout(timer);
      // After an answer or an error this changes nothing.
      reject(new Error('a thread ended without a word'));
    });
  });
}
