import './node-version.cjs';
import { addDemo, classWalk, removeDemo, reviewWalk, type Invitation } from '@glossator/api/demo';
import { OperatorError } from '@glossator/api/operations';
import { prepare } from '@glossator/api';
import { command, report } from './command.ts';
import { readConfig } from './config.ts';
import { reachDatabase } from './running-database.ts';

const roles = { instructor: 'instructs', assistant: 'assists', student: 'student' } as const;

function tellOf(invitations: readonly Invitation[], origin: string): void {
  const tell = (isMeant: (each: Invitation) => boolean): void => {
    for (const { name, link, inClass } of invitations.filter(isMeant))
      report(`  ${name}${inClass === null ? '' : `, ${roles[inClass]}`}: ${link}`);
  };
  report(
    'Demo people, each with a link to sign in (once, within an hour; it asks for a password).',
  );
  report(`Two who keep public notes in order; what waits for them stands at ${origin}/moderation:`);
  tell(({ moderates }) => moderates);
  report(
    `A class in the middle of its term, at ${origin}/classes: who teaches it, and its students:`,
  );
  for (const role of ['instructor', 'assistant', 'student'])
    tell(({ moderates, inClass }) => !moderates && inClass === role);
  report('A walk through the class, about five minutes:');
  for (const [n, step] of classWalk.entries()) report(`  ${String(n + 1)}. ${step}`);
  report('A walk through a review, about five minutes:');
  for (const [n, step] of reviewWalk.entries()) report(`  ${String(n + 1)}. ${step}`);
  report(`And others who write; a clause they argue about is ${origin}/t/ncss-2016/4.3.1.2:`);
  tell(({ moderates, inClass }) => !moderates && inClass === null);
  report(`What was decided already stands at ${origin}/ledger, for everybody.`);
  report('Take them away again with: npx -y pnpm@12 demo --remove');
}

await command(async () => {
  const [argument, ...more] = process.argv.slice(2);
  if (more.length > 0 || (argument !== undefined && argument !== '--remove'))
    throw new OperatorError('Use: pnpm demo, or pnpm demo --remove.');
  const config = readConfig();
  const database = await reachDatabase(config, 'the demo', report);
  try {
    if (argument === '--remove') {
      const { people, decisions } = await removeDemo(database.ownerUrl);
      if (people === 0) {
        report('There were no demo people.');
        return;
      }
      report(`${String(people)} demo people and all they wrote are gone.`);
      report(
        `${String(decisions)} decisions among them stay in the decision log, which is only ever appended to; they lead to nobody any more.`,
      );
      return;
    }
    await prepare(database.ownerUrl, report);
    tellOf(await addDemo(database.ownerUrl, config.origin), config.origin.origin);
  } finally {
    await database.done();
  }
});
