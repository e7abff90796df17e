import { compile } from '@inlang/paraglide-js';
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { paraglide } from '../paraglide.config.ts';

// Messages and Kit's types are generated: both must stand before anything is checked.
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);
await compile(paraglide);
const kit = join(root, 'node_modules/@sveltejs/kit/svelte-kit.js');
execFileSync(process.execPath, [kit, 'sync'], { stdio: 'inherit' });
