// What an operator's command may do to a database, without building the application.
export { dump } from './backup/dump.ts';
export type { Manifest } from './backup/format.ts';
export { restore } from './backup/restore.ts';
export { ConfigError, isLoopback, readOrigin } from './config.ts';
export { appRole } from './db/app-role.ts';
export { migrate, migrationState } from './db/migrator.ts';
export { connectOwner } from './db/owner-connection.ts';
export { OperatorError } from './db/operator-error.ts';
export type { Checked, Fault, Head } from './features/decision-log/check-chain.ts';
export { verifyLog } from './features/decision-log/verify.ts';
export {
  proposedReleases,
  releaseText,
  type CommandReport,
} from './features/text-releases/on-command-line.ts';
export { readDeclared } from './features/text-releases/read-declared.ts';
