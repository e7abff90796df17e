// What an operator's command may do to a database, without building the application.
export { Refusal } from './db/refusal.ts';
