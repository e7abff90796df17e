import type { Path, UnitKind } from './model.ts';
import { fail, ok, type Result } from './result.ts';

/*
 * Addresses: numbers joined by dots, each with an optional insertion (`2x1` stands after 2), and
 * letters for a limb. `0` is a heading, or text directly under the level above.
 */

export interface Component {
  readonly number: number;
  /** 0 where the component is not an insertion. */
  readonly insertion: number;
}

export interface ParsedPath {
  readonly components: readonly Component[];
  /** `a`, `b`, … or ''. */
  readonly limb: string;
}

export type PathFailure = 'malformed' | 'too-long';

const GRAMMAR = /^\d+(x\d+)?(\.\d+(x\d+)?){0,7}[a-z]*$/;
// One unit, one spelling: no leading zeros, no `x0`; sizes are bounded so that numbers stay exact.
const COMPONENT = /^(0|[1-9]\d{0,5})(?:x([1-9]\d{0,3}))?$/;
const MAX_LENGTH = 96;
const MAX_LIMB = 2;

export function parsePath(text: string): Result<ParsedPath, PathFailure> {
  if (text.length > MAX_LENGTH) return fail('too-long');
  if (!GRAMMAR.test(text)) return fail('malformed');
  // `x` between digits is an insertion; only letters at the very end are a limb.
  const limb = /[a-z]*$/.exec(text)?.[0] ?? '';
  if (limb.length > MAX_LIMB) return fail('malformed');
  const components: Component[] = [];
  for (const part of text.slice(0, text.length - limb.length).split('.')) {
    const match = COMPONENT.exec(part);
    if (match === null) return fail('malformed');
    components.push({ number: Number(match[1]), insertion: Number(match[2] ?? 0) });
  }
  return ok({ components, limb });
}

export function formatComponent({ number, insertion }: Component): string {
  return insertion === 0 ? String(number) : `${String(number)}x${String(insertion)}`;
}

export function formatPath({ components, limb }: ParsedPath): Path {
  return components.map(formatComponent).join('.') + limb;
}

/** Document order: a container before what it holds, a sentence before its limbs. */
export function compareParsed(left: ParsedPath, right: ParsedPath): number {
  const shared = Math.min(left.components.length, right.components.length);
  for (let i = 0; i < shared; i += 1) {
    const a = left.components[i];
    const b = right.components[i];
    if (a === undefined || b === undefined) break;
    if (a.number !== b.number) return a.number - b.number;
    if (a.insertion !== b.insertion) return a.insertion - b.insertion;
  }
  if (left.components.length !== right.components.length) {
    return left.components.length - right.components.length;
  }
  if (left.limb.length !== right.limb.length) return left.limb.length - right.limb.length;
  return left.limb < right.limb ? -1 : left.limb > right.limb ? 1 : 0;
}

/** Document order of two addresses; strings that are no address come last, by code unit. */
export function comparePaths(left: Path, right: Path): number {
  const a = parsePath(left);
  const b = parsePath(right);
  if (a.ok && b.ok) return compareParsed(a.value, b.value);
  if (a.ok !== b.ok) return a.ok ? -1 : 1;
  return left < right ? -1 : left > right ? 1 : 0;
}

const isZero = (component: Component | undefined): boolean =>
  component?.number === 0 && component.insertion === 0;

/** What kind of unit an address names in a work with so many levels; null for none. */
export function pathKind(path: Path, levels: number): UnitKind | null {
  const parsed = parsePath(path);
  if (!parsed.ok) return null;
  const { components, limb } = parsed.value;
  if (components.length > levels) return null;
  if (components.length === levels) {
    // `4.3.0` is a heading, so nothing stands below it.
    if (isZero(components.at(-1)) || isZero(components.at(-2))) return null;
    return limb === '' ? 'sentence' : 'limb';
  }
  if (limb !== '') return null;
  const isHeading = components.length === levels - 1 && isZero(components.at(-1));
  return isHeading ? 'heading' : 'container';
}

/** An address above the last level that is not a heading's own. */
export function isContainerPath(path: Path, levels: number): boolean {
  return pathKind(path, levels) === 'container';
}

/**
 * The addresses right above: the sentence of a limb, the smallest container of a segment or
 * container; null at the top.
 */
export function parentPath(path: Path): Path | null {
  const parsed = parsePath(path);
  if (!parsed.ok) return null;
  const { components, limb } = parsed.value;
  if (limb !== '') return formatPath({ components, limb: '' });
  if (components.length < 2) return null;
  return formatPath({ components: components.slice(0, -1), limb: '' });
}

/** Whether `path` is `container` or stands inside it. */
export function isWithin(path: Path, container: Path): boolean {
  if (!path.startsWith(container)) return false;
  return /^$|^\.|^[a-wyz][a-z]*$|^x$/.test(path.slice(container.length));
}

/** Dots would have to be escaped in a selector. */
export function htmlId(path: Path): string {
  return `c-${path.replaceAll('.', '-')}`;
}
