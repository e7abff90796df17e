export * from './bundle.ts';
export { dtsCollection, dtsEntry } from './dts.ts';
export * from './dts-tree.ts';
export { cutWork, type ExportedWork, versionUrl, workUrl } from './exported-work.ts';
export * from './take-apart.ts';
export { teiText } from './tei.ts';
export * from './text-forms.ts';
export { isAligned } from './tmx.ts';
export * from './work-json.ts';
