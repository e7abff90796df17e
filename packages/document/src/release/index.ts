export * from './apply-changes.ts';
export * from './change.ts';
export * from './compare-texts.ts';
export type { BaseEdition, ReleaseBase } from './draft-text.ts';
export * from './release-layers.ts';
export { replacementOf } from './replacement.ts';
export * from './version-number.ts';
