// What files of notes are read and written by, outside this feature.
export {
  annotationByKey,
  notebookOf,
  threadNotes,
  threadPlaces,
  threadsWithNotes,
  type AnnotationRow,
  type PlaceCursor,
  type PlaceRow,
  type Reader,
} from './repository.ts';
