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
    const { start, end, after } = first;
    const text = [...(units.get(first.unit)?.text ?? '')];
    const passage = (middle: readonly string[]): string =>
      [...text.slice(Math.max(0, start - around), start), ...middle]
        .concat(text.slice(end, end + around))
        .join('');
    return [
      { kind, n: folds.length, before: passage(text.slice(start, end)), after: passage([after]) },
    ];
  });
}
