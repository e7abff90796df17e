import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chineseCharacters } from './characters.ts';
import { faces, type Face } from './faces.ts';
import { subset } from './subset.ts';

const web = join(dirname(fileURLToPath(import.meta.url)), '..');
const target = join(web, 'src/lib/styles/fonts');

/**
 * Cuts the shipped faces down to what the works need and writes them with their stylesheet. Takes
 * some seconds, once: the folder is kept while neither faces nor texts change.
 */
export async function writeFaces(): Promise<void> {
  const document = join(web, '../../packages/document');
  const works = chineseCharacters(join(document, 'works'));
  const wanted = faces(works);
  const stamp = createHash('sha256').update(JSON.stringify(wanted)).digest('hex');
  const stampFile = join(target, 'stamp');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  const rules: string[] = [];
  for (const face of wanted) {
    const bytes = await subset(join(web, 'node_modules', face.source), face);
    if (bytes === null) continue;
    writeFileSync(join(target, face.file), bytes);
    rules.push(rule(face));
  }
  writeFileSync(join(target, 'faces.css'), `${rules.join('\n')}\n`);
  writeFileSync(stampFile, stamp);
}

function rule(face: Face): string {
  return `@font-face {
  font-family: '${face.family}';
  font-style: ${face.style};
  font-weight: ${face.weight};
  font-display: ${face.display};
  src: url('./${face.file}') format('woff2');
  unicode-range: ${face.range};
}`;
}
