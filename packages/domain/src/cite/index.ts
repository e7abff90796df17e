export * from './citation-styles.ts';
export { cleanItem } from './clean.ts';
export * from './item.ts';
export { personName } from './names.ts';
export { escapeHtml, htmlOf, textOf, type Rich, type Run } from './rich.ts';
