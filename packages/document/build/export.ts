import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { shippedWorks } from '../seed/index.ts';
import { workBundle } from '../src/export/index.ts';

/*
 * Writes every form of a shipped work into a folder, without a database or a network:
 * pnpm --filter @glossator/document export <work> <folder> [origin]
 */

const [slug = '', folder = '', origin = 'http://localhost:3000'] = process.argv.slice(2);
const shipped = shippedWorks.find(({ work }) => work.slug === slug);
if (shipped === undefined || folder === '') {
  const known = shippedWorks.map(({ work }) => work.slug).join(', ');
  console.error(`Name a work (${known}) and a folder.`);
  process.exit(2);
}
const files = workBundle({ shipped, origin: origin.replace(/\/$/, ''), at: '' });
for (const { name, text } of files) {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
console.log(`${String(files.length)} files in ${folder}`);
