import {
  BibliographyItemForm,
  BibliographyItemView,
  BibliographyPage,
  BibliographyPaste,
  BibliographyPasted,
  BibliographyPreview,
  closed,
  CommentaryRemoval,
  limits,
  PastedBibliography,
  Uuid,
} from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { PageQuery } from '../../page-query.ts';
import { writing } from '../../plugins/rate-limits.ts';
import { previewPaste, takePaste } from './bibliography-paste.ts';
import { changeItem, listBibliography, readItem, removeItem } from './bibliography.ts';

const tags = ['commentaries'];
const ofCommentary = Type.Object({ id: Uuid }, closed);
const ofItem = Type.Object({ id: Uuid, item: Uuid }, closed);
/** Bytes: of Chinese three to a character, and escapes. */
const bodyLimit = 4 * limits.bibliographyPaste;

export const bibliographyRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const deps = { db: app.db, transact: app.transact };

  app.get(
    '/commentaries/:id/bibliography',
    {
      schema: {
        operationId: 'listBibliography',
        summary: 'The works that a commentary may cite, by their keys',
        tags,
        params: ofCommentary,
        querystring: PageQuery,
        response: { 200: BibliographyPage },
      },
    },
    ({ params, query, viewer }) =>
      listBibliography(deps, viewer.actor, params.id, query.cursor, query.limit),
  );

  app.post(
    '/commentaries/:id/bibliography/preview',
    {
      config: writing,
      bodyLimit,
      schema: {
        operationId: 'previewBibliography',
        summary:
          'Read BibTeX, RIS, CSL-JSON or DOIs and tell what each entry is; nothing is stored',
        tags,
        params: ofCommentary,
        body: PastedBibliography,
        response: { 200: BibliographyPreview },
      },
    },
    ({ params, body, viewer }) => previewPaste(deps, viewer.actor, params.id, body.text),
  );

  app.post(
    '/commentaries/:id/bibliography',
    {
      config: writing,
      bodyLimit,
      schema: {
        operationId: 'takeBibliography',
        summary: 'Add what was pasted, and replace what was chosen',
        tags,
        params: ofCommentary,
        body: BibliographyPaste,
        response: { 200: BibliographyPasted },
      },
    },
    ({ params, body, viewer }) => takePaste(deps, viewer.actor, params.id, body),
  );

  app.get(
    '/commentaries/:id/bibliography/:item',
    {
      schema: {
        operationId: 'readBibliographyItem',
        summary: 'A work, and the parts that cite it',
        tags,
        params: ofItem,
        response: { 200: BibliographyItemView },
      },
    },
    ({ params, viewer }) => readItem(deps, viewer.actor, params.id, params.item),
  );

  app.put(
    '/commentaries/:id/bibliography/:item',
    {
      config: writing,
      schema: {
        operationId: 'changeBibliographyItem',
        summary: 'Set a work anew; its key only while nothing cites it',
        tags,
        params: ofItem,
        body: BibliographyItemForm,
        response: { 200: BibliographyItemView },
      },
    },
    ({ params, body, viewer }) => changeItem(deps, viewer.actor, params.id, params.item, body),
  );

  app.put(
    '/commentaries/:id/bibliography/:item/removal',
    {
      config: writing,
      schema: {
        operationId: 'removeBibliographyItem',
        summary: 'Take a work out that nothing cites, or bring it back',
        tags,
        params: ofItem,
        body: CommentaryRemoval,
        response: { 200: BibliographyItemView },
      },
    },
    ({ params, body, viewer }) =>
      removeItem(deps, viewer.actor, params.id, params.item, body.removed),
  );
};
