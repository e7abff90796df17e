import { compareParsed, formatPath, parsePath, type ParsedPath } from '../path.ts';
import type { Path } from '../model.ts';

const mostInsertions = 9_999;

/**
 * New addresses right after `after` and before `next`, none of which has ever been used: `2x1`,
 * `2x2`. Null where there is no room between the two.
 */
export function freshPaths(
  after: Path,
  next: Path | null,
  count: number,
  used: ReadonlySet<Path>,
): readonly Path[] | null {
  const parsed = parsePath(after);
  const end = next === null ? null : parsePath(next);
  const last = parsed.ok ? parsed.value.components.at(-1) : undefined;
  if (!parsed.ok || last === undefined || (end !== null && !end.ok)) return null;
  const found: Path[] = [];
  for (let n = last.insertion + 1; found.length < count; n += 1) {
    const candidate: ParsedPath = {
      components: [...parsed.value.components.slice(0, -1), { ...last, insertion: n }],
      limb: '',
    };
    if (n > mostInsertions || (end !== null && compareParsed(candidate, end.value) >= 0))
      return null;
    const path = formatPath(candidate);
    if (!used.has(path)) found.push(path);
  }
  return found;
}
