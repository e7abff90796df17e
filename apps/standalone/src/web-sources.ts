import { createHash, type Hash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const roots = [
  'apps/web',
  'packages/contract',
  'packages/document',
  'packages/domain',
  'pnpm-lock.yaml',
  'tsconfig.base.json',
];
/** What a build writes, and what never reaches it. */
const left = [
  /(^|\/)(node_modules|\.svelte-kit|\.lix|test|e2e|witnesses)$/,
  /^apps\/web\/(build|project\.inlang\/(?!settings\.json$).*)$/,
  /^apps\/web\/src\/lib\/(paraglide|styles\/fonts)$/,
];

/** One hash of everything that decides what the built site is. By content: a checkout changes every date. */
export function sourcesDigest(root: string): string {
  const hash = createHash('sha256');
  for (const name of roots) add(hash, root, name);
  return hash.digest('hex');
}

function add(hash: Hash, root: string, name: string): void {
  const file = path.join(root, name);
  if (statSync(file).isFile()) {
    hash.update(`${name}\0`).update(readFileSync(file)).update('\0');
    return;
  }
  for (const entry of readdirSync(file, { withFileTypes: true }).sort(byName)) {
    const child = `${name}/${entry.name}`;
    if (!entry.isSymbolicLink() && !left.some((rule) => rule.test(child))) add(hash, root, child);
  }
}

const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
