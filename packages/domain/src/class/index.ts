export * from './assignment-times.ts';
export * from './class-rules.ts';
export * from './count-score.ts';
export * from './counted-work.ts';
export * from './divide.ts';
export * from './gate.ts';
export type * from './instant.ts';
export * from './join-code.ts';
export * from './names.ts';
