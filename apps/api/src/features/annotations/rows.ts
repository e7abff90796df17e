// What files of notes are read and written by, outside this feature.
export {
  annotationByKey,
  countPublicNotes,
  notebookOf,
  oneAnnotation,
  publicNoteBack,
  publicNotes,
  threadNotes,
  threadPlaces,
  threadsWithNotes,
  type AnnotationRow,
  type NoteCursor,
  type PlaceCursor,
  type PlaceRow,
  type Reader,
} from './repository.ts';
