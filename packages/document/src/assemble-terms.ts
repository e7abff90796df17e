import type { Path, Uid } from './model.ts';
import type { StoredLedger, TermLedger } from './terms.ts';

/** Joins a ledger with the units of its work. */
export const assembleTerms = (stored: StoredLedger, uidOf: (path: Path) => Uid): TermLedger => ({
  ...stored,
  terms: stored.terms.map((term) => ({
    ...term,
    uses: term.uses.map(({ path, ...use }) => ({ uid: uidOf(path), ...use })),
  })),
});
