import http, { type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { isLoopback } from '@glossator/api/operations';
import { clientAddress } from './client-address.ts';

export type Listener = (request: IncomingMessage, response: ServerResponse) => void;

export interface SiteOptions {
  origin: URL;
  trustProxy: readonly string[];
  page: Listener;
}

/** The three headers tell the web app what ORIGIN and TRUST_PROXY say; a request cannot. */
export const webHeaders = {
  PROTOCOL_HEADER: 'x-glossator-proto',
  HOST_HEADER: 'x-glossator-host',
  ADDRESS_HEADER: 'x-glossator-address',
} as const;

/** Bytes of a form; only the page that takes a file may come near (see the web's hooks). */
export const formLimit = { BODY_SIZE_LIMIT: '22M' } as const;

/** One port: the API below /api, the pages everywhere else. */
export function site({ origin, trustProxy, page }: SiteOptions) {
  const address = clientAddress(trustProxy);
  const pages = new InFlight();
  const servers: Server[] = [];
  let toApi: Listener | undefined;

  const listener: Listener = (request, response) => {
    if (toApi !== undefined && /^\/api([/?]|$)/.test(request.url ?? '')) {
      toApi(request, response);
      return;
    }
    const elsewhere = otherLoopbackName(request, origin);
    if (elsewhere !== null) {
      response.writeHead(308, { location: elsewhere }).end();
      return;
    }
    if (!pages.enter(response)) {
      response.writeHead(503, { 'retry-after': '5', connection: 'close' }).end();
      return;
    }
    const forwarded = request.headers['x-forwarded-for'];
    request.headers[webHeaders.PROTOCOL_HEADER] = origin.protocol.slice(0, -1);
    request.headers[webHeaders.HOST_HEADER] = origin.host;
    request.headers[webHeaders.ADDRESS_HEADER] = address(
      request.socket.remoteAddress ?? '',
      Array.isArray(forwarded) ? forwarded.join(',') : forwarded,
    );
    page(request, response);
  };

  const server = (): Server => {
    const made = http.createServer(listener);
    servers.push(made);
    return made;
  };

  return {
    /** Fastify's server: it hands us the API's listener and ours decides. */
    serverFactory: (api: Listener): Server => {
      toApi = api;
      return server();
    },
    /** The same site on a second address, where the machine has it. */
    listenAlso: (host: string, port: number): Promise<void> =>
      new Promise((resolve) => {
        const second = server();
        second.once('error', () => {
          resolve();
        });
        second.listen({ host, port }, resolve);
      }),
    /** Ends after the pages in flight, then the connections that have nothing more to say. */
    drain: async (limit: number, close: () => Promise<void>): Promise<void> => {
      await pages.drain(limit);
      const begun = performance.now();
      const timer = setInterval(() => {
        const late = performance.now() - begun > limit;
        for (const each of servers) {
          if (late) each.closeAllConnections();
          else each.closeIdleConnections();
        }
      }, 50);
      const closed = servers.slice(1).map((each) => new Promise((resolve) => each.close(resolve)));
      await Promise.all([close(), ...closed]);
      clearInterval(timer);
    },
  };
}

// A session belongs to one host name: 127.0.0.1 and localhost would be two people.
function otherLoopbackName(request: IncomingMessage, origin: URL): string | null {
  if (!isLoopback(origin.hostname) || !['GET', 'HEAD'].includes(request.method ?? '')) return null;
  const asked = URL.parse(`http://${request.headers.host ?? ''}`);
  if (asked === null || asked.hostname === origin.hostname || !isLoopback(asked.hostname))
    return null;
  return origin.origin + (request.url ?? '/');
}

/** Pages being rendered ask the API over this very port: it may close only after them. */
class InFlight {
  #open = 0;
  #empty: (() => void) | undefined;

  enter(response: ServerResponse): boolean {
    if (this.#empty !== undefined) return false;
    this.#open += 1;
    response.once('close', () => {
      this.#open -= 1;
      if (this.#open === 0) this.#empty?.();
    });
    return true;
  }

  async drain(limit: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const late = setTimeout(resolve, limit);
      this.#empty = () => {
        clearTimeout(late);
        resolve();
      };
      if (this.#open === 0) this.#empty();
    });
  }
}
