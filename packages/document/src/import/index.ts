export * from './correction.ts';
export * from './proposal.ts';
export * from './source.ts';
