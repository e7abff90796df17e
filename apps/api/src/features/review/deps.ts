import type { ApiConfig } from '../../config.ts';
import type { Db, Transact } from '../../db/client.ts';
import type { Outbox } from '../mail/service.ts';
import type { TextStore } from '../works/text-store.ts';

export interface ReviewDeps {
  readonly db: Db;
  readonly transact: Transact;
  readonly texts: TextStore;
  readonly outbox: Outbox;
  readonly settings: Pick<ApiConfig, 'origin'>;
}
