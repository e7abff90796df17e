import './node-version.cjs';
import { addDemo, removeDemo } from '@glossator/api/demo';
import { OperatorError } from '@glossator/api/operations';
import { prepare } from '@glossator/api';
import { command, report } from './command.ts';
import { readConfig } from './config.ts';
import { reachDatabase } from './running-database.ts';

await command(async () => {
  const [argument, ...more] = process.argv.slice(2);
  if (more.length > 0 || (argument !== undefined && argument !== '--remove'))
    throw new OperatorError('Use: pnpm demo, or pnpm demo --remove.');
  const config = readConfig();
  const database = await reachDatabase(config, 'the demo', report);
  try {
    if (argument === '--remove') {
      const gone = await removeDemo(database.ownerUrl);
      report(
        gone === 0
          ? 'There were no demo people.'
          : `${String(gone)} demo people and all they wrote are gone.`,
      );
      return;
    }
    await prepare(database.ownerUrl, report);
    const invitations = await addDemo(database.ownerUrl, config.origin);
    report(
      'Demo people, each with a link to sign in (once, within an hour; it asks for a password):',
    );
    for (const { name, link } of invitations) report(`  ${name}: ${link}`);
    report('Take them away again with: npx -y pnpm@12 demo --remove');
  } finally {
    await database.done();
  }
});
