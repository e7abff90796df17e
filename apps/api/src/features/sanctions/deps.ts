import type { ApiConfig } from '../../config.ts';
import type { Db, Transact } from '../../db/client.ts';
import type { Outbox } from '../mail/service.ts';
import type { TextStore } from '../works/text-store.ts';

export interface SanctionDeps {
  readonly db: Db;
  readonly transact: Transact;
  readonly outbox: Outbox;
  readonly texts: TextStore;
  readonly settings: Pick<ApiConfig, 'origin'>;
}
