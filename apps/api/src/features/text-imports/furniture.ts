import { limits, type FurnitureAct, type FurniturePage } from '@glossator/contract';
import { furnitureReasons, type Furniture, type ImportProposal } from '@glossator/document/import';
import { readCursor, writeCursor } from '../../cursor.ts';

/** Those that are named, or all of a kind. */
export const chosenOf = (
  { furniture }: ImportProposal,
  { ids, reason }: Pick<FurnitureAct, 'ids' | 'reason'>,
): readonly Furniture[] => {
  const named = new Set(ids);
  return furniture.filter((each) =>
    named.size > 0 ? named.has(each.id) : reason !== null && each.reason === reason,
  );
};

const hanzi = /\p{Script=Han}/gu;
const isHan = (text: string): boolean => (text.match(hanzi)?.length ?? 0) * 3 > text.length;

/** The side that words belong to: that of their file, or where one file has both, of their script. */
export function sideOf({ sides, sources }: ImportProposal, { text, pieces }: Furniture): number {
  if (sides.length < 2) return 0;
  if (sources.length === 2) return pieces[0]?.source ?? 0;
  const same = sides.findIndex(({ lang }) => /^(zh|ja|yue)\b/.test(lang) === isHan(text));
  return Math.max(0, same);
}

export function furniturePage(
  proposal: ImportProposal,
  version: number,
  { cursor, limit = limits.pageSize }: { cursor?: string; limit?: number },
): FurniturePage {
  const { furniture, sources } = proposal;
  const start = readCursor(cursor, 'number')?.[0] ?? 0;
  const shown = furniture.slice(start, start + limit);
  const kinds = furnitureReasons.flatMap((reason) => {
    const n = furniture.filter((each) => each.reason === reason).length;
    return n === 0 ? [] : [{ reason, n }];
  });
  return {
    version,
    kinds,
    items: shown.map(({ id, reason, sure, byPerson, text, pieces: [first] }) => ({
      ...{ id, reason, sure, byPerson },
      text: [...text].slice(0, 600).join(''),
      source: first?.source ?? 0,
      line: sources[first?.source ?? 0]?.blocks[first?.block ?? 0]?.line ?? 0,
    })),
    next: start + limit < furniture.length ? writeCursor(start + limit) : null,
  };
}
