import path from 'node:path';
import { parseArgs } from 'node:util';
import { Misuse } from './misuse.ts';

export interface Asked {
  /** Folders of layers and exported files; none: the texts that come with the program. */
  readonly works: readonly string[];
  /** Null: what is typed or piped in. */
  readonly file: string | null;
}

export const usage = 'Use: npx -y pnpm@12 verify-quote [--work FILE|FOLDER]… [FILE|-]';

/** pnpm runs it in the checkout; the person may stand elsewhere. */
export function readArguments(args: readonly string[], folder: string): Asked {
  const parsed = parse(args.filter((arg, n) => arg !== '--' || n > 0));
  const [file, ...more] = parsed.positionals;
  if (more.length > 0) throw new Misuse(`Name one file with the quotation. ${usage}`);
  return {
    works: (parsed.values.work ?? []).map((work) => path.resolve(folder, work)),
    file: file === undefined || file === '-' ? null : path.resolve(folder, file),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { work: { type: 'string', multiple: true } },
      allowPositionals: true,
    });
  } catch (error) {
    throw new Misuse(`${error instanceof Error ? error.message : String(error)} ${usage}`);
  }
}
