import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);

/** Typefaces that come with the program: a machine that prints may have none for hanzi. */
const families = [
  {
    name: 'Source Serif 4',
    id: 'source-serif-4',
    weights: '200 900',
    styles: ['normal', 'italic'],
  },
  { name: 'Noto Serif SC', id: 'noto-serif-sc', weights: '200 900', styles: ['normal'] },
] as const;

function covers(ranges: string, characters: ReadonlySet<number>): boolean {
  return ranges.split(',').some((range) => {
    const [from = '', to = from] = range.trim().slice(2).split('-');
    const [first, last] = [Number.parseInt(from, 16), Number.parseInt(to, 16)];
    if (last - first < characters.size) {
      for (let each = first; each <= last; each += 1) if (characters.has(each)) return true;
      return false;
    }
    return [...characters].some((each) => each >= first && each <= last);
  });
}

/** Rules for those slices of each face in which characters of the text are, as data in the sheet. */
export async function facesFor(text: string): Promise<string> {
  const characters = new Set(Array.from(text, (each) => each.codePointAt(0) ?? 0));
  const rules: string[] = [];
  for (const { name, id, weights, styles } of families) {
    const package_ = `@fontsource-variable/${id}`;
    const unicode = JSON.parse(
      await readFile(require.resolve(`${package_}/unicode.json`), 'utf8'),
    ) as Readonly<Record<string, string>>;
    const folder = path.join(path.dirname(require.resolve(`${package_}/unicode.json`)), 'files');
    for (const [subset, ranges] of Object.entries(unicode)) {
      if (!covers(ranges, characters)) continue;
      for (const style of styles) {
        const file = `${id}-${subset.replaceAll(/[[\]]/g, '')}-wght-${style}.woff2`;
        const data = await readFile(path.join(folder, file), 'base64');
        rules.push(
          `@font-face { font-family: '${name}'; font-style: ${style}; font-weight: ${weights}; src: url(data:font/woff2;base64,${data}) format('woff2'); unicode-range: ${ranges} }`,
        );
      }
    }
  }
  return `${rules.join('\n')}\n`;
}
