import type { WorkFilter } from '@glossator/contract';
import { handleKey, tagKey } from '@glossator/domain';
import { readsBodySql, type ActorParameters } from '../../db/visibility.ts';

const parameter = (n: number, type: string): string => `$${String(n)}::${type}`;

/** Whether the reader reads a note `a` in a layer `l`, which its author has not taken back. */
export const readsNoteSql = (actor: ActorParameters): string =>
  `(a.state in ('published', 'hidden') and ${readsBodySql(actor)})`;

/**
 * Whether a note `a` in a layer `l` is asked for, written with five parameters from number `first`:
 * kinds, tags, handles, since, until; null where nothing is asked. Only notes that the reader reads.
 */
export function notesSql(first: number, actor: ActorParameters): string {
  const [kinds, tags, by] = [0, 1, 2].map((n) => parameter(first + n, 'text[]'));
  const [since, until] = [3, 4].map((n) => parameter(first + n, 'date'));
  return `(${readsNoteSql(actor)}
    and (${String(kinds)} is null or a.kind = any(${String(kinds)}))
    and (${String(tags)} is null or exists (
      select from note_search s where s.annotation_id = a.id and s.tags && ${String(tags)}))
    and (${String(by)} is null or not l.hides_names and exists (
      select from person o where o.id = a.author_id and lower(o.handle) collate "C" = any(${String(by)})))
    and (${String(since)} is null or a.created_at >= ${String(since)})
    and (${String(until)} is null or a.created_at < ${String(until)} + 1))`;
}

/** Whether a thread `t` in a layer `l` is asked for, by its layer's kind and its resolution. */
export function threadsSql(first: number): string {
  const kinds = parameter(first, 'text[]');
  const resolution = parameter(first + 1, 'text');
  return `(${kinds} is null or l.kind = any(${kinds}))
    and (${resolution} is null or t.resolution = ${resolution})`;
}

const some = <Value, Other>(values: readonly Value[] | undefined, as: (value: Value) => Other) =>
  values === undefined || values.length === 0 ? null : values.map(as);
const same = <Value>(value: Value): Value => value;

export const noteValues = ({ kind, tag, by, since, until }: WorkFilter): readonly unknown[] => [
  some(kind, same),
  some(tag, (each) => tagKey(each.replace(/^#/u, ''))),
  some(by, (each) => handleKey(each.replace(/^@/u, ''))),
  since ?? null,
  until ?? null,
];

export const threadValues = ({ layer, is }: WorkFilter): readonly unknown[] => [
  some(layer, same),
  is ?? null,
];

/** True where the counts by layer and kind that are kept say all that is asked for. */
export const isKept = ({ tag, by, since, until, is, in: address }: WorkFilter): boolean =>
  [tag, by].every((list) => list === undefined || list.length === 0) &&
  [since, until, is, address].every((each) => each === undefined);

export const isEmpty = (filter: WorkFilter): boolean =>
  isKept(filter) && !some(filter.layer, same) && !some(filter.kind, same);
