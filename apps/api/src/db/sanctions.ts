import type { SanctionNotice } from '@glossator/contract';
import type { Actor } from '@glossator/domain';
import { isoInstant as iso } from './instant.ts';

/** What holds of a person now. */
export interface OpenSanction extends SanctionNotice {
  readonly workId: number | null;
}

// A mute or ban ends by the database's clock, whatever is stored of it.
const holds = `x.state in ('unread', 'in-force') and (x.ends_at is null or x.ends_at > now())`;

/**
 * Everything that holds of a person, as an expression of json: read anew with each request. Index
 * sanction_open, where most people have no row.
 */
export const sanctionsOfSql = (person: string): string => `coalesce((
  select json_agg(json_build_object(
    'id', x.id, 'kind', x.kind, 'workId', x.work_id, 'work', xw.slug, 'reason', x.reason,
    'words', x.words, 'given', ${iso('x.given_at')}, 'until', ${iso('x.ends_at')})
    order by x.given_at, x.id)
  from sanction x left join work xw on xw.id = x.work_id
  where x.person_id = ${person} and ${holds}), '[]'::json)`;

export const isBannedSql = (person: string): string => `exists (
  select from sanction x where x.person_id = ${person} and x.kind = 'ban' and ${holds})`;

/** What the rules ask of them. */
export function restraintsOf(
  sanctions: readonly OpenSanction[],
): Pick<Required<Actor>, 'mutes' | 'warned'> {
  return {
    mutes: sanctions.filter(({ kind }) => kind === 'mute').map(({ workId }) => workId ?? 'site'),
    warned: sanctions.some(({ kind }) => kind === 'warning'),
  };
}

/** As its person is told it. */
export const noticeOf = ({ workId: _, ...notice }: OpenSanction): SanctionNotice => notice;
