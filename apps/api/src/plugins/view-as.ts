import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import type { Pool } from 'pg';
import { ownDb } from '../db/request-db.ts';
import { lookAs, readsClass } from '../features/view-as/look.ts';
import { Refusal } from '../refusal.ts';
import { isInClass } from './in-class.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Begins or ends looking at a class as one of its students. */
    viewsAs?: true;
  }
}

const reads = (method: string | string[]): boolean =>
  [method].flat().every((one) => ['GET', 'HEAD'].includes(one));

/**
 * The one place where somebody who teaches is given the eyes of a student. Whatever is read of that class
 * is read as them; what is of no class stays one's own; nothing is written anywhere meanwhile.
 */
export const viewAs = fp<{ pool: Pool }>(
  (app: FastifyInstance, { pool }, done) => {
    app.addHook('onRequest', async ({ method, viewer, routeOptions: { config } }) => {
      if (config.public === true || viewer.viewAs === undefined) return;
      if (reads(method) || config.viewsAs === true || config.signsIn === true) return;
      throw new Refusal(
        'viewing-as-student',
        'You look at a class as one of its students; leave that first: nothing is written by it.',
      );
    });

    app.addHook('onRoute', (route) => {
      if (route.config?.public === true || !reads(route.method) || !isInClass(route)) return;
      const { handler } = route;
      route.handler = async function (request, reply) {
        const own = async (): Promise<unknown> => handler.call(this, request, reply);
        const { viewer } = request;
        // What answers HEAD is made of what answers GET.
        if (viewer.viewAs === undefined || ownDb.getStore() !== undefined) return own();
        if (!(await readsClass(app.db, viewer.viewAs.class.id, request))) return own();
        return lookAs(pool, viewer, viewer.viewAs, (as) => {
          request.viewer = as;
          return own();
        });
      };
    });
    done();
  },
  { name: 'view-as', dependencies: ['services', 'session', 'errors'] },
);
