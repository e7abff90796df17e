import {
  AddressText,
  Board,
  boardLists,
  BoardNotes,
  BoardQuery,
  closed,
  ProjectedClause,
  ProjectedQuery,
  Uuid,
} from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { PageQuery } from '../../page-query.ts';
import { projectClause } from './project.ts';
import { readBoard } from './service.ts';
import { listWaiting } from './waiting.ts';

const tags = ['classes'];
const ofAssignment = Type.Object({ id: Uuid }, closed);

/** What those who teach see of an assignment while it goes on. */
export const boardRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const deps = { db: app.db, texts: app.texts };

  app.get(
    '/assignments/:id/board',
    {
      schema: {
        operationId: 'readBoard',
        summary: 'Who did what on which clause, what is open to whom, and who has gone quiet',
        tags,
        params: ofAssignment,
        querystring: BoardQuery,
        response: { 200: Board },
      },
    },
    ({ params, query, viewer }) => readBoard(deps, viewer, params.id, query),
  );

  app.get(
    '/assignments/:id/board/:list',
    {
      schema: {
        operationId: 'listBoardNotes',
        summary: 'Questions that are not settled, or threads that nobody has answered, by clause',
        tags,
        params: Type.Object({ id: Uuid, list: Type.Enum([...boardLists]) }, closed),
        querystring: PageQuery,
        response: { 200: BoardNotes },
      },
    },
    ({ params, query, viewer }) =>
      listWaiting(deps, viewer, params.id, params.list, query.cursor, query.limit),
  );

  app.get(
    '/assignments/:id/projected/:address',
    {
      schema: {
        operationId: 'projectClause',
        summary: 'One clause of an assignment with its threads, as a whole room may see it',
        tags,
        params: Type.Object({ id: Uuid, address: AddressText }, closed),
        querystring: ProjectedQuery,
        response: { 200: ProjectedClause },
      },
    },
    ({ params, query, viewer }) => projectClause(deps, viewer, params.id, params.address, query),
  );
};
