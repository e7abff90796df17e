import type { AnnotationState, LayerKind, WorkStanding } from '@glossator/domain';
import type { Db, Statement } from '../../db/client.ts';
import type { Place } from './place.ts';

/** One change, with what it takes to know whom it concerns. */
export interface ChangeRow {
  readonly xid: string;
  readonly id: string;
  readonly work: string;
  readonly work_id: number;
  readonly layer_id: number;
  readonly layer: LayerKind;
  readonly standing: WorkStanding;
  readonly owner_id: string | null;
  readonly thread_id: string;
  readonly annotation_id: string;
  readonly what: 'new' | 'edited' | 'state' | 'resolution' | 'moved';
  readonly uids: string[];
  readonly author_id: string;
  readonly state: AnnotationState;
}
type Raw = ChangeRow & Record<string, unknown>;

// Index live.change_order. A row is told only when no transaction before it can still commit.
const columns = `
  c.xid::text as xid, c.id::text as id, w.slug as work, c.work_id, c.layer_id, l.kind as layer, l.owner_id,
  w.standing,
  c.thread_id, c.annotation_id, c.what, a.author_id, a.state,
  array(select p.uid from thread_place p where p.thread_id = c.thread_id) as uids`;
const source = `
    from live.change c join work w on w.id = c.work_id join layer l on l.id = c.layer_id
    join annotation a on a.id = c.annotation_id`;

export const changesAfterStatement: Statement = {
  name: 'changes-after',
  text: `
    select ${columns}
    ${source}
    where (c.xid, c.id) > ($1::xid8, $2::bigint)
      and c.xid < pg_snapshot_xmin(pg_current_snapshot())
    order by c.xid, c.id
    limit $3`,
};

export const changesAfter = (
  db: Db,
  { xid, id }: Pick<Place, 'xid' | 'id'>,
  limit: number,
): Promise<ChangeRow[]> => db.rows<Raw>(changesAfterStatement, [String(xid), String(id), limit]);

/** The same for one reader, up to a place; the oldest first. */
export const changesBetweenStatement: Statement = {
  name: 'changes-between',
  text: `
    select ${columns}
    ${source}
    where (c.xid, c.id) > ($1::xid8, $2::bigint) and (c.xid, c.id) <= ($3::xid8, $4::bigint)
      and c.layer_id = any($5::integer[])
    order by c.xid, c.id
    limit $6`,
};

export const changesBetween = (
  db: Db,
  after: Pick<Place, 'xid' | 'id'>,
  until: Pick<Place, 'xid' | 'id'>,
  layers: readonly number[],
  limit: number,
): Promise<ChangeRow[]> =>
  db.rows<Raw>(changesBetweenStatement, [
    String(after.xid),
    String(after.id),
    String(until.xid),
    String(until.id),
    layers,
    limit,
  ]);

export interface LogState {
  readonly epoch: string;
  /** Everything before this transaction has been committed or has come to nothing. */
  readonly xmin: string;
  /** Up to here the log has been thrown away. */
  readonly dropped_xid: string;
  readonly dropped_id: string;
  /** Whether rows wait for a transaction before them. */
  readonly held: boolean;
}

export async function logState(db: Db): Promise<LogState> {
  const [row] = await db.rows<LogState & Record<string, unknown>>(
    {
      name: 'log-state',
      text: `
        select e.number as epoch, pg_snapshot_xmin(pg_current_snapshot())::text as xmin,
          e.dropped_xid::text as dropped_xid, e.dropped_id::text as dropped_id,
          exists (select from live.change c
            where c.xid >= pg_snapshot_xmin(pg_current_snapshot())) as held
        from live.epoch e`,
    },
    [],
  );
  if (row === undefined) throw new Error('the log of changes has no number');
  return row;
}

/** Hours after which a change is no longer told to somebody who was away. */
const kept = 72;

// Index live.change_age.
export async function dropOldChanges(db: Db): Promise<void> {
  await db.rows(
    {
      name: 'drop-old-changes',
      text: `
        with gone as (
          delete from live.change where at < now() - make_interval(hours => $1) returning xid, id
        ), last as (
          select xid, id from gone order by xid desc, id desc limit 1
        )
        update live.epoch set dropped_xid = last.xid, dropped_id = last.id from last
        where (dropped_xid, dropped_id) < (last.xid, last.id)`,
    },
    [kept],
  );
}
