import { buildApp } from './app.ts';
import { ConfigError, readApiConfig } from './config.ts';
import { makePool } from './db/client.ts';
import { environment } from './environment.ts';
import { firstAdministratorLink } from './features/accounts/first-administrator.ts';

try {
  const config = readApiConfig(environment());
  const pool = makePool(config.databaseUrl);
  const app = await buildApp({ config, pool });
  await app.listen({ host: config.host, port: config.port });
  const link = await firstAdministratorLink(pool, config.origin.origin);
  if (link !== null)
    process.stdout.write(`Make yourself the administrator (once, within an hour): ${link}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      void app.close().then(() => pool.end());
    });
} catch (error) {
  process.stderr.write(
    `${error instanceof ConfigError ? error.message : String((error as Error).stack)}\n`,
  );
  process.exitCode = 1;
}
