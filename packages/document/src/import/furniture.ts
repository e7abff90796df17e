import type { FurnitureReason } from './proposal.ts';
import type { Passage } from './passage.ts';
import { placesOfContents } from './contents.ts';
import { lineFurniture } from './line-furniture.ts';
import { noticesOf } from './notices.ts';
import { placesOfCopies } from './copies.ts';
import { markPageNumbers } from './page-numbers.ts';
import { markRepeated } from './repeated.ts';
import { markSurroundings } from './surroundings.ts';

/** What a passage is taken for; null: text. */
export interface Verdict {
  readonly reason: FurnitureReason;
  readonly sure: boolean;
}

export interface Found {
  readonly passage: Passage;
  readonly verdict: Verdict | null;
}

// From so many lines of a page on, what surrounds the text is looked for.
const PAGE = 5;

/** The passages of one source in order, notices parted from the words they are glued to. */
export function findFurniture(passages: readonly Passage[]): readonly Found[] {
  const parted = passages.flatMap(noticesOf);
  const verdicts = parted.map(({ passage, verdict }) => verdict ?? lineFurniture(passage));
  const all = parted.map(({ passage }) => passage);
  markRepeated(all, verdicts);
  markPageNumbers(all, verdicts);
  for (const i of placesOfContents(all, verdicts)) {
    verdicts[i] ??= { reason: 'contents', sure: true };
  }
  if (isPage(verdicts)) {
    for (const i of placesOfCopies(all, verdicts)) verdicts[i] ??= { reason: 'copy', sure: false };
    markSurroundings(all, verdicts);
  } else {
    // In what is no page, links and words of navigation are text: a heading may say `Contact`.
    for (const [i, verdict] of verdicts.entries()) {
      if (verdict !== null && ofPages.has(verdict.reason)) verdicts[i] = null;
    }
  }
  return all.map((passage, i) => ({
    passage: { ...passage, interrupted: i > 0 && verdicts[i - 1] !== null },
    verdict: verdicts[i] ?? null,
  }));
}

const ofPages: ReadonlySet<FurnitureReason> = new Set(['link', 'navigation', 'advertisement']);

/** Whether lines enough are sure to be a page's: what is merely asked makes no page of a text. */
const isPage = (verdicts: readonly (Verdict | null)[]): boolean =>
  verdicts.filter(
    (verdict) =>
      verdict?.sure === true && (verdict.reason === 'notice' || ofPages.has(verdict.reason)),
  ).length >= PAGE;
