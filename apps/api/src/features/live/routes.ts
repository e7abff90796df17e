import { closed, Done, LiveCursor, WritingNotice } from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { networkOf } from '../../plugins/rate-limits.ts';
import { Refusal } from '../../refusal.ts';
import { makeAllowance } from '../../throttle.ts';
import { permitted } from '../annotations/access.ts';

/** Streams one person, one network and one process may have open. */
const most = { person: 12, network: 1_500, process: 5_000 };
/** How often a person says that they are writing: each time goes to every stream. */
const said = { times: 40, seconds: 60 } as const;
/** Milliseconds after which a stream ends, so that its session is read anew. */
const longest = 60 * 60 * 1_000;

export const liveRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { hub, seal } = app.live;
  const networks = new Map<string, number>();
  const allow = makeAllowance(said.times, said.seconds, 'You have just said that you are writing.');

  app.get(
    '/live',
    {
      schema: {
        operationId: 'followLive',
        summary:
          'Server-sent events: `change` (ids of what changed), `notices` (one’s own have changed), `cases` (what waits where one moderates has changed), `writing`, `reset` (load anew); resumes by Last-Event-ID',
        tags: ['live'],
        querystring: Type.Object({ after: Type.Optional(LiveCursor) }, closed),
        response: {
          200: { content: { 'text/event-stream': { schema: Type.String() } } },
        },
      },
    },
    async (request, reply) => {
      const { viewer, query } = request;
      // Who names no place is told of all that happens from here on, also right after the start.
      await hub.begun();
      const network = networkOf(request.ip);
      const open = networks.get(network) ?? 0;
      const own =
        viewer.actor.personId === null
          ? 0
          : hub.countOf(({ actor }) => actor.personId === viewer.actor.personId);
      if (hub.size() >= most.process || open >= most.network || own >= most.person) {
        reply.header('retry-after', '30');
        throw new Refusal('too-many-requests', 'Too many streams are open; close some pages.');
      }
      const named = request.headers['last-event-id'];
      const asked = (typeof named === 'string' ? named : undefined) ?? query.after;
      const after = asked === undefined ? null : (seal.read(asked) ?? 'unknown');

      reply.hijack();
      const { raw } = reply;
      // Who has gone already is not told of it again: their place would be kept for ever.
      if (raw.destroyed) return;
      for (const [name, value] of Object.entries(reply.getHeaders()))
        if (value !== undefined) raw.setHeader(name, value);
      raw.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        // A proxy that collects what it passes on would hold the events back.
        'x-accel-buffering': 'no',
        vary: 'Cookie',
      });
      raw.write('retry: 2000\n\n');
      networks.set(network, open + 1);
      const timer = setTimeout(() => raw.end(), longest).unref();
      raw.once('close', () => {
        clearTimeout(timer);
        const left = (networks.get(network) ?? 1) - 1;
        if (left === 0) networks.delete(network);
        else networks.set(network, left);
      });
      await hub.open(raw, viewer, after);
    },
  );

  app.post(
    '/live/writing',
    {
      config: { budget: 'drafts' },
      schema: {
        operationId: 'tellWriting',
        summary: 'Says to those who see a thread that one is writing an answer there',
        tags: ['live'],
        body: WritingNotice,
        response: { 200: Done },
      },
    },
    async ({ body, viewer }) => {
      const row = await permitted(
        { db: app.db, transact: app.transact, texts: app.texts },
        viewer,
        body.annotation,
        'reply',
      );
      const { id, name } = viewer.person ?? { id: '', name: '' };
      // A notebook has no other reader to tell; where names are not told, nobody is.
      if (row.layer !== 'notebook' && !row.hides_names) {
        allow(id);
        await app.db.rows(
          { name: 'tell-writing', text: `select pg_notify('glossator_writing', $1)` },
          [
            JSON.stringify({
              work: row.work,
              layer: row.layer_id,
              thread: row.thread,
              person: { id, name },
            }),
          ],
        );
      }
      return { done: true as const };
    },
  );
};
