import { isWithin } from '@glossator/document';
import type { ReleasedPartSummary, ReleaseSection } from '@glossator/contract';

type Part = Pick<ReleasedPartSummary, 'n' | 'kind' | 'at'>;

export interface PartGroup<Each> {
  /** Null where it is of no section: what comes before the text, or concerns more of it than one. */
  readonly section: ReleaseSection | null;
  readonly place: 'before' | 'section' | 'across';
  /** Those of no section within it. */
  readonly parts: readonly Each[];
  readonly within: readonly PartGroup<Each>[];
}

/** A group of more parts than these is divided by the sections within. */
const mostUndivided = 20;

const holds = ({ address }: ReleaseSection, at: string): boolean => isWithin(at, address);

/** The one section of these that holds all addresses, both ends of ranges among them. */
export function sectionOf(
  at: readonly string[],
  sections: readonly ReleaseSection[],
): ReleaseSection | null {
  const ends = at.flatMap((each) => each.split('-'));
  if (ends.length === 0) return null;
  return sections.find((section) => ends.every((end) => holds(section, end))) ?? null;
}

function divide<Each extends Part>(
  parts: readonly Each[],
  sections: readonly ReleaseSection[],
): { readonly groups: PartGroup<Each>[]; readonly rest: Each[] } {
  const of = new Map(parts.map((part) => [part, sectionOf(part.at, sections)]));
  const groups = sections.flatMap((section): PartGroup<Each>[] => {
    const held = parts.filter((part) => of.get(part) === section);
    return held.length === 0 ? [] : [{ section, place: 'section', parts: held, within: [] }];
  });
  return { groups, rest: parts.filter((part) => of.get(part) === null) };
}

/**
 * A table of contents by the sections of the text, each part once and in its order there: first what stands on
 * no place and comes before all that does, last what concerns several sections or the whole.
 */
export function groupParts<Each extends Part>(
  parts: readonly Each[],
  sections: readonly ReleaseSection[],
): PartGroup<Each>[] {
  const firstPlaced = parts.findIndex(({ at }) => at.length > 0);
  const cut = firstPlaced === -1 ? parts.length : firstPlaced;
  const before = parts.slice(0, cut);
  const outer = sections.filter(({ depth }) => depth === 1);
  const { groups, rest } = divide(parts.slice(cut), outer);
  const alone = (place: 'before' | 'across', these: readonly Each[]): PartGroup<Each>[] =>
    these.length === 0 ? [] : [{ section: null, place, parts: these, within: [] }];
  const divided = groups.map((group): PartGroup<Each> => {
    const inner = sections.filter(
      ({ depth, address, titles }) =>
        depth === 2 &&
        group.section !== null &&
        holds(group.section, address) &&
        Object.keys(titles).length > 0,
    );
    if (group.parts.length <= mostUndivided || inner.length < 2) return group;
    const { groups: within, rest: parts } = divide(group.parts, inner);
    return { ...group, parts, within };
  });
  return [...alone('before', before), ...divided, ...alone('across', rest)];
}

/** How many parts a group holds, with those within. */
export const countParts = <Each>({ parts, within }: PartGroup<Each>): number =>
  within.reduce((sum, group) => sum + countParts(group), parts.length);
