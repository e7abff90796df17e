import { lastEffective, roleFor, stopsAmong, type Actor } from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import { memberOf } from '../accounts/find-member.ts';
import { standingFor, type StandingOf } from '../review/standing.ts';
import { pastOf, takeBack, takeStep } from '../review/take-step.ts';
import { tellAuthors } from '../review/tell.ts';
import { examine, type Examined } from './examine.ts';
import { heldBackLetter } from './letter.ts';
import { freeze, type PublishingDeps } from './publish.ts';
import * as statements from './statements.ts';

interface Due {
  readonly major: number;
  readonly minor: number;
  readonly change: string;
  readonly personId: string | null;
}
type Row<Each> = Each & Record<string, unknown>;

/** A commentary whose time has come, beside those. */
export async function findDue(db: Db, except: readonly string[]): Promise<string | null> {
  const [found] = await db.rows<{ id: string }>(statements.scheduleDue, [except]);
  return found?.id ?? null;
}

/** Why it is not published after all. */
export type Cause = 'right-lost' | 'release-stopped';

/** What whoever set the time could not do now themselves, the clock does not do for them. */
async function examineFor(
  db: Db,
  { texts }: PublishingDeps,
  standing: StandingOf,
  personId: string | null,
): Promise<Cause | Examined> {
  const [actor] = await db.rows<Row<Actor & { personId: string }>>(statements.actorNow, [personId]);
  if (actor === undefined) return 'right-lost';
  const theirs = await standingFor(db, actor, standing.id);
  if (roleFor('publish', theirs) === null) return 'right-lost';
  const examined = await examine(db, texts, standing);
  return stopsAmong(examined.findings).length > 0 ? 'release-stopped' : examined;
}

/** Publishes what was to be published at this time; false where another process does, or has. */
export const publishDue = (deps: PublishingDeps, id: string): Promise<boolean> =>
  deps.transact(async (db) => {
    const [due] = await db.rows<Row<Due>>(statements.takeDue, [id]);
    if (due === undefined) return false;
    const standing = await standingFor(db, null, id);
    const found = await examineFor(db, deps, standing, due.personId);
    if (typeof found === 'string') {
      await holdBack(db, id, found);
      await tellAuthors(deps, db, standing, 'undo', '');
      await tell(deps, db, standing, due.personId, found);
    } else {
      const { change } = due;
      await takeStep(db, { commentary: id, kind: 'publish', by: 'clock', seen: null });
      await freeze(db, { standing, number: due, change, by: null, examined: found });
      await tellAuthors(deps, db, standing, 'publish', '');
    }
    await db.rows(statements.dropSchedule, [id]);
    return true;
  });

/** It stands accepted again, by a decision that says why. */
async function holdBack(db: Db, commentary: string, reason: Cause): Promise<void> {
  const scheduled = lastEffective(await pastOf(db, commentary));
  if (scheduled === null) throw new Error(`nothing was decided of ${commentary}`);
  const { id: decision } = scheduled;
  await takeBack(db, { commentary, by: 'clock', decision, seen: null, reason });
}

async function tell(
  { outbox, settings }: PublishingDeps,
  db: Db,
  { id }: StandingOf,
  personId: string | null,
  cause: Cause,
): Promise<void> {
  const member = personId === null ? null : await memberOf(db, personId);
  if (member === null) return;
  const { email, email_key: key, locale } = member;
  const { origin, host } = settings.origin;
  const letter = heldBackLetter(locale, {
    ...{ cause, host },
    link: `${origin}/commentaries/${id}/publish`,
  });
  await outbox.put(db, { kind: 'commentary', to: { email, key }, locale, ...letter });
}
