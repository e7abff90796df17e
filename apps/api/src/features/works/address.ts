import type { FocusView } from '@glossator/contract';
import {
  formatRange,
  isSegment,
  resolveAddress,
  type Resolved,
  type Unit,
} from '@glossator/document';
import { Refusal } from '../../refusal.ts';
import type { Structure } from './text-store.ts';

/** What an address names in a work. */
export interface Focus {
  readonly kind: FocusView['kind'];
  readonly address: string;
  /** The unit itself; null for the whole work and for a span. */
  readonly unit: Unit | null;
  /** Every unit inside, itself among them, in document order. */
  readonly inside: readonly Unit[];
  /** The headings and sentences among them, or around a limb. */
  readonly segments: readonly Unit[];
  /** The containers around it, outermost first. */
  readonly around: readonly Unit[];
}

function containersAround(structure: Structure, unit: Unit): Unit[] {
  const found: Unit[] = [];
  for (let uid = unit.parent; uid !== null;) {
    const parent = structure.byUid.get(uid);
    if (parent === undefined) break;
    if (parent.kind === 'container') found.unshift(parent);
    uid = parent.parent;
  }
  return found;
}

function withDescendants(structure: Structure, roots: readonly Unit[]): Unit[] {
  const inside = new Set(roots.map(({ uid }) => uid));
  return structure.units.filter((unit) => {
    const belongs = inside.has(unit.uid) || (unit.parent !== null && inside.has(unit.parent));
    if (belongs) inside.add(unit.uid);
    return belongs;
  });
}

type Failed = Exclude<Resolved<unknown>, { readonly ok: true }>;

function refuse(failed: Failed, address: string, structure: Structure): Refusal {
  switch (failed.reason) {
    case 'unknown':
      return new Refusal('not-found', `This work has nothing at ${address}.`);
    case 'retired':
      return new Refusal(
        'gone',
        'What stood here has been retired.',
        failed.alias.successors.map((uid) => structure.byUid.get(uid)?.path ?? uid),
      );
    case 'out-of-order': {
      const [from = '', to = ''] = address.split('-');
      return new Refusal('range-reversed', 'Write the range in document order.', `${to}-${from}`);
    }
    case 'too-long':
    case 'malformed':
    case 'nested':
      return new Refusal(
        'address-malformed',
        'An address looks like 4.3.1.2, and a range like 4.3.1.2-4.3.2.1.',
      );
  }
}

export function focusOn(structure: Structure, address: string | undefined): Focus {
  if (address === undefined)
    return {
      kind: 'work',
      address: '',
      unit: null,
      inside: structure.units,
      segments: structure.units.filter(isSegment),
      around: [],
    };
  const resolved = resolveAddress(structure, address);
  if (!resolved.ok) throw refuse(resolved, address, structure);
  const { first, last, segments } = resolved.value;
  if (first === last)
    return {
      kind: first.kind === 'container' || first.kind === 'limb' ? first.kind : 'segment',
      address: first.path,
      unit: first,
      inside: withDescendants(structure, [first]),
      segments,
      around: containersAround(structure, first),
    };
  const beyond = containersAround(structure, last);
  return {
    kind: 'span',
    address: formatRange({ from: first.path, to: last.path }),
    unit: null,
    inside: withDescendants(structure, segments),
    segments,
    around: containersAround(structure, first).filter((each) => beyond.includes(each)),
  };
}

/** The address from one unit to another today; a unit that has left the text keeps its uid. */
export function addressBetween(
  structure: Pick<Structure, 'byUid'> | undefined,
  fromUid: string,
  toUid: string,
): string {
  const path = (uid: string): string => structure?.byUid.get(uid)?.path ?? uid;
  return formatRange({ from: path(fromUid), to: path(toUid) });
}

/** Of several places, each address once. */
export const addressesOf = (
  structure: Pick<Structure, 'byUid'>,
  places: readonly { readonly from: string; readonly to: string }[],
): string[] => [...new Set(places.map(({ from, to }) => addressBetween(structure, from, to)))];

/** What a thread on this focus points at, and the units where it is found. */
export function targetOf(focus: Focus): {
  readonly kind: 'segment' | 'span' | 'container';
  readonly from: string;
  readonly to: string;
  readonly places: readonly string[];
} {
  const from = focus.unit ?? focus.segments[0];
  const to = focus.unit ?? focus.segments.at(-1);
  if (focus.kind === 'work' || from === undefined || to === undefined)
    throw new Refusal('address-unknown', 'A note needs a clause, a range or a section.');
  const isSpan = focus.kind === 'span' && from !== to;
  return {
    kind: isSpan ? 'span' : focus.kind === 'container' ? 'container' : 'segment',
    from: from.uid,
    to: to.uid,
    places: isSpan ? focus.segments.map(({ uid }) => uid) : [from.uid],
  };
}

export function presentFocus(structure: Structure, focus: Focus): FocusView {
  const all = structure.units.filter(isSegment);
  const first = focus.segments[0];
  const last = focus.segments.at(-1);
  const before = first === undefined ? undefined : all[all.indexOf(first) - 1];
  const after = last === undefined ? undefined : all[all.indexOf(last) + 1];
  const isWork = focus.kind === 'work';
  return {
    address: focus.address,
    kind: focus.kind,
    uid: focus.unit?.uid ?? null,
    segments: isWork ? [] : focus.segments.map(({ uid }) => uid),
    containers: focus.around.map(({ uid }) => uid),
    previous: isWork ? null : (before?.path ?? null),
    next: isWork ? (first?.path ?? null) : (after?.path ?? null),
  };
}
