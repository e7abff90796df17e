import type { Path, SegmentKind } from '../../model.ts';
import { formatPath, type Component } from '../../path.ts';
import { readMarker } from '../marker.ts';
import type { ImportProposal, ProposedUnit } from '../proposal.ts';
import { numberSiblings } from './number-siblings.ts';

/** What a row becomes: one segment of the work. */
export interface Addressed {
  readonly path: Path;
  readonly kind: SegmentKind;
  readonly isTitle: boolean;
  /** Units of each side, in order. */
  readonly sides: readonly (readonly ProposedUnit[])[];
}

export interface Addresses {
  /** Depths that headings have, from 1: a level without any takes no place in an address. */
  readonly depths: readonly number[];
  readonly rows: readonly Addressed[];
}

interface Shape {
  readonly sides: readonly (readonly ProposedUnit[])[];
  readonly leading: ProposedUnit;
  /** 0 the title; null a sentence. */
  readonly depth: number | null;
}

function shapesOf({ sides, pairs }: ImportProposal, lead: number): readonly Shape[] {
  const units = new Map(
    sides.flatMap((side) => side.units.map((unit) => [unit.id, unit] as const)),
  );
  return pairs.flatMap(({ left, right }): readonly Shape[] => {
    const both = [left, right]
      .slice(0, sides.length)
      .map((ids) => ids.flatMap((id) => units.get(id) ?? []));
    const leading = both[lead]?.[0] ?? both[1 - lead]?.[0];
    return leading === undefined ? [] : [{ sides: both, leading, depth: leading.depth }];
  });
}

// A title that does not stand first is a heading like others, where there are any.
function withOneTitle(shapes: readonly Shape[], hasHeadings: boolean): readonly Shape[] {
  return shapes.map((shape, i) =>
    shape.depth === 0 && i > 0 ? { ...shape, depth: hasHeadings ? 1 : null } : shape,
  );
}

/** The series that most of some headings are printed in: an annex among chapters counts apart. */
function numbersOf(headings: readonly Shape[]): readonly (number | null)[] {
  const series = headings.map(({ leading: { label } }) => readMarker(label)[0]?.series ?? null);
  const counts = new Map<string | null, number>();
  for (const each of series) counts.set(each, (counts.get(each) ?? 0) + 1);
  const [most] = [...counts].filter(([each]) => each !== null).toSorted((a, b) => b[1] - a[1]);
  return headings.map(({ leading }, i) => (series[i] === most?.[0] ? leading.number : null));
}

/** For each heading, by its place among the rows, the number it has among its like. */
function headingNumbers(shapes: readonly Shape[]): ReadonlyMap<number, Component> {
  const groups = new Map<string, number[]>();
  const open: number[] = [];
  for (const [i, { depth }] of shapes.entries()) {
    if (depth === null || depth === 0) continue;
    open.length = Math.min(open.length, depth);
    const parent = open.findLast((each) => each !== -1) ?? -1;
    const key = `${String(parent)}/${String(depth)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [i]);
    else group.push(i);
    while (open.length < depth) open.push(-1);
    open[depth] = i;
  }
  return new Map(
    [...groups.values()].flatMap((places) => {
      const headings = places.flatMap((place) => shapes[place] ?? []);
      const numbers = numberSiblings(numbersOf(headings));
      return places.map(
        (place, k) => [place, numbers[k] ?? { number: k + 1, insertion: 0 }] as const,
      );
    }),
  );
}

/** Numbers of the paragraphs of one container: those printed, where all are numbered. */
function paragraphNumbers(first: readonly ProposedUnit[]): readonly Component[] {
  const printed = first.map(({ number }) => number);
  const isPrinted = printed.every((number) => number !== null && number > 0);
  return numberSiblings(isPrinted ? printed : first.map(() => null));
}

const ZERO: Component = { number: 0, insertion: 0 };

/** The address of every row. `lead` is the side whose structure is the work's. */
export function addressesOf(proposal: ImportProposal, lead = 0): Addresses {
  const shapesAsRead = shapesOf(proposal, lead);
  const depths = [
    ...new Set(shapesAsRead.flatMap(({ depth }) => (depth === null || depth === 0 ? [] : [depth]))),
  ].toSorted((a, b) => a - b);
  const rank = new Map(depths.map((depth, i) => [depth, i + 1]));
  const shapes = withOneTitle(shapesAsRead, depths.length > 0).map((shape) =>
    shape.depth === null ? shape : { ...shape, depth: rank.get(shape.depth) ?? 0 },
  );
  const numbers = headingNumbers(shapes);
  const rows: Addressed[] = [];
  let above: Component[] = depths.map(() => ZERO);
  let container: Shape[] = [];
  const flush = (): void => {
    const begins = container.filter(({ leading: { opens } }, i) => opens || i === 0);
    const paragraphs = paragraphNumbers(begins.map(({ leading }) => leading));
    let paragraph = -1;
    let sentence = 0;
    for (const shape of container) {
      if (begins[paragraph + 1] === shape) {
        paragraph += 1;
        sentence = 0;
      }
      sentence += 1;
      const components = [
        ...above,
        paragraphs[paragraph] ?? ZERO,
        { number: sentence, insertion: 0 },
      ];
      rows.push({
        path: formatPath({ components, limb: '' }),
        kind: 'sentence',
        isTitle: false,
        sides: shape.sides,
      });
    }
    container = [];
  };
  for (const [i, shape] of shapes.entries()) {
    const { depth, sides } = shape;
    if (depth === null) {
      container.push(shape);
      continue;
    }
    flush();
    above = above.map((component, k) =>
      k + 1 < depth ? component : k + 1 === depth ? (numbers.get(i) ?? ZERO) : ZERO,
    );
    const components = [...above, ZERO];
    rows.push({
      path: formatPath({ components, limb: '' }),
      kind: 'heading',
      isTitle: depth === 0,
      sides,
    });
  }
  flush();
  return { depths, rows };
}
