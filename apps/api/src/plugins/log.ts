import type { FastifyRequest } from 'fastify';

/** What is written down of a request: no query, which may hold a token, and no header. */
export const serializers = {
  req: (request: FastifyRequest) => ({
    method: request.method,
    path: request.url.split('?', 1)[0],
    remoteAddress: request.ip,
  }),
};
