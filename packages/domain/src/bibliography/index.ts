export { cleanRecord } from './clean-record.ts';
export * from './csl-fields.ts';
export {
  bibliographyProblems,
  type BibliographyProblem,
  type Passage,
  type ReadItem,
  type UnreadPassage,
} from './problems.ts';
export * from './read-bibliography.ts';
export { bibliographyLimits } from './read-entries.ts';
