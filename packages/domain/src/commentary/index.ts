export * from './commentary-rules.ts';
export * from './contributor.ts';
export * from './licence.ts';
export * from './part.ts';
export * from './release.ts';
