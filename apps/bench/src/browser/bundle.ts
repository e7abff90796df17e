import { fileURLToPath } from 'node:url';
import { build } from 'vite';

export interface Bundle {
  readonly script: string;
  readonly style: string;
}

/** What peers need in the page, as one script and one stylesheet. */
export async function bundlePeers(): Promise<Bundle> {
  const made = await build({
    configFile: false,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      lib: {
        entry: fileURLToPath(new URL('in-page.ts', import.meta.url)),
        formats: ['iife'],
        name: 'inPage',
        fileName: 'peers',
      },
    },
  });
  const parts = [made].flat().flatMap((each) => ('output' in each ? each.output : []));
  const script = parts.flatMap((part) => (part.type === 'chunk' ? part.code : [])).join('\n');
  const style = parts
    .flatMap((part) =>
      part.type === 'asset' && part.fileName.endsWith('.css') ? String(part.source) : [],
    )
    .join('\n');
  return { script, style };
}
