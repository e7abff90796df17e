import {
  limits,
  type Done,
  type ModeratorForm,
  type ModeratorView,
  type PersonCompletions,
} from '@glossator/contract';
import type { Actor } from '@glossator/domain';
import { pageOf, readCursor, writeCursor } from '../../cursor.ts';
import type { Db, Transact } from '../../db/client.ts';
import { requireAdministrator } from '../../permission.ts';
import { notFound } from '../../refusal.ts';
import {
  completeMember,
  memberOf,
  requireMemberNamed,
  type Member,
} from '../accounts/find-member.ts';
import type { Outbox } from '../mail/service.ts';
import { appointModerator, dismissModerator, moderatorsAfter, workNamed } from './statements.ts';

export interface ModeratorDeps {
  readonly db: Db;
  readonly transact: Transact;
  readonly outbox: Outbox;
}

const first = '00000000-0000-0000-0000-000000000000';
const mostCompletions = 6;

export async function listModerators(
  { db }: ModeratorDeps,
  actor: Actor,
  cursor: string | undefined,
  limit: number = limits.pageSize,
) {
  requireAdministrator(actor);
  const after = readCursor(cursor, 'uuid')?.[0] ?? first;
  return pageOf(
    await db.rows<ModeratorView & Record<string, unknown>>(moderatorsAfter, [after, limit + 1]),
    limit,
    (row): ModeratorView => row,
    (last) => writeCursor(last.id),
  );
}

interface Work {
  readonly id: number;
  readonly titles: Readonly<Record<string, string>>;
}

async function findWork(db: Db, slug: string | null): Promise<Work | null> {
  if (slug === null) return null;
  const [work] = await db.rows<Work & Record<string, unknown>>(workNamed, [slug]);
  if (work === undefined) throw notFound();
  return work;
}

/** What a work is called in a mail. */
const titleIn = ({ titles }: Work, locale: Member['locale']): string =>
  titles[locale === 'en' ? 'en' : 'zh'] ?? titles[locale] ?? Object.values(titles)[0] ?? '';

async function tell(
  { outbox }: ModeratorDeps,
  db: Db,
  kind: 'moderator-appointed' | 'moderator-dismissed',
  member: Member,
  work: Work | null,
): Promise<void> {
  const { email, email_key: key, locale } = member;
  await outbox.post(db, {
    kind,
    to: { email, key },
    locale,
    path: kind === 'moderator-appointed' ? '/moderation' : '/account',
    ...(work === null ? {} : { about: titleIn(work, locale) }),
  });
}

/** Whoever is a moderator of this already stays it, and is not told twice. */
export async function appoint(
  deps: ModeratorDeps,
  actor: Actor,
  { who, work: slug }: ModeratorForm,
): Promise<Done> {
  const grantedBy = requireAdministrator(actor);
  await deps.transact(async (db) => {
    const work = await findWork(db, slug);
    const member = await requireMemberNamed(db, who);
    const made = await db.rows(appointModerator, [member.id, work?.id ?? null, grantedBy]);
    if (made.length > 0) await tell(deps, db, 'moderator-appointed', member, work);
  });
  return { done: true };
}

export async function dismiss(
  deps: ModeratorDeps,
  actor: Actor,
  personId: string,
  slug: string | null,
): Promise<Done> {
  requireAdministrator(actor);
  await deps.transact(async (db) => {
    const work = await findWork(db, slug);
    const gone = await db.rows(dismissModerator, [personId, work?.id ?? null]);
    if (gone.length === 0) throw notFound();
    const member = await memberOf(db, personId);
    if (member !== null) await tell(deps, db, 'moderator-dismissed', member, work);
  });
  return { done: true };
}

export async function completeMembers(
  { db }: ModeratorDeps,
  actor: Actor,
  q: string,
): Promise<PersonCompletions> {
  requireAdministrator(actor);
  return { people: await completeMember(db, q, mostCompletions) };
}
