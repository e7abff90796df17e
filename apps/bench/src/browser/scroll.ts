import type { CDPSession, Page } from 'playwright-core';

export interface Scrolled {
  /** Milliseconds of processor time of the page's main thread over all steps. */
  readonly work: number;
  /** The same of its longest task: what else runs on the machine is not counted. */
  readonly longest: number;
}

const steps = 40;
/** Pixels: a third of the window, as readers go. */
const step = 240;

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of processor time. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** The longest task of any page's main thread; there is one page at a time. */
function longestTask(events: readonly TraceEvent[]): number {
  const mains = new Set(
    events.flatMap(({ name, pid, tid, args }) =>
      name === 'thread_name' && args?.name === 'CrRendererMain'
        ? `${String(pid)} ${String(tid)}`
        : [],
    ),
  );
  const lengths = events.flatMap(({ name, pid, tid, tdur }) =>
    name === 'ThreadControllerImpl::RunTask' && mains.has(`${String(pid)} ${String(tid)}`)
      ? (tdur ?? 0) / 1_000
      : [],
  );
  return Math.max(...lengths);
}

async function taskSeconds(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
}

/** Scrolls from the beginning, with the mouse resting over the text or away from it. */
export async function scroll(page: Page, cdp: CDPSession, overText: boolean): Promise<Scrolled> {
  await page.evaluate(() => {
    scrollTo({ top: 0, behavior: 'instant' });
  });
  await page.mouse.move(overText ? 560 : 640, overText ? 430 : 20);
  await page.waitForTimeout(500);
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: unknown[] }): void => {
    events.push(...(value as TraceEvent[]));
  };
  cdp.on('Tracing.dataCollected', collect);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel'], excludedCategories: ['*'] },
  });
  const before = await taskSeconds(cdp);
  await page.evaluate(
    async ([count, pixels]) => {
      for (let n = 0; n < count; n += 1) {
        scrollBy({ top: pixels, behavior: 'instant' });
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      }
      // What scrolling has left to be done belongs to it.
      await new Promise((resolve) => setTimeout(resolve, 300));
    },
    [steps, step] as const,
  );
  const work = ((await taskSeconds(cdp)) - before) * 1_000;
  const ended = new Promise((resolve) => {
    cdp.once('Tracing.tracingComplete', resolve);
  });
  await cdp.send('Tracing.end');
  await ended;
  cdp.off('Tracing.dataCollected', collect);
  return { work, longest: longestTask(events) };
}
