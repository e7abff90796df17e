// What files of notes are read and written by, outside this feature.
export {
  annotationByKey,
  notebookOf,
  oneAnnotation,
  threadNotes,
  threadPlaces,
  threadsInFull,
  type AnnotationRow,
  type Foreign,
  type NoteCursor,
  type PlaceCursor,
  type PlaceRow,
  type Reader,
} from './repository.ts';
export { countPublicNotes, publicNoteBack, publicNotes } from './public-repository.ts';
