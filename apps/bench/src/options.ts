import { parseArgs } from 'node:util';

export const sections = ['server', 'search', 'live', 'browser'] as const;
export type Section = (typeof sections)[number];

/** `--only search,live`: those parts alone. */
export function readOptions(args: readonly string[]): readonly Section[] {
  const { values } = parseArgs({ args: [...args], options: { only: { type: 'string' } } });
  const asked = values.only?.split(',') ?? sections;
  return asked.map((name) => {
    const known = sections.find((each) => each === name);
    if (known === undefined)
      throw new Error(`--only takes ${sections.join(', ')}; “${name}” is none of them.`);
    return known;
  });
}
