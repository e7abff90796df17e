export { freshDatabase, type TestDatabase } from './database.ts';
export { test } from './fixtures.ts';
