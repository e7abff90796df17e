import {
  ClassGrades,
  ClassGradesQuery,
  closed,
  ContestForm,
  Gradebook,
  OwnResult,
  Uuid,
} from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Readable } from 'node:stream';
import { Type } from 'typebox';
import { writing } from '../../plugins/rate-limits.ts';
import { streamed } from '../../streamed.ts';
import { readClassGrades } from './class-grades.ts';
import { gradebookCsv, gradebookOfAssignment, gradebookOfClass } from './gradebook.ts';
import { contestLine, readResult } from './result.ts';

const tags = ['grading'];
const byId = Type.Object({ id: Uuid }, closed);
const file = { content: { 'text/csv': { schema: streamed } } };
const type = 'text/csv; charset=utf-8';
const attachment = 'attachment; filename="gradebook.csv"';

/** What a student got, and the books of a class. */
export const resultRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const deps = { db: app.db, transact: app.transact, texts: app.texts };

  app.get(
    '/assignments/:id/result',
    {
      schema: {
        operationId: 'readResult',
        summary: 'What one got for an assignment, and why',
        tags,
        params: byId,
        response: { 200: OwnResult },
      },
    },
    ({ params, viewer }) => readResult(deps, viewer.actor, params.id),
  );

  app.post(
    '/assignments/:id/result/contests',
    {
      config: writing,
      schema: {
        operationId: 'contestLine',
        summary: 'Contest one line of what one got',
        tags,
        params: byId,
        body: ContestForm,
        response: { 200: OwnResult },
      },
    },
    ({ params, body, viewer }) => contestLine(deps, viewer.actor, params.id, body),
  );

  app.get(
    '/assignments/:id/gradebook',
    {
      schema: {
        operationId: 'readAssignmentGradebook',
        summary: 'What each student of an assignment gets, in points',
        tags,
        params: byId,
        response: { 200: Gradebook },
      },
    },
    ({ params, viewer }) => gradebookOfAssignment(deps, viewer.actor, params.id),
  );

  app.get(
    '/assignments/:id/gradebook/file',
    {
      config: { budget: 'exchange' },
      schema: {
        operationId: 'exportAssignmentGradebook',
        summary: 'The same as a CSV file that a spreadsheet opens',
        tags,
        params: byId,
        response: { 200: file },
      },
    },
    async ({ params, viewer }, answer) => {
      const book = await gradebookOfAssignment(deps, viewer.actor, params.id);
      return answer
        .type(type)
        .header('content-disposition', attachment)
        .send(Readable.from([gradebookCsv(book)]));
    },
  );

  app.get(
    '/classes/:id/grades',
    {
      schema: {
        operationId: 'readClassGrades',
        summary: 'Students by assignments: points, how far it is with them, sums and averages',
        tags,
        params: byId,
        querystring: ClassGradesQuery,
        response: { 200: ClassGrades },
      },
    },
    ({ params, query, viewer }) => readClassGrades(deps, viewer.actor, params.id, query),
  );

  app.get(
    '/classes/:id/gradebook',
    {
      schema: {
        operationId: 'readGradebook',
        summary: 'What each student of a class gets for each assignment, in points',
        tags,
        params: byId,
        response: { 200: Gradebook },
      },
    },
    ({ params, viewer }) => gradebookOfClass(deps, viewer.actor, params.id),
  );

  app.get(
    '/classes/:id/gradebook/file',
    {
      config: { budget: 'exchange' },
      schema: {
        operationId: 'exportGradebook',
        summary: 'The same as a CSV file that a spreadsheet opens',
        tags,
        params: byId,
        response: { 200: file },
      },
    },
    async ({ params, viewer }, answer) => {
      const book = await gradebookOfClass(deps, viewer.actor, params.id);
      return answer
        .type(type)
        .header('content-disposition', attachment)
        .send(Readable.from([gradebookCsv(book)]));
    },
  );
};
