import type { BatchView, CaseView } from '@glossator/contract';
import type { DecisionEntry } from '../decision-log/append.ts';
import type { Judged, Outcome } from './decide.ts';
import type { Reach } from './reach.ts';

type Line = BatchView['lines'][number];

const refusals = {
  decided: null,
  same: null,
  taken: 'case-decided',
  stale: 'version-stale',
} as const satisfies Record<Outcome, string | null>;

/** What came of one case: where its note went, or why nothing was done. */
interface Result {
  readonly refused: string | null;
  readonly change: Pick<DecisionEntry, 'before' | 'after'> | null;
  readonly told: boolean;
  readonly mailed: boolean;
}

/** What tells one case of many from the others. */
export const briefOf = ({
  id,
  work,
  note,
}: CaseView): Pick<Line, 'case' | 'work' | 'address' | 'author' | 'excerpt'> => ({
  case: id,
  work,
  address: note.address,
  author: note.author,
  excerpt: [...note.body].slice(0, 160).join(''),
});

export const lineOf = (view: CaseView, { refused, change, ...who }: Result): Line => ({
  ...briefOf(view),
  before: change?.before ?? view.note.state,
  after: change?.after ?? view.note.state,
  refused,
  ...who,
});

export const refusedBy = (code: string): Result => ({
  refused: code,
  change: null,
  told: false,
  mailed: false,
});

/** `wishing`: authors who have notices by mail; null where the site sends none. */
export function resultOf(
  { outcome, entry }: Judged,
  reach: Reach,
  wishing: ReadonlySet<string> | null,
): Result {
  return {
    refused: refusals[outcome],
    change: entry,
    told: entry !== null && reach !== 'nothing',
    mailed:
      wishing !== null &&
      entry !== null &&
      (reach === 'mail' || (reach === 'as-chosen' && wishing.has(entry.subjectId))),
  };
}

/** Who else has said that they look at it. A batch passes by what one decision alone would only be warned of. */
export const isOthers = ({ claim }: CaseView): boolean => claim !== null && !claim.mine;
