export { bibtex, bibtexKey } from './bibtex.ts';
export * from './citation-styles.ts';
export { cleanItem } from './clean.ts';
export { cslItem, cslJson, type CslDate, type CslItem, type CslName } from './csl-json.ts';
export * from './formats.ts';
export * from './item.ts';
export { personName } from './names.ts';
export { escapeHtml, htmlOf, textOf, type Rich, type Run } from './rich.ts';
export { ris } from './ris.ts';
