// What files of notes are read and written by, outside this feature.
export {
  annotationByKey,
  oneAnnotation,
  ownLayer,
  threadNotes,
  threadPlaces,
  threadsInFull,
  type AnnotationRow,
  type Foreign,
  type NoteCursor,
  type Reader,
  type Words,
} from './repository.ts';
export { countPublicNotes, publicNoteBack, publicNotes } from './public-repository.ts';
