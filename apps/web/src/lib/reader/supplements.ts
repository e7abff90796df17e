import type { EditionView, SupplementLabel, WorkView } from '@glossator/contract';
import { m } from '#lib/paraglide/messages.js';

type Works = Pick<WorkView, 'editions' | 'supplements'>;

/** The editions, and whatever fills their gaps. */
export const allEditions = ({ editions, supplements }: Works): readonly EditionView[] => [
  ...editions,
  ...supplements,
];

/** The editions, and the supplements that give one of these segments. */
export const editionsAt = (work: Works, uids: readonly string[]): readonly EditionView[] => [
  ...work.editions,
  ...work.supplements.filter(({ texts }) => uids.some((uid) => texts[uid] !== undefined)),
];

/** What stands in the gaps of this edition, at this segment. */
export const supplementsFor = (
  { supplements }: Works,
  edition: Pick<EditionView, 'id'>,
  uid: string,
): readonly EditionView[] =>
  supplements.filter(
    ({ supplements: filled, texts }) =>
      filled === edition.id && (texts[uid]?.reading ?? null) !== null,
  );

/** What a supplement is, wherever its words stand. */
export const supplementStatus = ({ signedBy }: SupplementLabel): string =>
  signedBy === null ? m.supplement_unreviewed() : m.supplement_reviewed({ name: signedBy });
