import {
  closed,
  Done,
  HeldWorks,
  HoldRuleForm,
  HoldRuleQuery,
  HoldRulesView,
  HoldTrial,
  HoldVerdict,
  Slug,
  Uuid,
  WordListChange,
  WordListForm,
  WordListQuery,
  WordListView,
} from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { writing } from '../../plugins/rate-limits.ts';
import { dropRule, listHeldWorks, readRules, saveRule } from './rules.ts';
import { tryText } from './try-text.ts';
import { changeList, createList, dropList, readList } from './word-lists.ts';

const WorkParams = Type.Object({ work: Slug }, closed);
const ListParams = Type.Object({ id: Uuid }, closed);
/** A list of a hundred thousand hanzi, and what a form says beside. */
const listBytes = 512 * 1024;

export const holdRuleRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { db, transact, texts } = app;
  const deps = { db, transact, texts };
  const tags = ['moderation'];

  app.get(
    '/moderation/rules',
    {
      schema: {
        operationId: 'listHeldWorks',
        summary: 'The works for which the asker may say how public notes are taken in',
        tags,
        response: { 200: HeldWorks },
      },
    },
    ({ viewer }) => listHeldWorks(deps, viewer.actor),
  );

  app.get(
    '/moderation/rules/:work',
    {
      schema: {
        operationId: 'readHoldRules',
        summary: 'How public notes on a work are taken in: its rules and word lists',
        tags,
        params: WorkParams,
        response: { 200: HoldRulesView },
      },
    },
    ({ params, viewer }) => readRules(deps, viewer.actor, params.work),
  );

  app.put(
    '/moderation/rules/:work',
    {
      config: writing,
      schema: {
        operationId: 'saveHoldRule',
        summary: 'Set the rule of a work or of a part of it; version 0 makes a new one',
        tags,
        params: WorkParams,
        body: HoldRuleForm,
        response: { 200: HoldRulesView },
      },
    },
    ({ params, body, viewer }) => saveRule(deps, viewer.actor, params.work, body),
  );

  app.delete(
    '/moderation/rules/:work',
    {
      config: writing,
      schema: {
        operationId: 'dropHoldRule',
        summary: 'Take the rule of a part away; that of the whole work holds there again',
        tags,
        params: WorkParams,
        querystring: HoldRuleQuery,
        response: { 200: HoldRulesView },
      },
    },
    ({ params, query, viewer }) => dropRule(deps, viewer.actor, params.work, query),
  );

  app.post(
    '/moderation/rules/:work/trial',
    {
      config: writing,
      schema: {
        operationId: 'tryHoldRules',
        summary: 'Which phases would hold a text; nothing is stored',
        tags,
        params: WorkParams,
        body: HoldTrial,
        response: { 200: HoldVerdict },
      },
    },
    ({ params, body, viewer }) => tryText(deps, viewer.actor, params.work, body),
  );

  app.post(
    '/moderation/word-lists',
    {
      config: writing,
      bodyLimit: listBytes,
      schema: {
        operationId: 'createWordList',
        summary: 'Make a list of words that hold a note, on a work or on all of them',
        tags,
        body: WordListForm,
        response: { 201: WordListView },
      },
    },
    async ({ body, viewer }, reply) => {
      reply.code(201);
      return createList(deps, viewer.actor, body);
    },
  );

  app.get(
    '/moderation/word-lists/:id',
    {
      schema: {
        operationId: 'readWordList',
        summary: 'A word list with its words',
        tags,
        params: ListParams,
        response: { 200: WordListView },
      },
    },
    ({ params, viewer }) => readList(deps, viewer.actor, params.id),
  );

  app.put(
    '/moderation/word-lists/:id',
    {
      config: writing,
      bodyLimit: listBytes,
      schema: {
        operationId: 'changeWordList',
        summary: 'Replace a word list; notes that wait or are public stay as they are',
        tags,
        params: ListParams,
        body: WordListChange,
        response: { 200: WordListView },
      },
    },
    ({ params, body, viewer }) => changeList(deps, viewer.actor, params.id, body),
  );

  app.delete(
    '/moderation/word-lists/:id',
    {
      config: writing,
      schema: {
        operationId: 'dropWordList',
        summary: 'Take a word list away',
        tags,
        params: ListParams,
        querystring: WordListQuery,
        response: { 200: Done },
      },
    },
    ({ params, query, viewer }) => dropList(deps, viewer.actor, params.id, query.version),
  );
};
