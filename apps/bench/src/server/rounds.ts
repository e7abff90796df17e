import autocannon from 'autocannon';
import { randomUUID } from 'node:crypto';
import { median } from '../median.ts';

export interface Target {
  readonly name: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Absent: GET. Present: POST of this, with a new key each time. */
  readonly body?: Readonly<Record<string, unknown>>;
}

const connections = 16;

const withKey = (body: Readonly<Record<string, unknown>>, key: string): string =>
  JSON.stringify({ ...body, body: `${String(body['body'])} ${key}`, key });

async function round(target: Target, seconds: number): Promise<number> {
  const { body } = target;
  const result = await autocannon({
    url: target.url,
    connections,
    duration: seconds,
    headers: { ...target.headers },
    ...(body === undefined
      ? {}
      : {
          requests: [
            {
              method: 'POST' as const,
              setupRequest: (request: autocannon.Request) => ({
                ...request,
                headers: { ...target.headers, 'content-type': 'application/json' },
                // New words each time, so that no cache of rendered notes helps.
                body: withKey(body, randomUUID()),
              }),
            },
          ],
        }),
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(
      `${target.name}: ${String(result.non2xx)} refusals, ${String(result.errors)} errors`,
    );
  return result.requests.total / result.duration;
}

/** Requests per second of each target: rounds interleaved, the first not counted, median of the rest. */
export async function measure(
  targets: readonly Target[],
  rounds: number,
  seconds: number,
): Promise<ReadonlyMap<string, number>> {
  const rates = new Map<string, number[]>(targets.map(({ name }) => [name, []]));
  for (let n = 0; n <= rounds; n += 1)
    for (const target of targets) {
      const rate = await round(target, seconds);
      if (n > 0) rates.get(target.name)?.push(rate);
    }
  return new Map([...rates].map(([name, values]) => [name, median(values)]));
}
