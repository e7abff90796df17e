import {
  AddressText,
  ApparatusIndex,
  ApparatusPage,
  closed,
  Slug,
  TraceView,
  UnitView,
  WitnessView,
} from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { listApparatus, readEntry } from './apparatus.ts';
import { requireGround } from './ground.ts';
import { presentWitness } from './present.ts';
import { makeRecords } from './record.ts';
import { traceCharacter, traceCopy } from './trace.ts';

const ofWork = Type.Object({ slug: Slug }, closed);
const Pins = Type.Object({ pins: Type.Optional(Type.String({ maxLength: 600 })) }, closed);
const Whole = (most: number) => Type.Integer({ minimum: 1, maximum: most });

export const witnessRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const deps = { db: app.db, texts: app.texts, records: makeRecords(app.db) };

  app.get(
    '/works/:slug/witness',
    {
      schema: {
        operationId: 'readWitness',
        summary: 'The copy that a text was recovered from, page by page',
        tags: ['texts'],
        params: ofWork,
        response: { 200: WitnessView },
      },
    },
    async ({ params, viewer }) => presentWitness(await requireGround(deps, viewer, params.slug)),
  );

  app.get(
    '/works/:slug/trace',
    {
      schema: {
        operationId: 'traceCharacter',
        summary: 'One character of an edition, back to line and column of the copy',
        tags: ['texts'],
        params: ofWork,
        querystring: Type.Object(
          {
            edition: Type.Optional(Slug),
            version: Type.Optional(Type.String({ pattern: '^\\d+\\.\\d+\\.\\d+$', maxLength: 40 })),
            uid: Type.Optional(UnitView.properties.uid),
            clause: Type.Optional(AddressText),
            at: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000_000 })),
            words: Type.Optional(Type.String({ minLength: 1, maxLength: 400 })),
          },
          closed,
        ),
        response: { 200: TraceView },
      },
    },
    ({ params, query, viewer }) => traceCharacter(deps, viewer, params.slug, query),
  );

  app.get(
    '/works/:slug/witness/lines/:line/:column',
    {
      schema: {
        operationId: 'traceCopy',
        summary: 'One character of the copy, and what is read for it or why nothing is',
        tags: ['texts'],
        params: Type.Object(
          { slug: Slug, line: Whole(10_000_000), column: Whole(10_000_000) },
          closed,
        ),
        response: { 200: TraceView },
      },
    },
    ({ params, viewer }) => traceCopy(deps, viewer, params.slug, params.line, params.column),
  );

  app.get(
    '/works/:slug/apparatus',
    {
      schema: {
        operationId: 'listApparatus',
        summary: 'All gaps, supplied and doubtful readings of a work, by edition',
        tags: ['texts'],
        params: ofWork,
        querystring: Pins,
        response: { 200: ApparatusIndex },
      },
    },
    ({ params, query, viewer }) => listApparatus(deps, viewer, params.slug, query.pins),
  );

  app.get(
    '/works/:slug/apparatus/:edition/:number',
    {
      schema: {
        operationId: 'readApparatusEntry',
        summary: 'One entry of the apparatus, what stands around it, and the notes about it',
        tags: ['texts'],
        params: Type.Object(
          { slug: Slug, edition: Slug, number: Type.String({ pattern: '^[A-Z]\\d{1,5}$' }) },
          closed,
        ),
        querystring: Pins,
        response: { 200: ApparatusPage },
      },
    },
    ({ params, query, viewer }) =>
      readEntry(deps, viewer, params.slug, {
        edition: params.edition,
        number: params.number,
        pins: query.pins,
      }),
  );
};
