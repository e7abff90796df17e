export { dropOldChanges as tidyChanges } from './repository.ts';
