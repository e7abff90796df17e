import { tasks, type Task } from './tasks.ts';
import { timed, type Timed } from './timed.ts';

/* A process of its own, so that its memory is that of one release. */

export interface Asked {
  readonly task: Task;
  readonly url: string;
}
export interface Measured extends Timed {
  /** Megabytes, at most, of the whole process. */
  readonly peak: number;
}

process.once('message', ({ task, url }: Asked) => {
  void timed(url, tasks[task]).then((taken) => {
    const measured: Measured = { ...taken, peak: process.resourceUsage().maxRSS / 1024 };
    process.send?.(measured, () => process.exit());
  });
});
