import { limits, type CommentaryAuthor } from '@glossator/contract';
import {
  authorAbilities,
  authorRules,
  handleKey,
  type Actor,
  type AboutAuthor,
  type CommentaryRole,
} from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import { requireMember } from '../../permission.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { aboutOf, authorshipOf, requireInCommentary, type SeenCommentary } from './access.ts';
import type { CommentaryDeps } from './commentaries.ts';
import * as statements from './statements.ts';

type Row = Omit<CommentaryAuthor, 'abilities'> & Record<string, unknown>;

const leads = ({ role, state }: Pick<Row, 'role' | 'state'>): boolean =>
  role === 'lead' && state === 'active';

export async function listAuthors(db: Db, seen: SeenCommentary): Promise<CommentaryAuthor[]> {
  const rows = await db.rows<Row>(statements.authorsOf, [seen.id]);
  const leading = rows.filter(leads).length;
  return rows.map((row) => ({
    ...row,
    abilities: authorAbilities({
      ...aboutOf(seen),
      isSelf: row.id === seen.personId,
      theirs: row,
      isLastLead: leading === 1 && leads(row),
    }),
  }));
}

/** Asks somebody to write. That they have an account is told to whoever knows their handle. */
export async function inviteAuthor(
  { db, transact }: CommentaryDeps,
  actor: Actor,
  id: string,
  handle: string,
): Promise<CommentaryAuthor[]> {
  const seen = await requireInCommentary(db, actor, id, 'staff');
  const [person] = await db.rows<{ id: string }>(statements.personToInvite, [
    handleKey(handle.trim().replace(/^@/, '')),
  ]);
  if (person === undefined)
    throw new Refusal('person-unknown', 'There is nobody here with this handle.');
  await transact(async (held) => {
    await hold(held, id);
    const authors = await held.rows<Row>(statements.authorsOf, [id]);
    if (authors.length >= limits.commentaryAuthors)
      throw new Refusal(
        'authors-too-many',
        `A commentary has at most ${String(limits.commentaryAuthors)} authors.`,
      );
    await held.rows(statements.inviteAuthor, [id, person.id]);
  });
  return listAuthors(db, seen);
}

const hold = (db: Db, id: string) => db.rows(statements.lockCommentary, [id]);

/** What is asked about one author, with the commentary held. */
async function aboutAuthor(
  db: Db,
  seen: SeenCommentary,
  personId: string,
): Promise<AboutAuthor | null> {
  await hold(db, seen.id);
  const [authors, theirs] = await Promise.all([
    db.rows<Row>(statements.authorsOf, [seen.id]),
    authorshipOf(db, seen.id, personId),
  ]);
  if (theirs === null) return null;
  const own = await authorshipOf(db, seen.id, seen.personId);
  return {
    ...aboutOf({ ...seen, role: own?.role ?? seen.role }),
    isSelf: personId === seen.personId,
    theirs,
    isLastLead: leads(theirs) && authors.filter(leads).length === 1,
  };
}

const lastLead = (): Refusal =>
  new Refusal('last-lead', 'Nobody else leads this commentary; make another the lead first.');

/** Makes one of its authors a lead, or no longer one. */
export async function appointAuthor(
  { db, transact }: CommentaryDeps,
  actor: Actor,
  id: string,
  personId: string,
  role: CommentaryRole,
): Promise<CommentaryAuthor[]> {
  const seen = await requireInCommentary(db, actor, id, 'staff');
  await transact(async (held) => {
    const about = await aboutAuthor(held, seen, personId);
    if (about?.theirs.state !== 'active') throw notFound();
    if (about.isLastLead && role !== 'lead') throw lastLead();
    if (!authorRules.appoint({ ...about, isLastLead: false }))
      throw new Refusal('not-allowed', 'This is for whoever leads the commentary.');
    await held.rows(statements.setAuthor, [id, personId, role, 'active']);
  });
  return listAuthors(db, seen);
}

/** Removes an author, takes an invitation back, declines one, or leaves. */
export async function endAuthorship(
  { db, transact }: CommentaryDeps,
  actor: Actor,
  id: string,
  personId: string,
): Promise<void> {
  const seen = await requireInCommentary(db, actor, id, 'hear');
  await transact(async (held) => {
    const about = await aboutAuthor(held, seen, personId);
    if (about === null || about.theirs.state === 'left') throw notFound();
    if (about.isLastLead) throw lastLead();
    if (!authorRules.leave(about) && !authorRules.remove(about))
      throw new Refusal('not-allowed', 'This is for whoever leads the commentary.');
    await held.rows(statements.setAuthor, [id, personId, about.theirs.role, 'left']);
  });
}

/** Whoever was asked says that they come. */
export async function acceptAuthorship(
  { db, transact }: CommentaryDeps,
  actor: Actor,
  id: string,
): Promise<void> {
  const personId = requireMember(actor);
  await requireInCommentary(db, actor, id, 'hear');
  await transact(async (held) => {
    await hold(held, id);
    const theirs = await authorshipOf(held, id, personId);
    if (theirs === null || theirs.state === 'left') throw notFound();
    if (theirs.state === 'invited')
      await held.rows(statements.setAuthor, [id, personId, theirs.role, 'active']);
  });
}
