import { OperatorError, type Head } from '@glossator/api/operations';

const shape = /^(0|[1-9]\d{0,17}):([0-9a-f]{64})$/i;

/** `--head SEQ:HASH`, or nothing. */
export function headArgument(args: readonly string[]): Head | null {
  const given = args.filter((arg) => arg !== '--');
  if (given.length === 0) return null;
  const [first = '', second, ...more] = given;
  const [name, value] = first.startsWith('--head=') ? ['--head', first.slice(7)] : [first, second];
  const [, seq, hash] = shape.exec(value ?? '') ?? [];
  const count = first.startsWith('--head=') ? given.length - 1 : more.length;
  if (name !== '--head' || seq === undefined || hash === undefined || count > 0)
    throw new OperatorError(
      'Say nothing more, or what was noted down before: npx -y pnpm@12 verify-log --head NUMBER:DIGEST.',
    );
  return { seq, hash: hash.toLowerCase() };
}
