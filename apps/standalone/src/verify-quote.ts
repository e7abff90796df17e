import './node-version.cjs';
import { readFileSync } from 'node:fs';
import { callersFolder } from './config.ts';
import { Misuse } from './verify-quote/misuse.ts';
import { verifyQuote } from './verify-quote/run.ts';

try {
  const { text, code } = verifyQuote({
    args: process.argv.slice(2),
    folder: callersFolder(),
    readInput: () => {
      if (process.stdin.isTTY)
        process.stderr.write('Paste the quotation, then end with Ctrl-D on a line of its own.\n');
      return readFileSync(0, 'utf8');
    },
  });
  process.stdout.write(text);
  process.exitCode = code;
} catch (error) {
  if (!(error instanceof Misuse)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
