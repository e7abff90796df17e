export * from './citation-syntax.ts';
export * from './tongue.ts';
export * from './works-cited.ts';
