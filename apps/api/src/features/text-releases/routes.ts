import {
  closed,
  Done,
  DraftMade,
  FatedThreadPage,
  TextProposalView,
  ReleaseLayersFile,
  SetAsideForm,
  Slug,
  TextDraftForm,
  TextDraftView,
  TextEditing,
  TextReleaseForm,
  TextReleaseMade,
  TextReleaseView,
  ToldOutcome,
  Uuid,
  VersionDifference,
  WorkVersions,
} from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { PageQuery } from '../../page-query.ts';
import { writing } from '../../plugins/rate-limits.ts';
import { beginDraft, dropDraft, readDraft, releaseDraft, saveDraft } from './drafts.ts';
import { listFatedThreads } from './fated-threads.ts';
import { listTextEditing } from './editing.ts';
import { beginFromProposal, readProposal, releaseProposal, setProposalAside } from './proposals.ts';
import { exportRelease, readTextRelease } from './released.ts';
import { listVersions, readDifference } from './versions.ts';

const tags = ['editing texts'];
const Version = Type.String({ pattern: '^\\d{1,6}\\.\\d{1,6}\\.\\d{1,6}$' });
const ofDraft = Type.Object({ id: Uuid }, closed);
const ofEdition = Type.Object({ id: Slug }, closed);
const ofProposal = Type.Object(
  { edition: Slug, version: Version, sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }) },
  closed,
);

export const textReleaseRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const deps = { db: app.db, transact: app.transact, texts: app.texts };

  app.get(
    '/text-editing',
    {
      schema: {
        operationId: 'listTextEditing',
        summary: 'Every edition with its versions, what is proposed and what is prepared',
        tags,
        response: { 200: TextEditing },
      },
    },
    ({ viewer }) => listTextEditing(deps, viewer.actor),
  );

  app.get(
    '/text-proposals/:edition/:version/:sha256',
    {
      schema: {
        operationId: 'readTextProposal',
        summary:
          'A version that ships with the program: its differences, and what it would do here',
        tags,
        params: ofProposal,
        response: { 200: TextProposalView },
      },
    },
    ({ params, viewer }) => readProposal(deps, viewer.actor, params),
  );

  app.post(
    '/text-proposals/:edition/:version/:sha256/release',
    {
      config: writing,
      schema: {
        operationId: 'releaseTextProposal',
        summary: 'Release what is proposed',
        tags,
        params: ofProposal,
        body: TextReleaseForm,
        response: { 201: TextReleaseMade },
      },
    },
    async ({ params, body, viewer }, reply) => {
      reply.code(201);
      return releaseProposal(deps, viewer.actor, params, body);
    },
  );

  app.post(
    '/text-proposals/:edition/:version/:sha256/draft',
    {
      config: writing,
      schema: {
        operationId: 'beginFromTextProposal',
        summary: 'Begin a draft with what is proposed',
        tags,
        params: ofProposal,
        response: { 201: DraftMade },
      },
    },
    async ({ params, viewer }, reply) => {
      reply.code(201);
      return beginFromProposal(deps, viewer.actor, params, viewer.person?.locale ?? 'en');
    },
  );

  app.put(
    '/text-proposals/:edition/:version/:sha256/aside',
    {
      config: writing,
      schema: {
        operationId: 'setTextProposalAside',
        summary: 'Put aside what is proposed, with a reason',
        tags,
        params: ofProposal,
        body: SetAsideForm,
        response: { 200: Done },
      },
    },
    ({ params, body, viewer }) => setProposalAside(deps, viewer.actor, params, body),
  );

  app.delete(
    '/text-proposals/:edition/:version/:sha256/aside',
    {
      config: writing,
      schema: {
        operationId: 'takeUpTextProposal',
        summary: 'Take up again what was put aside',
        tags,
        params: ofProposal,
        response: { 200: Done },
      },
    },
    ({ params, viewer }) => setProposalAside(deps, viewer.actor, params, null),
  );

  app.post(
    '/editions/:id/text-drafts',
    {
      config: writing,
      schema: {
        operationId: 'beginTextDraft',
        summary: 'Begin to declare what the next version of an edition changes',
        tags,
        params: ofEdition,
        response: { 201: DraftMade },
      },
    },
    async ({ params, viewer }, reply) => {
      reply.code(201);
      return beginDraft(deps, viewer.actor, params.id);
    },
  );

  app.get(
    '/text-drafts/:id',
    {
      schema: {
        operationId: 'readTextDraft',
        summary: 'What is declared, what it would do, and one clause to be changed',
        tags,
        params: ofDraft,
        querystring: Type.Object(
          { at: Type.Optional(Type.String({ minLength: 1, maxLength: 96 })) },
          closed,
        ),
        response: { 200: TextDraftView },
      },
    },
    ({ params, query, viewer }) => readDraft(deps, viewer.actor, params.id, query.at),
  );

  app.put(
    '/text-drafts/:id',
    {
      config: writing,
      schema: {
        operationId: 'saveTextDraft',
        summary: 'Declare what the next version changes',
        tags,
        params: ofDraft,
        body: TextDraftForm,
        response: { 200: DraftMade },
      },
    },
    ({ params, body, viewer }) => saveDraft(deps, viewer.actor, params.id, body),
  );

  app.delete(
    '/text-drafts/:id',
    {
      config: writing,
      schema: {
        operationId: 'dropTextDraft',
        summary: 'Throw a draft away',
        tags,
        params: ofDraft,
        response: { 200: Done },
      },
    },
    ({ params, viewer }) => dropDraft(deps, viewer.actor, params.id),
  );

  app.post(
    '/text-drafts/:id/release',
    {
      config: writing,
      schema: {
        operationId: 'releaseTextDraft',
        summary: 'Release the next version of an edition',
        tags,
        params: ofDraft,
        body: TextReleaseForm,
        response: { 201: TextReleaseMade },
      },
    },
    async ({ params, body, viewer }, reply) => {
      reply.code(201);
      return releaseDraft(deps, viewer.actor, params.id, body, viewer.person?.locale ?? 'en');
    },
  );

  app.get(
    '/text-releases/:id',
    {
      schema: {
        operationId: 'readTextRelease',
        summary: 'What a release did',
        tags,
        params: ofDraft,
        response: { 200: TextReleaseView },
      },
    },
    ({ params, viewer }) => readTextRelease(deps, viewer.actor, params.id),
  );

  app.get(
    '/text-releases/:id/threads',
    {
      schema: {
        operationId: 'listFatedThreads',
        summary:
          'The threads that a release touched, of those that one may read, by what became of them',
        tags,
        params: ofDraft,
        querystring: Type.Object(
          { ...PageQuery.properties, outcome: Type.Optional(ToldOutcome) },
          closed,
        ),
        response: { 200: FatedThreadPage },
      },
    },
    ({ params, query, viewer }) =>
      listFatedThreads(deps, viewer, {
        ...{ id: params.id, outcome: query.outcome },
        ...{ cursor: query.cursor, limit: query.limit },
      }),
  );

  app.get(
    '/text-releases/:id/layers',
    {
      schema: {
        operationId: 'exportTextRelease',
        summary: 'A version as files of the document package',
        tags,
        params: ofDraft,
        response: { 200: ReleaseLayersFile },
      },
    },
    ({ params, viewer }) => exportRelease(deps, viewer.actor, params.id),
  );

  app.get(
    '/works/:slug/versions',
    {
      schema: {
        operationId: 'listVersions',
        summary: 'The versions of each edition of a work',
        tags: ['texts'],
        params: Type.Object({ slug: Slug }, closed),
        response: { 200: WorkVersions },
      },
    },
    ({ params, viewer }) => listVersions(deps, viewer, params.slug),
  );

  app.get(
    '/works/:slug/versions/:edition/difference',
    {
      schema: {
        operationId: 'readVersionDifference',
        summary: 'What became of an edition from one version to another',
        tags: ['texts'],
        params: Type.Object({ slug: Slug, edition: Slug }, closed),
        querystring: Type.Object({ from: Version, to: Version }, closed),
        response: { 200: VersionDifference },
      },
    },
    ({ params, query, viewer }) => readDifference(deps, viewer, { ...params, ...query }),
  );
};
