import { exportedOf, largeRelease } from './large-release.ts';
import { once, type Task } from './tasks.ts';

/* A process of its own, that nothing made before is in its memory. */

export interface Asked {
  readonly task: Task;
  readonly entries: number;
}
export interface Measured {
  readonly ms: number;
  /** Megabytes, at most, of the whole process. */
  readonly peak: number;
}

process.once('message', (asked: Asked) => {
  void measure(asked).then((measured) => process.send?.(measured, () => process.exit()));
});

async function measure({ task, entries }: Asked): Promise<Measured> {
  const exported = exportedOf(largeRelease(entries));
  // What is compiled first is not counted.
  await once(task, exportedOf(largeRelease(50)));
  const begun = performance.now();
  await once(task, exported);
  return { ms: performance.now() - begun, peak: process.resourceUsage().maxRSS / 1024 };
}
