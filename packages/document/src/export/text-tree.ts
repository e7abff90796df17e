import type { Path, SegmentText, ShippedWork, Unit } from '../model.ts';
import { parsePath } from '../path.ts';

/** A segment in its place; null where this version says nothing of it. */
export interface Leaf {
  readonly unit: Unit;
  readonly text: SegmentText;
}

/** A container: its headings and what stands directly in it come before its divisions. */
export interface Branch {
  readonly unit: Unit;
  /** From 1: which of the levels of the work it is. */
  readonly level: number;
  readonly heads: readonly Leaf[];
  readonly sentences: readonly Leaf[];
  readonly branches: readonly Branch[];
}

/** `4.0` holds what stands directly under `4`: it is no division of its own. */
function isDirect(path: Path): boolean {
  const parsed = parsePath(path);
  return parsed.ok && parsed.value.components.at(-1)?.number === 0 && path.includes('.');
}

/** The text of one version as its containers hold it, in document order. */
export function textTree(
  { units }: Pick<ShippedWork, 'units'>,
  texts: readonly SegmentText[],
): readonly Branch[] {
  const byUid = new Map(texts.map((text) => [text.uid, text]));
  const children = Map.groupBy(units, ({ parent }) => parent);

  function branch(unit: Unit, level: number): Branch {
    const inner = children.get(unit.uid) ?? [];
    const leaves = inner.flatMap((each) => {
      const text = byUid.get(each.uid);
      return text === undefined ? [] : [{ unit: each, text }];
    });
    const below = inner
      .filter(({ kind }) => kind === 'container')
      .map((each) => ({ each, made: branch(each, level + 1) }));
    const direct = below.filter(({ each }) => isDirect(each.path)).map(({ made }) => made);
    return {
      unit,
      level,
      heads: [
        ...leaves.filter((leaf) => leaf.unit.kind === 'heading'),
        ...direct.flatMap(({ heads }) => heads),
      ],
      sentences: leaves.filter((leaf) => leaf.unit.kind === 'sentence'),
      branches: [
        ...direct.flatMap(({ branches }) => branches),
        ...below.filter(({ each }) => !isDirect(each.path)).map(({ made }) => made),
      ],
    };
  }

  return (children.get(null) ?? [])
    .filter(({ kind }) => kind === 'container')
    .map((unit) => branch(unit, 1));
}
