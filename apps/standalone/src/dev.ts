import './node-version.cjs';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { buildApp, makePool, prepare } from '@glossator/api';
import { closeSoon } from './close-soon.ts';
import { Closing } from './closing.ts';
import { printFailure, report } from './command.ts';
import { environmentForChild, readConfig, root } from './config.ts';
import { openDataFolder } from './data-folder.ts';
import { openDatabase } from './database.ts';
import { watchParents } from './parents.ts';
import { apiConfig } from './run.ts';
import { secretFile } from './secret.ts';

/** The API at PORT + 1 and Vite's server with live reload at PORT, on the data folder of `start`. */
const closing = new Closing();
const end = () => {
  if (!closing.begun) closeSoon(closing, () => process.exit());
};
process.on('SIGINT', end);
process.on('SIGTERM', end);
watchParents(end);

try {
  const config = readConfig();
  const folder = openDataFolder(config.dataDir, 'a development server');
  closing.add(folder.release);
  const secret = secretFile(config.dataDir, config.secretFile);
  const database = await openDatabase(config, report);
  closing.add(database.stop);
  await prepare(database.ownerUrl, report);
  const pool = makePool(database.appUrl);
  closing.add(() => pool.end());
  const port = config.port + 1;
  const app = await buildApp({ config: apiConfig(config, database.appUrl, secret), pool });
  closing.add(() => app.close());
  await app.listen({ host: '127.0.0.1', port });
  const web = path.join(root, 'apps/web');
  const vite = path.join(web, 'node_modules/vite/bin/vite.js');
  const child = spawn(
    process.execPath,
    [vite, 'dev', '--port', String(config.port), '--strictPort'],
    {
      cwd: web,
      env: { ...environmentForChild(), API_URL: `http://127.0.0.1:${String(port)}` },
      stdio: 'inherit',
    },
  );
  child.once('exit', end);
  closing.add(() => {
    child.kill();
  });
} catch (error) {
  if (!closing.begun) {
    printFailure(error);
    process.exitCode = 1;
    end();
  }
}
