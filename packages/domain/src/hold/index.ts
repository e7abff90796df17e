export * from './fingerprint.ts';
export type { FoldHan } from './folded.ts';
export * from './phases.ts';
export * from './question.ts';
export * from './read-word-list.ts';
export * from './same-text.ts';
export * from './settings.ts';
export * from './told.ts';
export * from './word-matcher.ts';
