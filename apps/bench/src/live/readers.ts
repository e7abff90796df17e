import { Agent, get, type IncomingMessage } from 'node:http';

export interface Readers {
  /** Settles when every reader has been told of one more change, with the time of the last. */
  readonly next: () => Promise<number>;
  readonly close: () => void;
}

/** Opens streams and counts what each is told. */
export async function openReaders(url: string, count: number): Promise<Readers> {
  const agent = new Agent({ keepAlive: false, maxSockets: Infinity });
  const responses: IncomingMessage[] = [];
  let waiting = 0;
  let done: ((at: number) => void) | undefined;

  function read(response: IncomingMessage): void {
    responses.push(response);
    let rest = '';
    response.setEncoding('utf8').on('data', (chunk: string) => {
      const events = (rest + chunk).split('\n\n');
      rest = events.pop() ?? '';
      for (const event of events) {
        if (!event.includes('event: change')) continue;
        waiting -= 1;
        if (waiting === 0) done?.(performance.now());
      }
    });
  }

  // A few at a time: the queue of a listening socket is short.
  for (let opened = 0; opened < count; opened += 50)
    await Promise.all(
      Array.from(
        { length: Math.min(50, count - opened) },
        () =>
          new Promise<void>((resolve, reject) => {
            get(url, { agent }, (response) => {
              if (response.statusCode !== 200)
                reject(new Error(`a stream was refused: ${String(response.statusCode)}`));
              read(response);
              resolve();
            }).on('error', (error: NodeJS.ErrnoException) => {
              // Closing cuts them off.
              if (error.code !== 'ECONNRESET') reject(error);
            });
          }),
      ),
    );
  return {
    next: () =>
      new Promise((resolve) => {
        waiting = count;
        done = resolve;
      }),
    close: () => {
      for (const response of responses) response.destroy();
      agent.destroy();
    },
  };
}
