import type { TestApp } from './app.ts';

export interface Setting {
  readonly title?: string;
  readonly clauses?: readonly string[];
  readonly gate?: string;
  /** Notes that open a clause; one where nothing is said and notes open it. */
  readonly gateNotes?: number | null;
  readonly gateAt?: string | null;
  readonly names?: string;
  readonly byGroups?: boolean;
  readonly leastLength?: number;
  /** Seconds from now; the past is negative. */
  readonly opens?: number;
  readonly due?: number | null;
  readonly closes?: number | null;
  readonly isDraft?: boolean;
  /** What is asked for, and what becomes of what comes late. */
  readonly notes?: number;
  readonly replies?: number;
  readonly per?: 'clause' | 'assignment';
  readonly late?: string;
  readonly points?: number;
}

/** Of the strategy. */
export const assigned = ['4.3.1.2', '4.3.2.1', '4.3.2.2'] as const;
export const day = 24 * 60 * 60;

/**
 * What a class is set, whatever an instructor could set it: each clause opens by one note of one's own
 * where nothing is said. It was published when it opened.
 */
export async function setAssignment(
  site: TestApp,
  classId: string,
  setting: Setting = {},
): Promise<string> {
  const { gate = 'count', opens = -60, due = null, closes = null, isDraft = false } = setting;
  const isCounted = gate === 'count' || gate === 'group-count';
  const { rows } = await site.owner.query<{ id: string }>(
    `insert into assignment (id, class_id, work_id, title, languages, opens_at, due_at, closes_at, gate,
       gate_notes, gate_at, by_groups, least_length, notes, replies, per, coverage, how, late, points,
       names, published_at)
     select gen_random_uuid(), $1, w.id, $12, '{zh-Hans,en}', now() + $2 * interval '1 second',
       now() + $3 * interval '1 second', now() + $4 * interval '1 second', $5, $6, $7, $8, $9,
       $13, $14, $15, 0, 'scaled', $16, $17, $10,
       case when not $11 then now() + least($2, 0) * interval '1 second' end
     from work w where w.slug = 'ncss-2016'
     returning id`,
    [
      classId,
      opens,
      due,
      closes,
      gate,
      setting.gateNotes ?? (isCounted ? 1 : null),
      setting.gateAt ?? null,
      setting.byGroups ?? false,
      setting.leastLength ?? 0,
      setting.names ?? 'real',
      isDraft,
      setting.title ?? 'Think first',
      setting.notes ?? 1,
      setting.replies ?? 0,
      setting.per ?? 'clause',
      setting.late ?? 'counted',
      setting.points ?? 10,
    ],
  );
  const id = rows[0]?.id ?? '';
  await site.owner.query(
    `insert into assignment_clause select $1, u.uid, u.ord from unit u join work w on w.id = u.work_id
     where w.slug = 'ncss-2016' and u.path = any($2)`,
    [id, setting.clauses ?? assigned],
  );
  return id;
}
