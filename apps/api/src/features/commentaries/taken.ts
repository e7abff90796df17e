import { breaks } from '../../db/constraint.ts';
import { Refusal } from '../../refusal.ts';

const conflicts = {
  commentary_part_label: () =>
    new Refusal('label-taken', 'Another part of this commentary has this label.'),
  commentary_part_introduction: () =>
    new Refusal('introduction-there', 'This commentary has an introduction already.'),
  bibliography_item_key: () =>
    new Refusal('citation-key-taken', 'Another work of this bibliography is cited by this key.'),
} as const;

/** What two parts, or two works, may not have in common, as a refusal. */
export async function unlessTaken<Result>(store: () => Promise<Result>): Promise<Result> {
  try {
    return await store();
  } catch (error) {
    for (const [constraint, refuse] of Object.entries(conflicts))
      if (breaks(error, constraint)) throw refuse();
    throw error;
  }
}
