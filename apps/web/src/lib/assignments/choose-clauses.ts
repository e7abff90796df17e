import type { WorkView } from '@glossator/contract';
import {
  formatRange,
  parseCitation,
  resolveAddress,
  segmentsOf,
  type Unit,
} from '@glossator/document';

export type ClauseFailure = 'malformed' | 'unknown' | 'reversed';
export type ChosenClauses =
  | { readonly ok: true; readonly addresses: readonly string[] }
  | { readonly ok: false; readonly typed: string; readonly reason: ClauseFailure };

type ChoosableWork = Omit<WorkView, 'editions' | 'supplements'>;

/** Places among the segments of the work, both ends inside. */
interface Span {
  readonly address: string;
  readonly from: number;
  readonly to: number;
  /** Of single clauses alone: it grows by its neighbour. */
  readonly grows: boolean;
}

/**
 * What was chosen by boxes and typed as addresses or citations, as few ranges in the order of the text.
 * Parts stay as they were chosen: two sections side by side are two ranges, single clauses become one.
 */
export function chooseClauses(work: ChoosableWork, chosen: readonly string[]): ChosenClauses {
  const units = work.units.map((unit, ord) => asUnit(unit, ord));
  const segments = units.filter(({ kind }) => kind === 'heading' || kind === 'sentence');
  const placeOf = new Map(segments.map(({ uid }, n) => [uid, n]));
  const spans: Span[] = [];
  for (const typed of chosen) {
    const found = find({ ...work, units }, typed);
    if (!found.ok) return { ok: false, typed, reason: found.reason };
    const places = found.segments.map(({ uid }) => placeOf.get(uid) ?? 0);
    const [from, to] = [Math.min(...places), Math.max(...places)];
    spans.push({ address: found.address, from, to, grows: from === to });
  }
  spans.sort((one, other) => one.from - other.from || other.to - one.to);
  return { ok: true, addresses: merged(spans, segments, units).map(({ address }) => address) };
}

const asUnit = ({ uid, parent, role, ...unit }: WorkView['units'][number], ord: number): Unit => ({
  ...unit,
  uid: uid as Unit['uid'],
  parent: parent as Unit['parent'],
  role: role === 'none' ? null : role,
  ord,
});

type Found =
  | { readonly ok: true; readonly address: string; readonly segments: readonly Unit[] }
  | { readonly ok: false; readonly reason: ClauseFailure };

function find(
  work: Omit<ChoosableWork, 'units'> & { readonly units: readonly Unit[] },
  typed: string,
): Found {
  const cited = parseCitation(typed, work);
  if (!cited.ok)
    return { ok: false, reason: cited.reason === 'out-of-order' ? 'reversed' : 'malformed' };
  const resolved = resolveAddress(work, cited.value);
  if (!resolved.ok)
    return { ok: false, reason: resolved.reason === 'out-of-order' ? 'reversed' : 'unknown' };
  return { ok: true, address: cited.value, segments: resolved.value.segments };
}

function merged(spans: readonly Span[], segments: readonly Unit[], units: readonly Unit[]): Span[] {
  const all: Span[] = [];
  for (const span of spans) {
    const last = all.at(-1);
    const reach = last === undefined ? -1 : last.to + (last.grows && span.grows ? 1 : 0);
    if (last === undefined || span.from > reach) {
      all.push(span);
    } else if (span.to > last.to) {
      const { from } = last;
      const address = nameOf(segments.slice(from, span.to + 1), units);
      all.splice(-1, 1, { address, from, to: span.to, grows: last.grows && span.grows });
    }
  }
  return all;
}

/** The section that these are, else from the first to the last. */
function nameOf(run: readonly Unit[], units: readonly Unit[]): string {
  const [first, last] = [run.at(0), run.at(-1)];
  if (first === undefined || last === undefined) return '';
  const byUid = new Map(units.map((unit) => [unit.uid, unit]));
  for (let uid = first.parent; uid !== null; uid = byUid.get(uid)?.parent ?? null) {
    const around = byUid.get(uid);
    if (around === undefined) break;
    const inside = segmentsOf({ units }, around);
    if (inside.at(0)?.uid === first.uid && inside.at(-1)?.uid === last.uid) return around.path;
  }
  return formatRange({ from: first.path, to: last.path });
}

/** Of ranges as they are stored: which boxes are checked, and what is left to be typed. */
export function checkedIn(
  work: Pick<WorkView, 'units'>,
  boxes: ReadonlySet<string>,
  addresses: readonly string[],
): { readonly checked: readonly string[]; readonly typed: readonly string[] } {
  const units = work.units.map((unit, ord) => asUnit(unit, ord));
  const read = addresses.map((address) => {
    if (boxes.has(address)) return { checked: [address], typed: [] };
    const found = resolveAddress({ units }, address);
    const paths = found.ok ? found.value.segments.map(({ path }) => path) : [];
    return paths.length > 0 && paths.every((path) => boxes.has(path))
      ? { checked: paths, typed: [] }
      : { checked: [], typed: [address] };
  });
  return {
    checked: read.flatMap(({ checked }) => checked),
    typed: read.flatMap(({ typed }) => typed),
  };
}
