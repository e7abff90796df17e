import type { ChangeEvent } from '@glossator/contract';
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestApp } from './app.ts';

export interface Told {
  readonly event: string;
  readonly id: string;
  readonly data: Partial<ChangeEvent> & { person?: { name: string } };
}
export interface OpenStream {
  readonly told: readonly Told[];
  readonly status: number;
  readonly ended: () => boolean;
  /** Lines that say nothing but that the stream is open. */
  readonly beats: () => number;
  close(): void;
}

/** Opens a stream of the app over a real connection; the app listens at the first call. */
export async function listenLive(
  { app }: TestApp,
  cookie: string | null,
  after?: string,
): Promise<OpenStream> {
  if (app.server.address() === null) await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  return listenAt(`http://127.0.0.1:${String(port)}`, cookie, after);
}

/** The same of a site that runs. */
export async function listenAt(
  origin: string,
  cookie: string | null,
  after?: string,
): Promise<OpenStream> {
  const search = after === undefined ? '' : `?after=${encodeURIComponent(after)}`;
  const request = http.get(`${origin}/api/live${search}`, {
    headers: cookie === null ? {} : { cookie },
    agent: false,
  });
  const [response] = (await once(request, 'response')) as [http.IncomingMessage];
  const told: Told[] = [];
  let rest = '';
  let ended = false;
  let beats = 0;
  response.setEncoding('utf8');
  response.on('data', (chunk: string) => {
    const blocks = (rest + chunk).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      if (block.startsWith(':')) beats += 1;
      const field = (name: string): string =>
        new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? '';
      if (field('event') !== '')
        told.push({
          event: field('event'),
          id: field('id'),
          data: JSON.parse(field('data')) as Told['data'],
        });
    }
  });
  const end = (): void => {
    ended = true;
  };
  response.on('end', end);
  response.on('close', end);
  response.on('error', end);
  return {
    told,
    status: response.statusCode ?? 0,
    ended: () => ended,
    beats: () => beats,
    close: () => request.destroy(),
  };
}
