import './node-version.cjs';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  OperatorError,
  proposedReleases,
  readDeclared,
  releaseText,
  type CommandReport,
} from '@glossator/api/operations';
import { command, report } from './command.ts';
import { readConfig } from './config.ts';
import { releaseArgument } from './release-argument.ts';
import { reachDatabase } from './running-database.ts';

function tell({ edition, version, sha256, differences, fates }: CommandReport, keep: boolean) {
  report(`${keep ? 'Released' : 'Would release'} ${edition} ${version}, sha256 ${sha256}.`);
  for (const { edition: of, what, from, to, before, after } of differences) {
    report(`${of} ${from ?? to ?? ''} ${what}${what === 'moved' ? ` to ${to ?? ''}` : ''}`);
    if (what === 'moved') continue;
    if (before !== null) report(`  - ${before}`);
    if (after !== null) report(`  + ${after}`);
  }
  for (const { edition: of, threads, assignments, entries } of fates) {
    for (const { layer, carried, marked, proposed, stale } of threads)
      report(
        `${of} notes, ${layer}: ${String(carried)} carried, ${String(marked)} with a mark, ${String(proposed)} put to their authors, ${String(stale)} left on the old version.`,
      );
    if (assignments > 0)
      report(`${of}: ${String(assignments)} assignments set a clause that changes.`);
    if (entries.length > 0)
      report(`${of}: ${String(entries.length)} entries of commentaries stand on one.`);
  }
}

function declaredIn(file: string) {
  let text;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new OperatorError(`${file} cannot be read.`);
  }
  return readDeclared(text, file);
}

await command(async () => {
  const asked = releaseArgument(process.argv.slice(2));
  const config = readConfig();
  if (config.databaseUrl === null && !existsSync(path.join(config.dataDir, 'pg')))
    throw new OperatorError(
      `${config.dataDir} holds no data: set DATA_DIR to the folder the program runs with.`,
    );
  const database = await reachDatabase(config, 'a release of a text', report);
  try {
    if (asked.what === 'list') {
      const proposals = await proposedReleases(database.ownerUrl);
      for (const { edition, version, body } of proposals)
        report(`${edition} ${version}: ${body?.change['en'] ?? ''}`);
      report(
        proposals.length === 0
          ? 'Nothing is proposed.'
          : 'See what one would do: release EDITION VERSION --dry-run',
      );
      return;
    }
    const { edition, version, file, keep } = asked;
    const declared = file === null ? null : declaredIn(file);
    tell(await releaseText(database.ownerUrl, { edition, version, declared, keep }), keep);
  } finally {
    await database.done();
  }
});
