import { buildApp, defaultRateLimits, makePool, readApiConfig } from '@glossator/api';

// The whole API as it is, but for limits that would refuse a bench, unless it is about them.
const pool = makePool(String(process.env['DATABASE_URL']));
const config = readApiConfig(process.env);
const unlimited = Number.MAX_SAFE_INTEGER;
const app = await buildApp({
  config: {
    ...config,
    log: 'silent',
    rateLimits:
      process.env['LIMITS'] === 'default'
        ? defaultRateLimits
        : {
            read: unlimited,
            write: unlimited,
            drafts: unlimited,
            moderation: unlimited,
            search: unlimited,
            exchange: unlimited,
            credentials: unlimited,
          },
  },
  pool,
});
app.get(
  '/bench/cookie/:id',
  { schema: { hide: true }, config: { public: true } },
  (request, reply) => {
    app.startSession(reply, (request.params as { id: string }).id);
    return reply.send('ok');
  },
);
await app.listen({ host: '127.0.0.1', port: config.port });
process.send?.('ready');
process.once('disconnect', () => process.exit());
