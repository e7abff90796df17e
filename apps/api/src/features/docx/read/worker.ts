import { parentPort, workerData } from 'node:worker_threads';
import { readDocx } from './read-docx.ts';
import type { Ground } from './read-place.ts';

const { bytes, ground } = workerData as { bytes: Uint8Array; ground: Ground };
parentPort?.postMessage({ done: await readDocx(Buffer.from(bytes), ground) });
