export { type LaterWording, type Since } from './corrected-since.ts';
export { type Found, type FoundLocus, type FoundPlace } from './find-passage.ts';
export { joinWords } from './join-words.ts';
export { variants, type Variant } from './name-variants.ts';
export { leastSimilarity, type DifferenceRun, type Nearest } from './nearest-passage.ts';
export {
  prepareVersion,
  type PreparedVersion,
  type VerifiableSegment,
  type VerifiableVersion,
} from './prepare-version.ts';
export {
  readPasted,
  readPlace,
  writeProof,
  type Pasted,
  type Proof,
  type StatedDigest,
  type StatedPlace,
} from './proof-lines.ts';
export * from './verify-quotation.ts';
