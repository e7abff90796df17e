import type { FastifyRequest } from 'fastify';

const text = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

/** The error at the bottom: a query's own repeats its parameters, addresses and hashes among them. */
function cause(error: Error): Error {
  return error.cause instanceof Error ? cause(error.cause) : error;
}

/** What is written down of a request: no query, which may hold a token, and no header; of an error, no values. */
export const serializers = {
  req: (request: FastifyRequest) => ({
    method: request.method,
    path: request.url.split('?', 1)[0],
    remoteAddress: request.ip,
  }),
  err: (error: Error) => {
    const root: Error & { code?: unknown; constraint?: unknown } = cause(error);
    return {
      type: root.name,
      message: root.message,
      code: text(root.code),
      constraint: text(root.constraint),
      // The first lines of a stack repeat the message.
      stack: (error.stack ?? '')
        .split('\n')
        .filter((line) => /^\s+at /.test(line))
        .join('\n'),
    };
  },
};
