import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';
import { chineseCharacters } from '../../fonts/characters.ts';

const web = fileURLToPath(new URL('../..', import.meta.url));
const works = path.join(web, '../../packages/document/works');

/**
 * A Chinese face of the system, as every phone and desktop has one: a bare machine has none, and hanzi
 * drawn as boxes of another width would move lines when the face of the page arrives. Returns the
 * environment of a browser that finds it.
 */
export async function withHanzi(folder: string): Promise<Record<string, string>> {
  const fonts = path.join(folder, 'fonts');
  mkdirSync(fonts, { recursive: true });
  const { all } = chineseCharacters(works);
  for (const weight of ['400', '600']) {
    const file = path.join(web, `src/lib/styles/fonts/noto-serif-sc-${weight}.woff2`);
    const face = await subsetFont(readFileSync(file), all, { targetFormat: 'truetype' });
    writeFileSync(path.join(fonts, `${weight}.ttf`), face);
  }
  const config = path.join(folder, 'fonts.conf');
  writeFileSync(
    config,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${fonts}</dir>
  <cachedir>${path.join(folder, 'font-cache')}</cachedir>
</fontconfig>
`,
  );
  return { FONTCONFIG_FILE: config };
}
