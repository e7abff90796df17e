import { applyCorrection, type Correction, type ImportProposal } from '@glossator/document/import';

/** A proposal with stored corrections made on it. Each was applied to the very same before it was stored. */
export function makeAgain(
  proposal: ImportProposal,
  corrections: readonly Correction[],
): ImportProposal {
  return corrections.reduce((now, correction) => {
    const made = applyCorrection(now, correction);
    if (!made.ok) throw new Error(`a stored correction no longer applies: ${made.reason}`);
    return made.value.proposal;
  }, proposal);
}
