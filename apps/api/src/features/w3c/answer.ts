import accepts from 'accepts';
import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { hasAlready } from '../../entity-tag.ts';
import { Refusal } from '../../refusal.ts';
import { annotationType, type Json } from './annotation.ts';

const types = [annotationType, 'application/json'] as const;
type Type = (typeof types)[number];

/** What suits who asks; refused before anything is written where nothing does. */
export function typeFor(request: FastifyRequest): Type {
  const type = accepts(request.raw).type([...types]);
  if (type === false)
    throw new Refusal('not-acceptable', 'This is told as application/ld+json or application/json.');
  return type === 'application/json' ? type : annotationType;
}

function entityTag(body: string, type: Type): string {
  const hash = createHash('sha256').update(type).update(body).digest('base64url');
  return `"${hash.slice(0, 27)}"`;
}

/** The tags of one state in each form it is told in: a client may hold either. */
export function entityTags(value: Json): readonly string[] {
  const body = JSON.stringify(value);
  return types.map((type) => entityTag(body, type));
}

/** Sends JSON-LD, to a reader once for each state of it. */
export function send(request: FastifyRequest, reply: FastifyReply, value: Json) {
  const type = typeFor(request);
  const body = JSON.stringify(value);
  const etag = entityTag(body, type);
  reply.header('etag', etag);
  if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-cache');
  const isReading = request.method === 'GET' || request.method === 'HEAD';
  if (isReading && hasAlready(request.headers['if-none-match'], etag))
    return reply.code(304).send();
  // As bytes: a character set would be added to a type that has none.
  return reply.type(type).send(Buffer.from(body));
}

/**
 * What was sent is kept and is not what is told yet (RFC 9110 §15.3.3): the answer is the state that
 * stands. It has no tag, which would say that what was sent had been stored as the new state (§9.3.4).
 */
export function sendAccepted(
  request: FastifyRequest,
  reply: FastifyReply,
  { iri, value }: { readonly iri: string; readonly value: Json },
) {
  return reply
    .code(202)
    .header('content-location', iri)
    .header('cache-control', 'no-store')
    .type(typeFor(request))
    .send(Buffer.from(JSON.stringify(value)));
}
