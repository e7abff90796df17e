export { applyCorrection } from './apply-correction.ts';
export * from './correction.ts';
export { blocksOfText } from './plain-text-blocks.ts';
export * from './proposal.ts';
export { proposeImport } from './propose-import.ts';
export * from './source.ts';
export { addressesOf, type Addressed, type Addresses } from './ship/addresses.ts';
export { toShippedWork, type ImportedWork, type ShipFailure } from './ship/to-shipped-work.ts';
