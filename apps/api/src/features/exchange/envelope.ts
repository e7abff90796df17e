import type { FastifyInstance } from 'fastify';
import { Refusal } from '../../refusal.ts';
import { brokenBound, type JsonBounds } from './json-bounds.ts';

/** The few fields that bring a file, which is a text inside it. */
const oneFile = { depth: 1, marks: 16 } as const;

/**
 * Bodies in the scope of `app` may be as large as a file, but hold no more than a file and what is
 * said of it: built as a tree, a body of that size takes gigabytes and stops everybody for seconds.
 */
export function takeEnvelopes(app: FastifyInstance, bounds: JsonBounds = oneFile): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser<string>(
    'application/json',
    { parseAs: 'string' },
    (request, body, done) => {
      if (brokenBound(body, bounds) === null) void parse(request, body, done);
      else
        done(
          new Refusal('request-malformed', 'The body has a few fields, and the file as one text.'),
        );
    },
  );
}
