import { createHash, type Hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const roots = [
  'apps/web',
  'packages/contract',
  'packages/document',
  'packages/domain',
  'pnpm-lock.yaml',
  'tsconfig.base.json',
];
const generated = new Set([
  'node_modules',
  'build',
  '.svelte-kit',
  'paraglide',
  'cache',
  '.lix',
  '.meta.json',
  '.gitignore',
  'README.md',
  'test',
  'e2e',
  'witnesses',
]);

/** One hash of everything that decides what the built site is. By content: a checkout changes every date. */
export function sourcesDigest(root: string): string {
  const hash = createHash('sha256');
  for (const name of roots) add(hash, root, name);
  return hash.digest('hex');
}

function add(hash: Hash, root: string, name: string): void {
  const full = path.join(root, name);
  if (!path.extname(name) || !isFile(full)) {
    for (const entry of readdirSync(full, { withFileTypes: true }).sort(byName)) {
      // packages/document/build is a folder of sources; apps/web/build is what we make.
      const skipped = generated.has(entry.name) && !(entry.name === 'build' && name !== 'apps/web');
      if (skipped || entry.isSymbolicLink()) continue;
      const child = `${name}/${entry.name}`;
      if (entry.isDirectory()) add(hash, root, child);
      else addFile(hash, root, child);
    }
  } else addFile(hash, root, name);
}

function addFile(hash: Hash, root: string, name: string): void {
  hash
    .update(`${name}\0`)
    .update(readFileSync(path.join(root, name)))
    .update('\0');
}

function isFile(file: string): boolean {
  try {
    readdirSync(file);
    return false;
  } catch {
    return true;
  }
}

const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
