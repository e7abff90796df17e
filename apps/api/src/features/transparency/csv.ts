import type { About, TransparencyReport } from '@glossator/contract';
import { byteOrderMark, csvRows } from '../../csv.ts';

type Row = readonly [
  figure: string,
  part: string,
  atLeast: number | string,
  atMost: number | string,
];

const exact = (figure: string, part: string, count: number): Row => [figure, part, count, count];
const about = (figure: string, part: string, { atLeast, atMost }: About): Row => [
  figure,
  part,
  atLeast,
  atMost,
];

function* rowsOf({ decisions, intake, waiting, ...report }: TransparencyReport): Generator<Row> {
  yield ['work', '', report.work ?? '', ''];
  yield ['period', '', report.from, report.to];
  yield exact('decisions_standing', '', decisions.standing);
  yield exact('decisions_taken_back', '', decisions.takenBack);
  for (const { action, count } of decisions.actions) yield exact('decisions', action, count);
  for (const { reason, count } of decisions.reasons) yield exact('reasons', reason, count);
  for (const { month, actions } of decisions.months)
    for (const { action, count } of actions) yield exact(`decisions_${month}`, action, count);
  if (decisions.waits !== null) {
    yield exact('waited_decided', '', decisions.waits.decided);
    yield exact('waited_seconds', 'median', decisions.waits.median);
    yield exact('waited_seconds', '90th_percentile', decisions.waits.ninetieth);
  }
  if (intake !== null) {
    yield ['months_over', '', report.from, intake.through];
    yield about('published_at_once', '', intake.atOnce);
    yield about('held', '', intake.held);
    for (const { phase, count } of intake.causes) yield about('held_by', phase, count);
    yield about('edits_held', '', intake.edits);
    yield about('sent_in_again', '', intake.resubmitted);
    yield about('flagged', '', intake.flagged);
    yield about('appeals', '', intake.appeals);
    for (const { reason, judged, upheld } of intake.flags) {
      yield about('reports_decided', reason, judged);
      yield about('reports_upheld', reason, upheld);
    }
    const { given, sameAction, sameReason } = intake.secondLooks;
    yield about('second_looks', '', given);
    if (sameAction !== null) yield exact('second_looks_percent', 'same_decision', sameAction);
    if (sameReason !== null) yield exact('second_looks_percent', 'same_reason', sameReason);
  }
  if (waiting !== null) {
    yield about('waiting_at_end_of', waiting.through, waiting.open);
    if (waiting.oldestDays !== null)
      yield exact('oldest_waiting_days', waiting.through, waiting.oldestDays);
  }
  yield exact('log_rows', '', report.head.count);
  yield ['log_digest', '', report.head.hash, ''];
}

/** One figure a line; of an exact one both bounds are the same. */
export const reportFile = (report: TransparencyReport): string =>
  byteOrderMark + csvRows([['figure', 'part', 'at_least', 'at_most'], ...rowsOf(report)]);
