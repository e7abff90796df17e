import { closed, Slug, Uuid } from '@glossator/contract';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyRequest,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import { Type } from 'typebox';
import { Refusal } from '../../refusal.ts';
import { writing } from '../../plugins/rate-limits.ts';
import { annotationContext } from './annotation.ts';
import { send, sendAccepted, typeFor } from './answer.ts';
import { offerMember, offerPage } from './offered.ts';
import { replaceNote } from './replace.ts';
import { answers, ByName, SentForm } from './schemas.ts';
import { addNote, removeNote, type WriteDeps } from './write.ts';

type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

const byToken = { ...writing, byToken: true } as const;
const IfMatch = Type.Object({ 'if-match': Type.Optional(Type.String({ maxLength: 2_000 })) });

/** JSON-LD of another profile says other things by the same names. */
async function checkProfile({ headers }: FastifyRequest): Promise<void> {
  const profile = /;\s*profile\s*=\s*(?:"([^"]*)"|([^;\s]*))/i.exec(headers['content-type'] ?? '');
  const named = (profile?.[1] ?? profile?.[2] ?? annotationContext).split(/\s+/);
  if (!named.includes(annotationContext))
    throw new Refusal('media-type-unsupported', `Only the profile ${annotationContext} is read.`);
}

/** Writing by programs, beside reading. */
export function addWriting(app: App, deps: WriteDeps): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser(['text/plain', 'application/json']);
  app.addContentTypeParser<string>(
    ['application/ld+json', 'application/json'],
    { parseAs: 'string' },
    (request, body, done) => {
      // Programs name a type of what they do not send, too.
      if (body === '' && request.method === 'DELETE') done(null, null);
      else void parse(request, body, done);
    },
  );

  app.post(
    '/w3c/:work/',
    {
      config: byToken,
      preValidation: checkProfile,
      schema: {
        operationId: 'addContained',
        summary: 'Write a public note as an annotation of the W3C model',
        tags: ['w3c'],
        params: Type.Object({ work: Slug }, closed),
        querystring: Type.Object({ page: Type.Optional(Type.String({ maxLength: 200 })) }, closed),
        headers: Type.Object({
          /** The name it would like to have; used where it is fit for an address and free. */
          slug: Type.Optional(Type.String({ maxLength: 500 })),
          /** The same again makes no second note. */
          'idempotency-key': Type.Optional(Uuid),
        }),
        body: SentForm,
        response: { 200: answers[200], 201: answers[201] },
      },
    },
    async (request, reply) => {
      typeFor(request);
      const { viewer, params, query, headers, body } = request;
      if (query.page !== undefined) {
        offerPage(reply);
        throw new Refusal('method-not-allowed', 'A page of a container is only read.');
      }
      const asked = { slug: headers.slug, key: headers['idempotency-key'] };
      const { row, iri, value, isNew } = await addNote(deps, viewer, params.work, body, asked);
      offerMember(reply, viewer, row);
      reply.code(isNew ? 201 : 200).header('location', iri);
      return send(request, reply, value);
    },
  );

  app.put(
    '/w3c/:work/:name',
    {
      config: byToken,
      preValidation: checkProfile,
      schema: {
        operationId: 'replaceContained',
        summary: 'Put another state in place of one’s own note, which If-Match has to name',
        tags: ['w3c'],
        params: ByName,
        headers: IfMatch,
        body: SentForm,
        response: { 200: answers[200], 202: answers[202] },
      },
    },
    async (request, reply) => {
      typeFor(request);
      const { viewer, params, headers, body } = request;
      const { work, name } = params;
      const member = await replaceNote(deps, viewer, work, name, body, headers['if-match']);
      offerMember(reply, viewer, member.row);
      if (member.waits) return sendAccepted(request, reply, member);
      return send(request, reply, member.value);
    },
  );

  app.delete(
    '/w3c/:work/:name',
    {
      config: byToken,
      schema: {
        operationId: 'removeContained',
        summary: 'Take one’s own note away in the state that If-Match names',
        tags: ['w3c'],
        params: ByName,
        headers: IfMatch,
        response: { 204: answers[204] },
      },
    },
    async ({ viewer, params: { work, name }, headers }, reply) => {
      await removeNote(deps, viewer, work, name, headers['if-match']);
      return reply.code(204).send(null);
    },
  );
}
