import type { Statement } from '../../db/client.ts';
import { seesWorkSql } from '../../db/visibility.ts';

/** $1 how many, $2 works of one's own. Unique (slug). */
export const searchedWorks: Statement = {
  name: 'searched-works',
  text: `select w.slug from work w where ${seesWorkSql('$2::integer[]')} order by w.slug limit $1`,
};
