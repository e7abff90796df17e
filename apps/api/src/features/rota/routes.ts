import {
  AbsenceForm,
  AlarmSettings,
  closed,
  Done,
  DutyForm,
  OverdueWorks,
  RotaView,
  SummarySettings,
  Uuid,
} from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { writing } from '../../plugins/rate-limits.ts';
import {
  addAbsence,
  changeAlarm,
  changeDuty,
  changeSummary,
  endAbsence,
  readOverdue,
  readRota,
} from './service.ts';

export const rotaRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { db, transact } = app;
  const deps = { db, transact };
  const tags = ['moderation'];

  app.get(
    '/moderation/rota',
    {
      schema: {
        operationId: 'readRota',
        summary: 'Who is on duty when in the works one moderates, and one’s own days and absences',
        tags,
        response: { 200: RotaView },
      },
    },
    ({ viewer }) => readRota(deps, viewer.actor),
  );

  app.put(
    '/moderation/rota/duty',
    {
      config: writing,
      schema: {
        operationId: 'changeDuty',
        summary: 'Choose the days of the week of one of one’s own appointments',
        tags,
        body: DutyForm,
        response: { 200: Done },
      },
    },
    ({ body, viewer }) => changeDuty(deps, viewer.actor, body),
  );

  app.post(
    '/moderation/rota/absences',
    {
      config: writing,
      schema: {
        operationId: 'addAbsence',
        summary: 'Say that one is away from one day to another, both included',
        tags,
        body: AbsenceForm,
        response: { 201: Done },
      },
    },
    async ({ body, viewer }, reply) => {
      reply.code(201);
      return addAbsence(deps, viewer.actor, body);
    },
  );

  app.delete(
    '/moderation/rota/absences/:id',
    {
      config: writing,
      schema: {
        operationId: 'endAbsence',
        summary: 'Take an absence back',
        tags,
        params: Type.Object({ id: Uuid }, closed),
        response: { 200: Done },
      },
    },
    ({ params, viewer }) => endAbsence(deps, viewer.actor, params.id),
  );

  app.put(
    '/moderation/rota/summary',
    {
      config: writing,
      schema: {
        operationId: 'changeSummary',
        summary: 'Whether a mail says in the morning what waits, and at which hour where one is',
        tags,
        body: SummarySettings,
        response: { 200: SummarySettings },
      },
    },
    ({ body, viewer }) => changeSummary(deps, viewer.actor, body),
  );

  app.get(
    '/moderation/overdue',
    {
      schema: {
        operationId: 'readOverdue',
        summary: 'Works one moderates whose oldest case has waited for too long',
        tags,
        response: { 200: OverdueWorks },
      },
    },
    ({ viewer }) => readOverdue(deps, viewer.actor),
  );

  app.put(
    '/moderation/alarm',
    {
      config: writing,
      schema: {
        operationId: 'changeAlarm',
        summary: 'After how many days of waiting the administrators are called',
        tags: ['administration'],
        body: AlarmSettings,
        response: { 200: AlarmSettings },
      },
    },
    ({ body, viewer }) => changeAlarm(deps, viewer.actor, body),
  );
};
