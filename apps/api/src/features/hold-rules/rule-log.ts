import type { WordListSummary } from '@glossator/contract';
import {
  holdLimits,
  staffRole,
  type Actor,
  type HoldSettings,
  type RuleAction,
} from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import { requireMember } from '../../permission.ts';
import { appendDecision } from '../decision-log/append.ts';

type Numbers = Exclude<keyof HoldSettings, 'mode'>;
const numbers = Object.keys(holdLimits) as readonly Numbers[];

/** What is to be answered for later: who changed what of the rules for everybody, and when. */
interface RuleChange {
  readonly action: RuleAction;
  /** Both empty where it is about every work. */
  readonly work: string;
  readonly address: string;
  readonly before: string;
  readonly after: string;
}

/** In the transaction of the change itself, and last in it: see `appendDecision`. */
export async function logRule(
  db: Db,
  actor: Actor,
  { action, work, address, before, after }: RuleChange,
): Promise<void> {
  await appendDecision(db, {
    caseId: null,
    annotationId: null,
    revision: null,
    actorId: requireMember(actor),
    actorRole: staffRole(actor),
    subjectId: null,
    action,
    before,
    after,
    reason: '',
    words: '',
    batchId: null,
    undoes: null,
    place: { work, address },
  });
}

const told = (settings: HoldSettings, fields: readonly Numbers[]): string =>
  [settings.mode, ...fields.map((field) => `${field}=${String(settings[field])}`)].join(' ');

/** A rule set anew, with the numbers that have become others; null where all stays as it was. */
export function settingChange(
  was: HoldSettings | null,
  is: HoldSettings,
): Pick<RuleChange, 'action' | 'before' | 'after'> | null {
  const others = numbers.filter((field) => was?.[field] !== is[field]);
  if (was?.mode === is.mode && others.length === 0) return null;
  return {
    action: was?.mode === is.mode ? 'rule-limits' : `rule-${is.mode}`,
    before: was === null ? '' : told(was, others),
    after: told(is, others),
  };
}

/** Of a list how many words it has and what it does: neither its words nor its name. */
export const listTold = ({
  count,
  isTold,
  holdsInPublish,
}: Pick<WordListSummary, 'count' | 'isTold' | 'holdsInPublish'>): string =>
  [
    `words=${String(count)}`,
    ...(isTold ? ['told'] : []),
    ...(holdsInPublish ? ['publish'] : []),
  ].join(' ');
