export * from './account.ts';
export * from './annotation.ts';
export * from './common.ts';
export * from './limits.ts';
export * from './problem.ts';
export * from './reading.ts';
export * from './site.ts';
export * from './text.ts';
