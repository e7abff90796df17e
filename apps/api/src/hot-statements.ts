// The statements of the hottest requests, so that the bench's floor runs the very same ones.
export { insertThread, threadPlaces, threadsWithNotes } from './features/annotations/statements.ts';
export { readSessionStatement, visitorLayersStatement } from './features/sessions/repository.ts';
