import './node-version.cjs';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { OperatorError, verifyLog } from '@glossator/api/operations';
import { command, report } from './command.ts';
import { readConfig } from './config.ts';
import { faultSentence } from './fault-sentence.ts';
import { headArgument } from './head-argument.ts';
import { reachDatabase } from './running-database.ts';

await command(async () => {
  const noted = headArgument(process.argv.slice(2));
  const config = readConfig();
  if (config.databaseUrl === null && !existsSync(path.join(config.dataDir, 'pg')))
    throw new OperatorError(
      `${config.dataDir} holds no data: set DATA_DIR to the folder the program runs with.`,
    );
  const database = await reachDatabase(config, 'a check of the decision log', report);
  try {
    const { count, head, erased, fault } = await verifyLog(database.ownerUrl, noted);
    report(`${String(count)} decisions in order; the words of ${String(erased)} are erased.`);
    if (fault !== null) throw new OperatorError(faultSentence(fault));
    report(`Head: ${head.seq}:${head.hash}`);
    report(
      'Note it down outside this machine: verify-log --head with it tells later whether the end was cut off.',
    );
  } finally {
    await database.done();
  }
});
