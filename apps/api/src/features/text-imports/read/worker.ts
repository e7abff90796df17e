import { parentPort, workerData } from 'node:worker_threads';
import type { Said } from '../../../apart.ts';
import { propose, type Proposed, type ToRead } from './propose.ts';

const say = (said: Said<Proposed>): void => {
  parentPort?.postMessage(said);
};
// More would only keep the other thread busy.
let told = 0;
const done = await propose(workerData as readonly ToRead[], (progress) => {
  if (progress - told < 0.01) return;
  told = progress;
  say({ progress });
});
say({ done });
