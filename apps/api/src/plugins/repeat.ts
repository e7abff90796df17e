export interface Repeated {
  /** Does a bit of work; true where there may be more. */
  readonly bit: () => Promise<boolean>;
  /** Milliseconds between two looks, and after a failure. */
  readonly delay: number;
  readonly retryDelay: number;
  readonly failed: (error: unknown) => void;
}

/** Does a bit of work until there is none, and looks again after a while. What it gives back ends it. */
export function repeat({ bit, delay, retryDelay, failed }: Repeated): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let isEnding = false;
  let running: Promise<void> = Promise.resolve();
  async function work(): Promise<void> {
    let next = delay;
    try {
      while (!isEnding && (await bit()));
    } catch (error) {
      failed(error);
      next = retryDelay;
    }
    if (!isEnding) timer = setTimeout(begin, next).unref();
  }
  function begin(): void {
    running = work();
  }
  begin();
  return async () => {
    isEnding = true;
    clearTimeout(timer);
    await running;
  };
}
