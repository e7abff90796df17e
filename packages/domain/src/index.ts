export * from './actor.ts';
export * from './build-thread.ts';
export * from './can.ts';
export * from './layer.ts';
export * from './rules.ts';
export * from './states/annotation.ts';
export * from './states/thread.ts';
export * from './visibility.ts';
