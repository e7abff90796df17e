import './node-version.cjs';
import path from 'node:path';
import { dump, OperatorError } from '@glossator/api/operations';
import { existsSync } from 'node:fs';
import { fileArgument } from './argument.ts';
import { command, report } from './command.ts';
import { callersFolder, readConfig } from './config.ts';
import { reachDatabase } from './running-database.ts';

await command(async () => {
  const file = fileArgument('backup', process.argv.slice(2), callersFolder());
  const config = readConfig();
  if (config.databaseUrl === null && !existsSync(path.join(config.dataDir, 'pg'))) {
    throw new OperatorError(
      `${config.dataDir} holds no data: set DATA_DIR to the folder the program runs with.`,
    );
  }
  const database = await reachDatabase(config, 'a back-up', report);
  try {
    const keyFile = config.secretFile === null ? path.join(config.dataDir, 'secret') : null;
    const manifest = await dump({ url: database.ownerUrl, file, keyFile });
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    report(
      `Backed up ${String(manifest.tables.length)} tables with ${String(rows)} rows to ${file}`,
    );
    report('The file holds private notes and the signing key: keep it where only you can read it.');
  } finally {
    await database.done();
  }
});
