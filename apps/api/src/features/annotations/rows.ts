// What files of notes are read and written by, outside this feature.
export {
  annotationByKey,
  oneAnnotation,
  threadNotes,
  threadPlaces,
  threadsInFull,
  type AnnotationRow,
  type Foreign,
  type NoteCursor,
  type Reader,
  type Words,
} from './repository.ts';
export { ownLayer } from './layers.ts';
export { countPublicNotes, publicNoteBack, publicNotes } from './public-repository.ts';
