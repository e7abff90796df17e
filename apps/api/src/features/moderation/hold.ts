import {
  judge,
  keepsPublicNotes,
  ruleAt,
  type Actor,
  type HoldCause,
  type HoldRule,
} from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import { matcherOf, type ListVersion } from '../hold-rules/matchers.ts';
import { holdFacts } from './hold-statements.ts';

export interface Facts extends Record<string, unknown> {
  readonly rules: readonly (HoldRule & { readonly isForWhole: boolean })[];
  readonly lists: readonly ListVersion[];
  readonly approved: number;
  readonly always_held: boolean;
  readonly decided: number;
  readonly refused: number;
  readonly said_before: boolean;
  readonly approved_body: string | null;
}

/** Public words that are about to be stored, and where. */
export interface Proposed {
  readonly workId: number;
  readonly places: readonly string[];
  readonly body: string;
  /** What they are found by. */
  readonly folded: string;
  /** The note they are to become a revision of; null for a new one. */
  readonly note: { readonly id: string; readonly isPublic: boolean } | null;
}

export async function factsAbout(
  db: Db,
  about: readonly [
    personId: string | null,
    workId: number,
    places: readonly string[],
    folded: string,
    noteId: string | null,
  ],
): Promise<Facts> {
  const [facts] = await db.rows<Facts>(holdFacts, about);
  if (facts === undefined) throw new Error('nothing is known of an author');
  return facts;
}

/** Why these words wait for a moderator; empty where they do not. */
export async function holdCauses(
  db: Db,
  author: Actor,
  { workId, places, body, folded, note }: Proposed,
): Promise<readonly HoldCause[]> {
  const facts = await factsAbout(db, [author.personId, workId, places, folded, note?.id ?? null]);
  return judge({
    body,
    isEdit: note?.isPublic ?? false,
    previousBody: note?.isPublic === true ? facts.approved_body : null,
    settings: ruleAt(facts.rules),
    isStaff: keepsPublicNotes(author, workId),
    author: {
      approved: facts.approved,
      alwaysHeld: facts.always_held,
      recentDecided: facts.decided,
      recentRefused: facts.refused,
    },
    words: await matcherOf(db, facts.lists),
    sameText: facts.said_before ? 'own' : 'none',
  });
}
