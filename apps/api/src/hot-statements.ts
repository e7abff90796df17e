// The statements of the hottest requests, so that the bench's floor runs the very same ones, and
// what their values are made of.
export { insertThread, threadPlaces, threadsWithNotes } from './features/annotations/statements.ts';
export { holdFacts } from './features/moderation/hold-statements.ts';
export { findable } from './features/search/findable.ts';
export { conditionValues, type Reader } from './features/search/matching.ts';
export { readQuery } from './features/search/read-query.ts';
export { findNotes, findTexts, hitNotes } from './features/search/statements.ts';
export { stretchesOf, tsqueryOf } from './features/search/tsquery.ts';
export { readSessionStatement, visitorLayersStatement } from './features/sessions/repository.ts';
