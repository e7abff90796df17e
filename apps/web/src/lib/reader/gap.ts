import type { ApparatusView, EditionView, UnitView, WorkView } from '@glossator/contract';
import { estimateExtent } from '@glossator/document';

/** What a lost segment held, reckoned from its counterpart in another edition. */
export interface Loss {
  readonly entry: ApparatusView | null;
  readonly kind: UnitView['kind'];
  readonly extent: { readonly quantity: number; readonly unit: 'hanzi' | 'word' } | null;
  /** Lines of the reading column that it would fill. */
  readonly lines: number;
}

// Characters that fill one line of a column, taken low so that a box is never too short.
const LATIN_LINE = 44;
const HANZI_LINE = 20;
const LATIN_WORD = 6.2;

export function lossOf(work: WorkView, edition: EditionView, unit: UnitView): Loss {
  const entry =
    edition.apparatus.find(
      ({ kind, loci }) => kind === 'gap' && loci.some(({ uid }) => uid === unit.uid),
    ) ?? null;
  for (const other of work.editions) {
    const text = other.texts[unit.uid]?.reading ?? null;
    if (other === edition || text === null) continue;
    const extent = estimateExtent(text, other.lang, edition.lang);
    if (extent === null || (extent.unit !== 'hanzi' && extent.unit !== 'word')) continue;
    const { quantity, unit: measure } = extent;
    const length =
      measure === 'word' ? (quantity * LATIN_WORD) / LATIN_LINE : quantity / HANZI_LINE;
    return {
      entry,
      kind: unit.kind,
      extent: { quantity, unit: measure },
      lines: Math.ceil(length),
    };
  }
  return { entry, kind: unit.kind, extent: null, lines: 1 };
}

/** Width in em of a gap inside a sentence; 0 where its entry covers more than this one place. */
export function inlineGapWidth(entry: ApparatusView): number {
  if (entry.loci.length > 1) return 0;
  const extent = entry.extent.find(({ unit }) => ['hanzi', 'word', 'character'].includes(unit));
  if (extent === undefined) return 0;
  return extent.unit === 'word' ? extent.quantity * 2.8 : extent.quantity;
}
