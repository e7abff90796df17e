import './node-version.cjs';
import { restore } from '@glossator/api/operations';
import { fileArgument } from './argument.ts';
import { command, report } from './command.ts';
import { callersFolder, migrations, readConfig } from './config.ts';
import { replaceSecret } from './secret.ts';
import { reachDatabase } from './running-database.ts';

await command(async () => {
  const file = fileArgument('restore', process.argv.slice(2), callersFolder());
  const config = readConfig();
  const database = await reachDatabase(config, 'a restore', report);
  try {
    const keepKey = (key: Buffer) => {
      if (config.secretFile === null) replaceSecret(config.dataDir, key);
      else
        report(
          `Note: the back-up's signing key was not put into ${config.secretFile}; everybody signs in again.`,
        );
    };
    const manifest = await restore({
      url: database.ownerUrl,
      file,
      dir: migrations,
      keepKey,
      report,
    });
    report(`Restored the back-up of ${manifest.taken}.`);
    if (database.shared)
      report('Restart the running program: it still holds what was there before.');
  } finally {
    await database.done();
  }
});
