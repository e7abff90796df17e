import { ConfigError } from '../config.ts';
import { OperatorError } from '../db/operator-error.ts';
import { environment } from '../environment.ts';
import { prepare } from '../prepare.ts';

try {
  const url = environment()['DATABASE_URL'];
  if (url === undefined)
    throw new ConfigError('DATABASE_URL is not set: name the database to prepare.');
  await prepare(url, (line) => process.stdout.write(`${line}\n`));
  process.stdout.write('The database is up to date.\n');
} catch (error) {
  const isSentence = error instanceof OperatorError || error instanceof ConfigError;
  process.stderr.write(`${isSentence ? error.message : String((error as Error).stack)}\n`);
  process.exitCode = 1;
}
