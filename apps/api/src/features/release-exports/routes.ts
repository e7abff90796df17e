import { closed, ReleaseFileQuery, ReleaseFiles, ReleaseQuery, Slug } from '@glossator/contract';
import { releaseFileType, releaseFormats } from '@glossator/domain';
import { linkHeader } from '@glossator/domain/cite';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { hasAlready } from '../../entity-tag.ts';
import { streamed } from '../../streamed.ts';
import { listFiles, openFile } from './files.ts';

const tags = ['commentaries'];
const ofSlug = Type.Object({ slug: Slug }, closed);
const ofFile = Type.Object({ slug: Slug, format: Type.Enum([...releaseFormats]) }, closed);

export const releaseExportRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const deps = app.releaseExports;

  app.get(
    '/releases/:slug/files',
    {
      schema: {
        operationId: 'listReleaseFiles',
        summary: 'What a release can be taken away as, and how far each file is',
        tags,
        params: ofSlug,
        querystring: ReleaseQuery,
        response: { 200: ReleaseFiles },
      },
    },
    ({ params, query }) => listFiles(deps, params.slug, query.number),
  );

  app.get(
    '/releases/:slug/files/:format',
    {
      config: { budget: 'exchange' },
      schema: {
        operationId: 'readReleaseFile',
        summary: 'A release as a file',
        description:
          'Made when it is first asked for, from the release and the words that everybody may read; where that takes longer than a few seconds the answer is 503 with Retry-After, and the list of files says how far it is. With the digest of the file in the address it may be kept for good.',
        tags,
        params: ofFile,
        querystring: ReleaseFileQuery,
        response: {
          200: {
            content: Object.fromEntries(
              releaseFormats.map((each) => [releaseFileType(each), { schema: streamed }]),
            ),
          },
        },
      },
    },
    async ({ params, query, headers }, reply) => {
      const file = await openFile(deps, params.slug, query.number, params.format);
      const tag = `"${file.sha256}"`;
      // What is printed anew, or from words that were closed meanwhile, is another file.
      const isKept = query.sha256 === file.sha256;
      reply
        .header('etag', tag)
        .header(
          'cache-control',
          isKept ? 'public, max-age=31536000, immutable' : 'public, no-cache',
        )
        // The same as of data: back to the page that it belongs to.
        .header(
          'link',
          linkHeader([
            { rel: 'cite-as', href: file.page },
            { rel: 'collection', href: file.page, type: 'text/html' },
          ]),
        );
      if (hasAlready(headers['if-none-match'], tag))
        return reply.code(304 as 200).send(Buffer.alloc(0));
      return reply
        .type(file.mediaType)
        .header('content-length', file.size)
        .header('content-disposition', `attachment; filename="${file.name}"`)
        .send(file.stream());
    },
  );
};
