import { parentPort, workerData } from 'node:worker_threads';
import type { Said } from '../../../apart.ts';
import { makeWork, type ToMake } from './make-work.ts';

const done = await makeWork(workerData as ToMake);
parentPort?.postMessage({ done } satisfies Said<typeof done>);
