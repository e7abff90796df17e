import { paraglideVitePlugin } from '@inlang/paraglide-js';
import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, loadEnv, type Plugin } from 'vite';
import { chunks } from './chunks.ts';
import { writeFaces } from './fonts/write-faces.ts';
import { paraglide } from './paraglide.config.ts';

type Names = string | ((...chunk: never[]) => string);

const hashed = (names: string, length: number): string =>
  names.replace('[hash]', `[hash:${String(length)}]`);

const withHash = <Given extends Names>(names: Given, length: number): Given =>
  (typeof names === 'string'
    ? hashed(names, length)
    : (...chunk: never[]) => hashed(names(...chunk), length)) as Given;

/**
 * The first script of every page names all pages and their stylesheets. Their hash only tells versions
 * of one name apart: few characters do, and hexadecimal ones pack better. What has no name but its
 * hash has a longer one.
 */
const shortHashes: Plugin = {
  name: 'short-hashes',
  applyToEnvironment: ({ name }) => name === 'client',
  outputOptions: ({ entryFileNames, assetFileNames, chunkFileNames, ...options }) => ({
    ...options,
    hashCharacters: 'hex',
    ...(entryFileNames && { entryFileNames: withHash(entryFileNames, 7) }),
    ...(assetFileNames && { assetFileNames: withHash(assetFileNames, 6) }),
    ...(chunkFileNames && { chunkFileNames: withHash(chunkFileNames, 8) }),
  }),
};

export default defineConfig(async ({ mode }) => {
  await writeFaces();
  return {
    plugins: [
      shortHashes,
      paraglideVitePlugin(paraglide),
      sveltekit({
        adapter: adapter(),
        csp: {
          mode: 'nonce',
          directives: {
            'default-src': ['none'],
            'script-src': ['self'],
            'style-src': ['self'],
            // Densities and the heights of gaps are numbers in a style attribute.
            'style-src-attr': ['unsafe-inline'],
            'img-src': ['self', 'data:'],
            'font-src': ['self'],
            'connect-src': ['self'],
            'manifest-src': ['self'],
            'object-src': ['none'],
            'base-uri': ['none'],
            'form-action': ['self'],
            'frame-ancestors': ['none'],
          },
        },
      }),
    ],
    // A font written into the stylesheet could not be cached, nor be shared by pages.
    build: {
      assetsInlineLimit: 0,
      modulePreload: {
        // Else the first script of every page names the parts of all others: one that is gone to asks
        // for its own. Stylesheets are named either way.
        resolveDependencies: (_file: string, parts: string[], { hostId }: { hostId: string }) =>
          /[\\/]entry[\\/]app\./.test(hostId) ? [] : parts,
      },
    },
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: { codeSplitting: { groups: chunks } },
          },
        },
      },
    },
    server: {
      proxy: {
        '/api': {
          target: loadEnv(mode, process.cwd(), '')['API_URL'] ?? 'http://127.0.0.1:3000',
          changeOrigin: false,
        },
      },
    },
  };
});
