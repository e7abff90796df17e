import type { NoteKind, Withdrawal } from '@glossator/domain';
import type { Db, Statement } from '../../db/client.ts';
import { isoInstant as iso } from '../../db/instant.ts';

export interface RevisionRow {
  readonly number: number;
  /** Empty where the words were taken away, as is the HTML. */
  readonly body: string;
  readonly html: string;
  readonly renderer: number;
  readonly seen: string[];
  readonly kind: NoteKind;
  readonly tags: string[];
  readonly written: string;
  readonly withdrawn: Withdrawal;
  readonly withdrawn_at: string | null;
  readonly reason: string;
}

/**
 * $1 note, $2 the number they stand before, $3 how many; the newest first. Primary key of revision;
 * reasons by index annotation_event_annotation.
 */
export const revisionsBeforeStatement: Statement = {
  name: 'revisions-before',
  text: `
    select r.number, r.body, r.html, r.renderer, r.seen, r.kind, r.tags,
      ${iso('r.written_at')} as written, r.withdrawn, ${iso('r.withdrawn_at')} as withdrawn_at,
      case when r.withdrawn = 'no' then '' else coalesce((
        select e.reason from annotation_event e
        where e.annotation_id = r.annotation_id and e.action = 'withdraw'
          and e.revision = r.number), '') end as reason
    from revision r
    where r.annotation_id = $1 and r.number < $2
    order by r.number desc
    limit $3`,
};

export const revisionsBefore = (
  db: Db,
  id: string,
  before: number,
  limit: number,
): Promise<RevisionRow[]> =>
  db.rows<RevisionRow & Record<string, unknown>>(revisionsBeforeStatement, [id, before, limit]);

/** Locks the revision until the transaction ends; null where there is none. */
export async function lockRevision(db: Db, id: string, number: number): Promise<Withdrawal | null> {
  const [row] = await db.rows<{ withdrawn: Withdrawal }>(
    {
      name: 'lock-revision',
      text: `select withdrawn from revision where annotation_id = $1 and number = $2 for update`,
    },
    [id, number],
  );
  return row?.withdrawn ?? null;
}

/** Kind, date and the versions its author saw stay. */
export async function dropWords(
  db: Db,
  id: string,
  number: number,
  withdrawn: Withdrawal,
): Promise<void> {
  await db.rows(
    {
      name: 'drop-words',
      text: `
        update revision set body = '', html = '', tags = '{}', withdrawn = $3, withdrawn_at = now()
        where annotation_id = $1 and number = $2`,
    },
    [id, number, withdrawn],
  );
}
