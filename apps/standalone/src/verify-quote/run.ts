import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readPasted, verifyQuotation, type VerifyFailure } from '@glossator/document';
import { readArguments, usage } from './arguments.ts';
import { Misuse } from './misuse.ts';
import { readWork } from './read-work.ts';
import { exitCode, tell } from './tell.ts';

const shipped = path.resolve(import.meta.dirname, '../../../../packages/document/works');

const failures: Readonly<Record<VerifyFailure, string>> = {
  malformed: 'The quotation holds characters that no text has.',
  'too-long': 'A quotation of more than 20,000 characters is not checked: give a part of it.',
  'too-short': `Give at least two letters of a quotation. ${usage}`,
  'too-many-pieces': 'Words are left out at more than nineteen places: give a part of it.',
};

interface Run {
  readonly args: readonly string[];
  /** Where the person stands. */
  readonly folder: string;
  readonly readInput: () => string;
}

/** Offline: the texts that come with the program, or those that are named, and nothing else. */
export function verifyQuote({ args, folder, readInput }: Run): { text: string; code: 0 | 1 } {
  const asked = readArguments(args, folder);
  const works = asked.works.length > 0 ? asked.works : shippedFolders();
  const prepared = works.map(readWork);
  const verified = verifyQuotation(readPasted(readQuotation(asked.file, readInput)), prepared);
  if (!verified.ok) throw new Misuse(failures[verified.reason]);
  return { text: tell(verified.value), code: exitCode(verified.value) };
}

const shippedFolders = (): string[] =>
  readdirSync(shipped, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => path.join(shipped, name));

function readQuotation(file: string | null, readInput: () => string): string {
  if (file === null) return readInput();
  if (!existsSync(file)) throw new Misuse(`There is no ${file}.`);
  return readFileSync(file, 'utf8');
}
