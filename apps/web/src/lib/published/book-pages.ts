import { isWithin } from '@glossator/document';
import type { ReleasedPartSummary, ReleaseSection } from '@glossator/contract';

export interface BookPage {
  /** Numbers of its parts, both ends among them. */
  readonly from: number;
  readonly to: number;
  /** The section of the text in which it begins; null before the text. */
  readonly section: ReleaseSection | null;
}

/** What a page holds at most. */
export interface PageBounds {
  readonly parts: number;
  readonly words: number;
}
export const pageBounds: PageBounds = { parts: 150, words: 40_000 };

type Part = Pick<ReleasedPartSummary, 'n' | 'at' | 'words'>;

const sectionOf = (
  { at: [first = ''] }: Part,
  sections: readonly ReleaseSection[],
  depth: number,
): ReleaseSection | null =>
  sections.find((each) => each.depth === depth && isWithin(first, each.address)) ?? null;

/**
 * The pages on which a release is read as a book: one, where it fits. A longer one is cut where another section
 * of the text begins, if it can be; the order of its parts stays as it is.
 */
export function bookPages(
  parts: readonly Part[],
  sections: readonly ReleaseSection[],
  bounds: PageBounds = pageBounds,
): BookPage[] {
  const pages: BookPage[] = [];
  const outer = parts.map((part) => sectionOf(part, sections, 1));
  const inner = parts.map((part) => sectionOf(part, sections, 2));
  for (let start = 0; start < parts.length;) {
    let end = start;
    let words = 0;
    for (; end < parts.length && end - start < bounds.parts; end += 1) {
      words += parts[end]?.words ?? 0;
      if (words > bounds.words && end > start) break;
    }
    if (end < parts.length) {
      const lastChange = (of: readonly unknown[]): number =>
        of.findLastIndex((each, at) => at > start && at <= end && each !== of[at - 1]);
      end = [lastChange(outer), lastChange(inner), end].find((at) => at > start) ?? end;
    }
    pages.push({
      from: parts[start]?.n ?? 1,
      to: parts[end - 1]?.n ?? 1,
      section: outer[start] ?? null,
    });
    start = end;
  }
  return pages;
}
