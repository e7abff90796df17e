import { parseArgs } from 'node:util';

// Searching before writing: what writing leaves for the next vacuum would be read by one size and not by the other.
export const sections = [
  'search',
  'server',
  'live',
  'flood',
  'class',
  'release',
  'following',
  'anchors',
  'import',
  'browser',
] as const;
export type Section = (typeof sections)[number];

/** `--only search,live`: those parts alone. */
export function readOptions(args: readonly string[]): readonly Section[] {
  const { values } = parseArgs({ args: [...args], options: { only: { type: 'string' } } });
  const asked = values.only?.split(',') ?? sections;
  const unknown = asked.filter((name) => !sections.some((each) => each === name));
  if (unknown.length > 0)
    throw new Error(`--only takes ${sections.join(', ')}; not ${unknown.join(', ')}.`);
  return sections.filter((each) => asked.includes(each));
}
