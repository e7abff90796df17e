import type { CompilerOptions } from '@inlang/paraglide-js';

/** One place for both the build and the compile step before type checking. */
export const paraglide: CompilerOptions = {
  project: './project.inlang',
  outdir: './src/lib/paraglide',
  // The custom strategy reads Accept-Language; it stands back where the cookie is set.
  strategy: ['cookie', 'custom-negotiated', 'baseLocale'],
};
