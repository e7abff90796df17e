import type { Db, Transact } from '../../db/client.ts';
import type { TextStore } from '../works/text-store.ts';

export interface TextReleaseDeps {
  readonly db: Db;
  readonly transact: Transact;
  readonly texts: TextStore;
}
