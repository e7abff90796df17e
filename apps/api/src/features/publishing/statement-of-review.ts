import type { Db } from '../../db/client.ts';
import type { StandingOf } from '../review/standing.ts';
import type { Published } from './examine.ts';
import { reviewedBy } from './statements.ts';

interface Reviewed {
  readonly reviewers: number;
  readonly rounds: number;
  /** Of them, since the newest release. */
  readonly lately: number;
}

const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `one ${one}` : `${String(count)} ${many}`;

const english = ({ reviewers, rounds }: Reviewed): string =>
  `Peer-reviewed by ${counted(reviewers, 'reviewer', 'reviewers')} in ${counted(rounds, 'round', 'rounds')}.`;
const chinese = ({ reviewers, rounds }: Reviewed): string =>
  `经 ${String(reviewers)} 位评审人、${String(rounds)} 轮同行评审。`;

/** What a release says of who looked at it. Never whom: that is the reviewers' to tell. */
export function sayReview(reviewed: Reviewed, isCorrection: boolean): Record<string, string> {
  if (reviewed.reviewers === 0)
    return {
      en: 'Accepted by the editors of this site. Not peer-reviewed.',
      'zh-Hans': '经本站编辑接受，未经同行评审。',
    };
  if (isCorrection && reviewed.lately === 0)
    return {
      en: `${english(reviewed)} This correction was accepted by the editors of this site alone.`,
      'zh-Hans': `${chinese(reviewed)}本次更正仅由本站编辑接受。`,
    };
  return { en: english(reviewed), 'zh-Hans': chinese(reviewed) };
}

export async function statementOfReview(
  db: Db,
  { id, next }: StandingOf,
  newest: Published | null,
): Promise<Record<string, string>> {
  const [row] = await db.rows<Reviewed & Record<string, unknown>>(reviewedBy, [
    id,
    newest?.released ?? '-infinity',
  ]);
  return sayReview(row ?? { reviewers: 0, rounds: 0, lately: 0 }, next === 'correction');
}
