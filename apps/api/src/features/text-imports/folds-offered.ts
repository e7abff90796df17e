import type { FoldsOffered } from '@glossator/contract';
import { foldKinds, type ImportProposal } from '@glossator/document/import';
import { indexOf } from './index-of.ts';

/** Code points on either side of the first place. */
const around = 16;

/** What could be written as the language prints it, kind by kind, each with its first place. */
export function foldsOffered(proposal: ImportProposal): FoldsOffered[] {
  const { units } = indexOf(proposal);
  return foldKinds.flatMap((kind) => {
    const folds = proposal.folds.filter((each) => each.kind === kind);
    const [first] = folds;
    if (first === undefined) return [];
    const text = [...(units.get(first.unit)?.text ?? '')];
    const from = Math.max(0, first.start - around);
    const to = Math.min(text.length, first.end + around);
    const within = folds.filter(
      ({ unit, start, end }) => unit === first.unit && start >= from && end <= to,
    );
    // A pair of quotation marks is shown changed as a pair.
    const after = within
      .toReversed()
      .reduce(
        (letters, each) =>
          letters.toSpliced(each.start - from, each.end - each.start, ...each.after),
        text.slice(from, to),
      );
    return [
      { kind, n: folds.length, before: text.slice(from, to).join(''), after: after.join('') },
    ];
  });
}
