import type { TermBody } from '../../db/term-schema.ts';
import type { Statement } from '../../db/client.ts';

export interface TermRowStored extends Record<string, unknown> {
  readonly term: string;
  readonly body: TermBody;
  readonly source_version: number;
  readonly target_version: number;
  readonly commentary: string;
}

const columns = 't.term, t.body, l.source_version, l.target_version, l.commentary';

/** $1 work. Primary key (work_id, term): the terms of one work, some dozens. */
export const termsOfWork: Statement = {
  name: 'terms-of-work',
  text: `select ${columns} from term_ledger l join term t on t.work_id = l.work_id
    where l.work_id = $1 order by t.ord`,
};

/** $1 work, $2 uids. Index term_uids. */
export const termsAt: Statement = {
  name: 'terms-at',
  text: `select ${columns} from term t join term_ledger l on l.work_id = t.work_id
    where t.work_id = $1 and t.uids && $2::text[] order by t.ord`,
};

/** $1 work, $2 term. Primary keys. */
export const termOfWork: Statement = {
  name: 'term-of-work',
  text: `select l.source_version from term_ledger l
    where l.work_id = $1 and exists (select from term t where t.work_id = l.work_id and t.term = $2)`,
};
