import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import type { Alias, ByPath, StoredId } from '../src/index.ts';
import { buildWork } from './build-work.ts';
import { ncss2016 } from './ncss-2016/index.ts';

const root = join(import.meta.dirname, '..');

function readJson<T>(file: string, otherwise: T): T {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : otherwise;
}

for (const declared of [ncss2016]) {
  const folder = join(root, 'works', declared.work.slug);
  const witness = readFileSync(join(root, 'witnesses', declared.witness.file), 'utf8');
  const files = buildWork(declared, witness, {
    ids: readJson<ByPath<StoredId>>(join(folder, 'ids.json'), {}),
    aliases: readJson<readonly Alias[]>(join(folder, 'aliases.json'), []),
  });
  for (const [name, content] of files) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  console.log(`${declared.work.slug}: ${String(files.size)} files`);
}
