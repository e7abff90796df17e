import {
  ClauseCard,
  ClauseCardQuery,
  closed,
  CompletionQuery,
  EntryCard,
  NoteCard,
  PersonCard,
  PersonCompletions,
  Preview,
  PreviewForm,
  ReferenceCompletions,
  ReleaseQuery,
  SearchCompletionQuery,
  SearchCompletions,
  Slug,
  TagCompletions,
  Uuid,
} from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { readClauseCard, readNoteCard, readPersonCard } from './cards.ts';
import { completeSearch } from './complete-search.ts';
import { completePerson, completeReference, completeTag, preview } from './complete.ts';
import { readEntryCard } from './entry-card.ts';

export const referenceRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { db, texts } = app;
  const deps = { db, texts };

  app.get(
    '/works/:slug/card',
    {
      schema: {
        operationId: 'readClauseCard',
        summary: 'The beginning of a clause in every language, for a reference to it',
        tags: ['annotations'],
        params: Type.Object({ slug: Slug }, closed),
        querystring: ClauseCardQuery,
        response: { 200: ClauseCard },
      },
    },
    ({ params, query, viewer }) => readClauseCard(deps, viewer, params.slug, query.at),
  );

  app.get(
    '/annotations/:id/card',
    {
      schema: {
        operationId: 'readNoteCard',
        summary: 'The beginning of a note, for a reference to it',
        tags: ['annotations'],
        params: Type.Object({ id: Uuid }, closed),
        response: { 200: NoteCard },
      },
    },
    ({ params, viewer }) => readNoteCard(deps, viewer, params.id),
  );

  app.get(
    '/people/:handle/card',
    {
      schema: {
        operationId: 'readPersonCard',
        summary: 'Who a handle is, of those who have written something the reader sees',
        tags: ['annotations'],
        params: Type.Object({ handle: Type.String({ minLength: 1, maxLength: 60 }) }, closed),
        response: { 200: PersonCard },
      },
    },
    ({ params, viewer }) => readPersonCard(deps, viewer, params.handle),
  );

  app.get(
    '/releases/:slug/entries/:label/card',
    {
      schema: {
        operationId: 'readEntryCard',
        summary: 'The beginning of an entry of a release, for a reference to it',
        tags: ['commentaries'],
        params: Type.Object(
          { slug: Slug, label: Type.String({ minLength: 1, maxLength: 12 }) },
          closed,
        ),
        querystring: ReleaseQuery,
        response: { 200: EntryCard },
      },
    },
    ({ params, query }) => readEntryCard(deps, params.slug, query.number, params.label),
  );

  const completion = { budget: 'search' } as const;
  app.get(
    '/completions/references',
    {
      config: completion,
      schema: {
        operationId: 'completeReference',
        summary: 'Clauses by address or words, and notes, that may be referred to in a layer',
        tags: ['annotations'],
        querystring: CompletionQuery,
        response: { 200: ReferenceCompletions },
      },
    },
    ({ query, viewer }) => completeReference(deps, viewer, query),
  );

  app.get(
    '/completions/people',
    {
      config: completion,
      schema: {
        operationId: 'completePerson',
        summary: 'People who have written what the readers of a layer see, by their handle',
        tags: ['annotations'],
        querystring: CompletionQuery,
        response: { 200: PersonCompletions },
      },
    },
    ({ query, viewer }) => completePerson(deps, viewer, query),
  );

  app.get(
    '/completions/tags',
    {
      config: completion,
      schema: {
        operationId: 'completeTag',
        summary: 'Tags in use that the readers of a layer see, the most used first',
        tags: ['annotations'],
        querystring: CompletionQuery,
        response: { 200: TagCompletions },
      },
    },
    ({ query, viewer }) => completeTag(deps, viewer, query),
  );

  app.get(
    '/completions/search',
    {
      config: completion,
      schema: {
        operationId: 'completeSearch',
        summary:
          'What an operator of a search is completed with: people and tags of notes the reader sees, works, clauses',
        tags: ['search'],
        querystring: SearchCompletionQuery,
        response: { 200: SearchCompletions },
      },
    },
    ({ query, viewer }) => completeSearch(deps, viewer, query),
  );

  app.post(
    '/preview',
    {
      config: completion,
      schema: {
        operationId: 'preview',
        summary: 'Markdown as the note would show it; nothing is kept',
        tags: ['annotations'],
        body: PreviewForm,
        response: { 200: Preview },
      },
    },
    ({ body, viewer }) => preview(deps, viewer, body),
  );
};
