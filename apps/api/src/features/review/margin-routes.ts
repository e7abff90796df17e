import {
  closed,
  MarginAnswerForm,
  MarginChangeForm,
  MarginForm,
  MarginRemoval,
  MarginSettlement,
  MarginThreadView,
  Uuid,
} from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { writing } from '../../plugins/rate-limits.ts';
import { changeNote, removeNote } from './margin-change.ts';
import { answerThread, beginThread, settleThread } from './margin-write.ts';

const tags = ['review'];
const round = Type.Integer({ minimum: 1, maximum: 100_000 });
const ofRound = Type.Object({ id: Uuid, round }, closed);
const ofThread = Type.Object({ id: Uuid, thread: Uuid }, closed);
const ofNote = Type.Object({ id: Uuid, note: Uuid }, closed);
const response = { 200: MarginThreadView };

export const marginRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { db, transact, texts, outbox, settings } = app;
  const deps = { db, transact, texts, outbox, settings };

  app.post(
    '/commentaries/:id/rounds/:round/threads',
    {
      config: writing,
      schema: {
        operationId: 'beginMarginThread',
        summary: 'Write in the margin of a part of a round, or on words of it',
        tags,
        params: ofRound,
        body: MarginForm,
        response,
      },
    },
    ({ params, body, viewer }) => beginThread(deps, viewer.actor, params.id, params.round, body),
  );

  app.post(
    '/commentaries/:id/margin/:thread/answers',
    {
      config: writing,
      schema: {
        operationId: 'answerMarginThread',
        summary: 'Answer in a thread of a margin',
        tags,
        params: ofThread,
        body: MarginAnswerForm,
        response,
      },
    },
    ({ params, body, viewer }) => answerThread(deps, viewer.actor, params.id, params.thread, body),
  );

  app.put(
    '/commentaries/:id/margin/:thread/settlement',
    {
      config: writing,
      schema: {
        operationId: 'settleMarginThread',
        summary: 'Say that a thread of a margin is dealt with, or that it is not',
        tags,
        params: ofThread,
        body: MarginSettlement,
        response,
      },
    },
    ({ params, body, viewer }) =>
      settleThread(deps, viewer.actor, params.id, params.thread, body.settled),
  );

  app.put(
    '/commentaries/:id/margin-notes/:note',
    {
      config: writing,
      schema: {
        operationId: 'changeMarginNote',
        summary: 'Change a note of one’s own of which its authors were not told',
        tags,
        params: ofNote,
        body: MarginChangeForm,
        response,
      },
    },
    ({ params, body, viewer }) => changeNote(deps, viewer.actor, params.id, params.note, body),
  );

  app.put(
    '/commentaries/:id/margin-notes/:note/removal',
    {
      config: writing,
      schema: {
        operationId: 'removeMarginNote',
        summary:
          'Take a note of one’s own away of which its authors were not told, or bring it back',
        tags,
        params: ofNote,
        body: MarginRemoval,
        response,
      },
    },
    ({ params, body, viewer }) =>
      removeNote(deps, viewer.actor, params.id, params.note, body.removed),
  );
};
