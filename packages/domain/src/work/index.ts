export * from './work-rules.ts';
export * from './work-visibility.ts';
