import type { FrontMatter } from '@glossator/contract';
import {
  commentaryRules,
  type Actor,
  type AuthorState,
  type CommentaryAbility,
  type CommentaryRole,
  type CommentaryState,
  type InCommentary,
  type NextRelease,
} from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import { requireMember } from '../../permission.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { authorOf, commentarySeenBy } from './statements.ts';

/** A commentary as one of its authors sees it, without byline and parts. */
export interface SeenCommentary extends Omit<FrontMatter, 'contributors'> {
  readonly id: string;
  readonly slug: string;
  readonly work: string;
  readonly titles: Record<string, string>;
  readonly founded: string;
  readonly changed: string;
  readonly removed: string | null;
  readonly standing: CommentaryState;
  readonly next: NextRelease;
  readonly role: CommentaryRole;
  readonly state: Exclude<AuthorState, 'left'>;
  readonly personId: string;
}

export const aboutOf = ({ role, state, removed }: SeenCommentary): InCommentary => ({
  role,
  isInvited: state === 'invited',
  isRemoved: removed !== null,
});

/** 404 to whoever has no part in it: an outsider does not learn that there is such a commentary. */
export async function requireInCommentary(
  db: Db,
  actor: Actor,
  id: string,
  ability: CommentaryAbility,
): Promise<SeenCommentary> {
  const personId = requireMember(actor);
  const [row] = await db.rows<Omit<SeenCommentary, 'personId'> & Record<string, unknown>>(
    commentarySeenBy,
    [id, personId],
  );
  if (row === undefined) throw notFound();
  const seen = { ...row, personId };
  const about = aboutOf(seen);
  if (commentaryRules[ability](about)) return seen;
  if (about.isRemoved && commentaryRules[ability]({ ...about, isRemoved: false })) throw removed();
  throw new Refusal(
    'not-allowed',
    about.isInvited
      ? 'You are invited to write this commentary; accept first.'
      : 'This is for whoever leads the commentary.',
  );
}

export const removed = (): Refusal =>
  new Refusal('commentary-removed', 'The commentary was removed; bring it back first.');

export interface Authorship {
  readonly role: CommentaryRole;
  readonly state: AuthorState;
}

export const authorshipOf = async (
  db: Db,
  id: string,
  personId: string,
): Promise<Authorship | null> =>
  (await db.rows<Authorship & Record<string, unknown>>(authorOf, [id, personId]))[0] ?? null;
