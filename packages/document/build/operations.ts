export type { StoredChange as Change, StoredOperation as Operation } from '../src/index.ts';
