import type { WithdrawnWork, WorkStandingView, WorkStepView } from '@glossator/contract';
import {
  isTextEditor,
  ownsWork,
  workAbilities,
  type Actor,
  type WorkSubject,
  type WorkWithdrawal,
} from '@glossator/domain';
import type { ApiConfig } from '../../config.ts';
import type { Db, Transact } from '../../db/client.ts';
import { requireMember } from '../../permission.ts';
import { notFound } from '../../refusal.ts';
import type { Outbox } from '../mail/service.ts';
import * as statements from './statements.ts';

export interface OwnWorkDeps {
  readonly db: Db;
  readonly transact: Transact;
  readonly outbox: Outbox;
  readonly settings: Pick<ApiConfig, 'origin'>;
}

/** A text as those see it who have to do with where it stands. */
export interface KnownWork
  extends
    Omit<WorkSubject, 'inClasses'>,
    Pick<WorkStandingView, 'slug' | 'titles' | 'langs' | 'brought' | 'owner' | 'statement'> {
  readonly id: number;
  readonly withdrawn: string | null;
  readonly reason: WorkWithdrawal | null;
  readonly words: string;
}

export const subjectOf = (work: KnownWork): WorkSubject => ({ ...work, inClasses: [] });

/** Its owner, and text editors of what they were or are asked to decide on; to others there is none. */
const hasToDoWith = (actor: Actor, work: KnownWork): boolean =>
  !work.isShipped &&
  (ownsWork(actor, work) ||
    (isTextEditor(actor) && actor.within === undefined && work.standing !== 'private'));

export async function requireKnownWork(
  { db }: Pick<OwnWorkDeps, 'db'>,
  actor: Actor,
  slug: string,
): Promise<{ readonly work: KnownWork; readonly personId: string }> {
  const personId = requireMember(actor);
  const [work] = await db.rows<KnownWork & Record<string, unknown>>(statements.workStanding, [
    slug,
  ]);
  if (work === undefined || !hasToDoWith(actor, work)) throw notFound();
  return { work, personId };
}

const withdrawalOf = ({ titles, withdrawn, reason, words }: KnownWork): WithdrawnWork | null =>
  withdrawn === null || reason === null ? null : { titles, withdrawn, reason, words };

export async function readStanding(
  deps: Pick<OwnWorkDeps, 'db'>,
  actor: Actor,
  slug: string,
): Promise<WorkStandingView> {
  const { work, personId } = await requireKnownWork(deps, actor, slug);
  const { db } = deps;
  const isOwn = ownsWork(actor, work);
  type Class = WorkStandingView['classes'][number] & Record<string, unknown>;
  const [steps, classes, teaches, notes] = await Promise.all([
    db.rows<WorkStepView & Record<string, unknown>>(statements.stepsOf, [work.id]),
    // Which classes somebody teaches is no concern of editors.
    isOwn ? db.rows<Class>(statements.classesOfWork, [work.id]) : [],
    isOwn ? db.rows<Class>(statements.classesToGive, [work.id, personId]) : [],
    isOwn ? db.rows<{ notes: number }>(statements.notesOfOwner, [work.id, personId]) : [],
  ]);
  const { standing, titles, langs, brought, owner, statement } = work;
  return {
    ...{ slug, titles, standing, langs, brought, isOwn, owner, statement },
    withdrawal: withdrawalOf(work),
    classes,
    teaches: teaches.map(({ id, name }) => ({ id, name })),
    ownNotes: notes[0]?.notes ?? 0,
    steps,
    abilities: workAbilities(actor, subjectOf(work)),
  };
}
