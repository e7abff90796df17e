import {
  CitedAddress,
  closed,
  HomeView,
  limits,
  Slug,
  UnitLocation,
  Uuid,
  WorkPage,
  type WorkPage as WorkPageData,
} from '@glossator/contract';
import { isUid } from '@glossator/document';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { pageOf, readCursor, writeCursor } from '../../cursor.ts';
import { PageQuery } from '../../page-query.ts';
import { countToDo } from '../moderation/to-do.ts';
import type { Viewer } from '../../plugins/session.ts';
import { worksReadIn } from '../own-works/circle.ts';
import { presentViewer } from '../sessions/presenter.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { locateUnit, workSummaries } from './repository.ts';
import { readCitation, readPlainText } from './service.ts';

const Version = Type.String({ pattern: '^\\d{1,6}\\.\\d{1,6}\\.\\d{1,6}$' });

export const workRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { db, texts } = app;

  async function listWorks(
    { layers, outside, works }: Viewer,
    cursor?: string,
    limit: number = limits.pageSize,
  ): Promise<WorkPageData> {
    const after = readCursor(cursor, 'slug')?.[0] ?? '';
    const rows = await workSummaries(db, { layers: outside ?? layers, works }, after, limit + 1);
    return pageOf(
      rows,
      limit,
      (row) => row,
      (last) => writeCursor(last.slug),
    );
  }

  app.get(
    '/home',
    {
      schema: {
        operationId: 'home',
        summary: 'What the start page shows, in one answer',
        tags: ['texts'],
        response: { 200: HomeView },
      },
    },
    async ({ viewer }) => ({
      viewer: presentViewer(viewer, await countToDo(app.db, viewer)),
      works: await listWorks(viewer),
    }),
  );

  app.get(
    '/works',
    {
      schema: {
        operationId: 'listWorks',
        summary: 'The works that may be read, by slug',
        tags: ['texts'],
        querystring: Type.Object(
          {
            ...PageQuery.properties,
            /** Those alone which everybody in this class may read. */
            class: Type.Optional(Uuid),
          },
          closed,
        ),
        response: { 200: WorkPage },
      },
    },
    async ({ query, viewer }) => {
      const works =
        query.class === undefined ? viewer.works : await worksReadIn(db, viewer, query.class);
      return listWorks({ ...viewer, works }, query.cursor, query.limit);
    },
  );

  app.get(
    '/works/:slug/editions/:edition/text',
    {
      schema: {
        operationId: 'plainText',
        summary: 'One segment a line: path, tab, text; a lost segment has nothing after the tab',
        tags: ['texts'],
        params: Type.Object({ slug: Slug, edition: Slug }, closed),
        querystring: Type.Object(
          {
            version: Type.Optional(Version),
            form: Type.Optional(Type.Enum(['reading', 'diplomatic'])),
          },
          closed,
        ),
        response: { 200: { content: { 'text/plain; charset=utf-8': { schema: Type.String() } } } },
      },
    },
    async ({ params, query, viewer }, answer) => {
      const text = await readPlainText(texts, viewer, {
        slug: params.slug,
        edition: params.edition,
        version: query.version,
        form: query.form ?? 'reading',
      });
      return answer.type('text/plain; charset=utf-8').send(text);
    },
  );

  app.get(
    '/works/:slug/address',
    {
      schema: {
        operationId: 'readCitation',
        summary: 'The address of what a citation names, in either language',
        tags: ['texts'],
        params: Type.Object({ slug: Slug }, closed),
        querystring: Type.Object({ cite: Type.String({ minLength: 1, maxLength: 400 }) }, closed),
        response: { 200: CitedAddress },
      },
    },
    ({ params, query, viewer }) => readCitation(texts, viewer, params.slug, query.cite),
  );

  app.get(
    '/units/:uid',
    {
      schema: {
        operationId: 'locateUnit',
        summary: 'Where a uid stands today; a retired one is gone, with its successors',
        tags: ['texts'],
        params: Type.Object({ uid: Type.String({ maxLength: 40 }) }, closed),
        response: { 200: UnitLocation },
      },
    },
    async ({ params, viewer }) => {
      const unit = isUid(params.uid) ? await locateUnit(db, viewer.works, params.uid) : null;
      if (unit === null) throw notFound();
      if (unit.status === 'tombstone')
        throw new Refusal('gone', 'What this named has been retired.', unit.successors);
      return { work: unit.work, path: unit.path, uid: unit.uid, kind: unit.kind };
    },
  );
};
