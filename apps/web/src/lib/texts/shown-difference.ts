import type { SegmentDifference } from '@glossator/contract';
import { compareTexts, type TextStretch } from '@glossator/document';

export interface ShownDifference extends SegmentDifference {
  readonly stretches: readonly TextStretch[];
}

/** On the server: what compares texts is nothing that a page needs to bring along. */
export const shownDifferences = (
  differences: readonly SegmentDifference[],
): readonly ShownDifference[] =>
  differences.map((each) => ({
    ...each,
    stretches:
      each.what === 'moved'
        ? [{ kind: 'same', text: each.after ?? '' }]
        : compareTexts(each.before ?? '', each.after ?? '', each.lang),
  }));
