import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { OperatorError } from './operator-error.ts';

export interface MigrationFile {
  name: string;
  sha256: string;
  sql: string;
}

/** What a database or a back-up records of a migration. */
export type MigrationRecord = Pick<MigrationFile, 'name' | 'sha256'>;

/** The files `NNNN_name.sql` of the folder in order. */
export function readMigrations(dir: string): MigrationFile[] {
  const names = readdirSync(dir).filter((name) => name.endsWith('.sql'));
  const numbers = new Set<string>();
  for (const name of names) {
    const number = /^(\d{4})_[a-z0-9_-]+\.sql$/.exec(name)?.[1];
    if (number === undefined)
      throw new OperatorError(`${name} in ${dir} is not named NNNN_name.sql: rename it.`);
    if (numbers.has(number))
      throw new OperatorError(`Two migrations in ${dir} have the number ${number}: renumber one.`);
    numbers.add(number);
  }
  return names.sort().map((name) => {
    const sql = readFileSync(path.join(dir, name), 'utf8');
    return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
  });
}

/** The files not yet applied, after every record was found among the files, unchanged and without a gap. */
export function pendingAfter(
  files: readonly MigrationFile[],
  applied: readonly MigrationRecord[],
): MigrationFile[] {
  for (const record of applied) {
    const file = files.find(({ name }) => name === record.name);
    if (file === undefined) {
      throw new OperatorError(
        `The data was written by a newer version of Glossator (it holds ${record.name}, which this version does not know): update the program, or restore a back-up made with this version.`,
      );
    }
    if (file.sha256 !== record.sha256) {
      throw new OperatorError(
        `The migration ${record.name} was changed after it had been applied: put the file back as it was and write the change as a new migration.`,
      );
    }
  }
  const last =
    applied
      .map(({ name }) => name)
      .sort()
      .at(-1) ?? '';
  const pending = files.filter(({ name }) => !applied.some((record) => record.name === name));
  const skipped = pending.find(({ name }) => name < last);
  if (skipped !== undefined) {
    throw new OperatorError(
      `The migration ${skipped.name} comes before ${last}, which is applied already: give it the next free number.`,
    );
  }
  return pending;
}
