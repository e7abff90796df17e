import { checkText } from '../normalise.ts';
import { fail, ok, type Result } from '../result.ts';
import { alignSides } from './align/align-sides.ts';
import { measure } from './align/measure.ts';
import { foldsOf } from './folds.ts';
import { findFurniture, type Found } from './furniture.ts';
import { joinBroken } from './join-broken.ts';
import { levelsOf } from './levels.ts';
import { passageOfBlock, piecesOf } from './passage.ts';
import type {
  Furniture,
  ImportProposal,
  ProposedPair,
  ProposedSide,
  ProposeFailure,
  ProposeOptions,
} from './proposal.ts';
import { reconcileLevels } from './reconcile.ts';
import { sidesOf } from './sides.ts';
import type { Source } from './source.ts';
import { structureOf } from './structure.ts';
import { unitsOfBlocks } from './units-of-blocks.ts';

function normalised(sources: readonly Source[]): Result<readonly Source[], 'faulty-text'> {
  const checked: Source[] = [];
  for (const source of sources) {
    const blocks = [];
    for (const block of source.blocks) {
      const text = checkText(block.text);
      const marker = checkText(block.marker ?? '');
      if (!text.ok || !marker.ok) return fail('faulty-text');
      blocks.push({ ...block, text: text.value });
    }
    checked.push({ ...source, blocks });
  }
  return ok(checked);
}

function furnitureOf(
  found: readonly Found[],
  sources: readonly Source[],
  id: () => number,
): readonly Furniture[] {
  return found.flatMap(({ passage, verdict }) =>
    verdict === null
      ? []
      : [
          {
            id: id(),
            ...verdict,
            byPerson: false,
            text: passage.text,
            pieces: piecesOf(passage, sources),
          },
        ],
  );
}

/** What a work would be made of, before any hand touches it. The same input gives the same answer. */
export function proposeImport(
  given: readonly Source[],
  { onProgress = () => undefined }: ProposeOptions = {},
): Result<ImportProposal, ProposeFailure> {
  if (given.length > 2) return fail('too-many-sources');
  const checked = normalised(given);
  if (!checked.ok) return checked;
  const sources = checked.value;
  onProgress(0.05);
  let next = 0;
  const id = (): number => (next += 1);
  const found = sources.map(({ blocks }, source) =>
    findFurniture(blocks.flatMap((block, i) => passageOfBlock(source, i, block) ?? [])),
  );
  onProgress(0.2);
  const sides = sidesOf(
    sources.map(({ lang }, source) => ({
      lang,
      passages: (found[source] ?? []).flatMap(({ passage, verdict }) =>
        verdict === null ? [passage] : [],
      ),
    })),
  ).filter(({ passages }) => passages.length > 0);
  if (sides.length === 0) return fail('nothing-to-read');
  const structures = reconcileLevels(
    sides.map(({ passages }) => structureOf(joinBroken(passages))),
  );
  const structured = sides.flatMap((side, i) => {
    const structure = structures[i];
    return structure === undefined ? [] : [{ ...side, structure }];
  });
  onProgress(0.4);
  const placed = structured.map(({ structure, lang }) =>
    unitsOfBlocks(structure.blocks, lang, sources, id),
  );
  onProgress(0.6);
  const measured = placed.map((units) => units.map(measure));
  const [left = [], right] = measured;
  const alone = left.map((unit): ProposedPair => ({
    left: [unit.id],
    right: [],
    doubt: null,
    checked: false,
  }));
  const { pairs, lengths } =
    right === undefined
      ? { pairs: alone, lengths: null }
      : alignSides(left, right, (done) => {
          onProgress(0.6 + done * 0.35);
        });
  const proposedSides = structured.map(({ lang, sureOfLang, rightToLeft }, i): ProposedSide => ({
    lang,
    sureOfLang,
    rightToLeft,
    units: (placed[i] ?? []).map(({ unit }) => unit),
  }));
  const proposal: ImportProposal = {
    sources,
    levels: levelsOf(structured),
    sides: proposedSides,
    pairs,
    furniture: found.flatMap((each) => furnitureOf(each, sources, id)),
    folds: proposedSides.flatMap(({ units, lang }) => foldsOf(units, lang)),
    lengths,
    nextId: next + 1,
  };
  onProgress(1);
  return ok(proposal);
}
