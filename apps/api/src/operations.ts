// What an operator's command may do to a database, without building the application.
export { appRole } from './db/app-role.ts';
export { migrate, migrationState } from './db/migrator.ts';
export { connectOwner } from './db/owner-connection.ts';
export { Refusal } from './db/refusal.ts';
