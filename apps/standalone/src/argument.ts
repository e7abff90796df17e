import path from 'node:path';
import { OperatorError } from '@glossator/api/operations';

/** The one FILE a command takes. pnpm runs it in the checkout, the person may stand elsewhere. */
export function fileArgument(command: string, args: readonly string[], folder: string): string {
  const [file, ...more] = args.filter((arg) => arg !== '--');
  if (file === undefined || more.length > 0 || file.startsWith('-')) {
    throw new OperatorError(`Name one file: npx -y pnpm@12 ${command} FILE.`);
  }
  return path.resolve(folder, file);
}
