import { blocksOfText, proposeImport, type ImportProposal } from '../../src/import/index.ts';

/** What is proposed for one or two plain texts. */
export function proposalOf(...texts: readonly string[]): ImportProposal {
  const proposed = proposeImport(
    texts.map((text, i) => ({ name: String(i), lang: null, blocks: blocksOfText(text) })),
  );
  if (!proposed.ok) throw new Error(proposed.reason);
  return proposed.value;
}

/** A line a row: `#1 text` for a heading, `¶` where a paragraph opens, what is doubted behind `?`. */
export function shown({ sides, pairs }: ImportProposal): readonly string[] {
  const units = new Map(
    sides.flatMap((side) => side.units.map((unit) => [unit.id, unit] as const)),
  );
  const words = (ids: readonly number[]): string =>
    ids
      .map((id) => {
        const unit = units.get(id);
        const opens = unit?.opens === true ? '¶' : '';
        const mark = unit?.depth == null ? opens : `#${String(unit.depth)} `;
        return mark + (unit?.text ?? '[…]');
      })
      .join(' + ');
  return pairs.map(({ left, right, doubt }) => {
    const both = sides.length === 1 ? words(left) : `${words(left)} | ${words(right)}`;
    return `${both}${doubt === null ? '' : ` ?${doubt}`}`;
  });
}
