import { createHash } from 'node:crypto';
import { CitationFileQuery, CitationQuery, CitationView } from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { citationFile, citationFiles } from '@glossator/domain/cite';
import { Type } from 'typebox';
import { hasAlready } from '../../entity-tag.ts';
import { citationView, citedPage, fileOfCitation } from './service.ts';

const tags = ['citations'];
const text = { schema: Type.Unknown() };
const types = citationFiles.map((file) => citationFile[file].mediaType);

export const citationRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { db, texts, settings, releaseExports } = app;
  const deps = { db, texts, origin: settings.origin.origin, formats: releaseExports.formats };

  app.get(
    '/citations',
    {
      schema: {
        operationId: 'citePage',
        summary: 'How a release, an entry, a clause or a public note is cited, in every style',
        tags,
        querystring: CitationQuery,
        response: { 200: CitationView },
      },
    },
    async ({ query: { of, edition, on }, viewer }) =>
      citationView(await citedPage(deps, viewer, of, edition), on),
  );

  app.get(
    '/citations/file',
    {
      schema: {
        operationId: 'citePageAsFile',
        summary: 'The same for reference managers: CSL-JSON, BibTeX, RIS, JSON-LD, or its links',
        tags,
        querystring: CitationFileQuery,
        response: { 200: { content: Object.fromEntries(types.map((type) => [type, text])) } },
      },
    },
    async ({ query: { of, edition, format }, viewer, headers }, answer) => {
      const file = await fileOfCitation(await citedPage(deps, viewer, of, edition), format);
      const tag = `"${createHash('sha256').update(file.text).digest('base64url')}"`;
      answer.headers({ etag: tag, 'cache-control': 'no-cache', link: file.link });
      if (hasAlready(headers['if-none-match'], tag))
        return answer.code(304 as 200).send(Buffer.alloc(0));
      answer.header('content-disposition', `attachment; filename="${file.name}"`);
      // What is JSON is UTF-8 by itself; the others say so.
      const type = file.mediaType.endsWith('json')
        ? file.mediaType
        : `${file.mediaType}; charset=utf-8`;
      // A buffer, that no serialiser writes it anew.
      return answer.type(type).send(Buffer.from(file.text));
    },
  );
};
