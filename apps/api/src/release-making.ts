// What makes releases and their files, so that the bench makes them as the site does.
export { makeDb } from './db/client.ts';
export { cleanRelease } from './features/release-exports/make/clean.ts';
export { referencesIn, type Exported } from './features/release-exports/make/exported.ts';
export { makers } from './features/release-exports/make/makers.ts';
export { zipOf } from './zip.ts';
export { printer } from './features/release-exports/pdf.ts';
export { releaseDocument } from './features/releases/load-shipped.ts';
export { storeRelease } from './features/releases/store.ts';
export { markdownTree } from './markdown/render.ts';
export { makeRelease as makeTextRelease } from './features/text-releases/make-release.ts';
