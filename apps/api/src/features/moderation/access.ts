import { canOnSite, keepsPublicNotes, type Actor } from '@glossator/domain';
import type { Db, Transact } from '../../db/client.ts';
import { requireMember } from '../../permission.ts';
import { notFound, Refusal } from '../../refusal.ts';
import type { TextStore } from '../works/text-store.ts';

export interface ModerationDeps {
  readonly db: Db;
  readonly transact: Transact;
  readonly texts: TextStore;
}

/** Who moderates any work: the pages of moderation are no secret, what waits in them is. */
export function requireAnyKeeper(actor: Actor): string {
  const personId = requireMember(actor);
  if (!canOnSite(actor, 'moderate')) throw new Refusal('not-allowed', 'This is for moderators.');
  return personId;
}

/** 404, not 403: who does not moderate a work must not learn that something waits there. */
export function requireKeeper(actor: Actor, workId: number): string {
  const personId = requireMember(actor);
  if (!keepsPublicNotes(actor, workId)) throw notFound();
  return personId;
}

interface Judged {
  readonly kind: string;
  readonly author_id: string;
  /** Whether it is an appeal from a decision of the asker's own. */
  readonly decided_before: boolean;
}

/** Nobody decides on their own note, nor on an appeal from their own decision. */
export const mayJudge = (personId: string | null, it: Judged): boolean =>
  personId !== null && it.author_id !== personId && !it.decided_before;

export function checkImpartial(personId: string, it: Judged): void {
  if (it.author_id === personId)
    throw new Refusal('not-allowed', 'Nobody decides on a note of their own.');
  if (it.decided_before)
    throw new Refusal('not-allowed', 'Somebody else decides on an appeal from your own decision.');
}
