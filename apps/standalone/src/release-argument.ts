import { parseArgs } from 'node:util';
import { OperatorError } from '@glossator/api/operations';

export type ReleaseArgument =
  | { readonly what: 'list' }
  | {
      readonly what: 'release';
      readonly edition: string;
      readonly version: string;
      readonly file: string | null;
      readonly keep: boolean;
    };

const usage =
  'release · release EDITION VERSION [--dry-run] [--changes FILE.json]; for example: release en-creemers 1.0.1 --dry-run';

/** What the command is asked for; a sentence where it cannot be read. */
export function releaseArgument(args: readonly string[]): ReleaseArgument {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { 'dry-run': { type: 'boolean' }, changes: { type: 'string' } },
    });
  } catch {
    throw new OperatorError(usage);
  }
  const { positionals, values } = parsed;
  const [edition, version, more] = positionals;
  if (edition === undefined && Object.keys(values).length === 0) return { what: 'list' };
  if (
    edition === undefined ||
    version === undefined ||
    more !== undefined ||
    !/^[a-z0-9-]{1,64}$/u.test(edition) ||
    !/^\d{1,6}\.\d{1,6}\.\d{1,6}$/u.test(version)
  )
    throw new OperatorError(usage);
  return {
    what: 'release',
    edition,
    version,
    file: values.changes ?? null,
    keep: values['dry-run'] !== true,
  };
}
