import type { MarginCount, ReviewerView, RoundView } from '@glossator/contract';
import type { Past } from './take-step.ts';
import type { ReviewerRow, RoundRow } from './round-rows.ts';

/** As what somebody reads a round. */
export interface RoundReader {
  readonly as: 'author' | 'editor' | 'reviewer';
  readonly personId: string;
  /** True of whoever may ask reviewers and end reviews. */
  readonly edits: boolean;
}

/** The rounds on which an editor has decided, and that stands: what reviewers wrote to authors is told. */
export function toldRounds(past: readonly Past[]): Set<string> {
  const undone = new Set(past.map(({ undoOf }) => undoOf));
  return new Set(
    past.flatMap(({ id, kind, round }) =>
      round !== null &&
      !undone.has(id) &&
      (kind === 'request-changes' || kind === 'decline' || kind === 'accept')
        ? [round]
        : [],
    ),
  );
}

const answers = (state: ReviewerRow['state']) => state === 'invited' || state === 'accepted';

/**
 * One reviewer, as one who takes part is told of them. The only place where it is decided who learns who
 * reviews: editors and the reviewer themself, and authors where names are open.
 */
function presentReviewer(
  row: ReviewerRow,
  { round, isTold, reader }: { round: RoundRow; isTold: boolean; reader: RoundReader },
): ReviewerView {
  const isOwn = row.personId === reader.personId;
  const seesAll = reader.as === 'editor' || isOwn;
  const isOpen = round.closed === null && round.cancelled === null;
  return {
    id: row.id,
    n: row.n,
    person: seesAll || round.names === 'open' ? row.person : null,
    isOwn,
    state: row.state,
    invited: row.invited,
    answered: row.answered,
    dueOn: row.dueOn,
    recommendation: seesAll ? row.recommendation : null,
    toEditor: seesAll ? row.toEditor : '',
    toAuthors: seesAll || isTold ? row.toAuthors : '',
    recommended: seesAll || isTold ? row.recommended : null,
    abilities: {
      answer: isOwn && isOpen && answers(row.state),
      recommend: isOwn && isOpen && row.state === 'accepted',
      end: reader.edits && isOpen && answers(row.state),
    },
  };
}

/** Authors are told of those who have come, a reviewer of nobody else. */
function isShown(row: ReviewerRow, isTold: boolean, reader: RoundReader): boolean {
  if (reader.as === 'editor' || row.personId === reader.personId) return true;
  if (reader.as === 'reviewer') return false;
  return row.state === 'accepted' || (isTold && row.recommended !== null);
}

export function presentRound(
  round: RoundRow,
  reviewers: readonly ReviewerRow[],
  told: ReadonlySet<string>,
  reader: RoundReader,
  notes: MarginCount,
): RoundView {
  const isTold = told.has(round.id);
  const isOpen = round.closed === null && round.cancelled === null;
  return {
    n: round.n,
    names: round.names,
    dueOn: round.dueOn,
    opened: round.opened,
    closed: round.closed,
    cancelled: round.cancelled,
    submission: round.submission,
    reviewers: reviewers
      .filter((row) => row.round === round.id && isShown(row, isTold, reader))
      .map((row) => presentReviewer(row, { round, isTold, reader })),
    notes,
    abilities: {
      invite: reader.edits && isOpen,
      read: reader.as !== 'reviewer' || round.own === 'accepted',
    },
  };
}
