export { buildApp, type AppDeps } from './app.ts';
export { ConfigError, defaultRateLimits, readApiConfig, type ApiConfig } from './config.ts';
export { makePool } from './db/client.ts';
export { firstAdministratorLink } from './features/accounts/first-administrator.ts';
export { prepare } from './prepare.ts';
