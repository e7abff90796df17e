import type { Locale } from '@glossator/contract';
import { lastEffective, roleFor, stopsAmong, type Actor } from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import { standingFor, type StandingOf } from '../review/standing.ts';
import { pastOf, takeBack, takeStep } from '../review/take-step.ts';
import { tellAuthors } from '../review/tell.ts';
import { examine } from './examine.ts';
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
async function causeAgainst(
  db: Db,
  { texts }: PublishingDeps,
  standing: StandingOf,
  personId: string | null,
): Promise<Cause | null> {
  const [actor] = await db.rows<Row<Actor & { personId: string }>>(statements.actorNow, [personId]);
  if (actor === undefined) return 'right-lost';
  const theirs = await standingFor(db, actor, standing.id);
  if (roleFor('publish', theirs) === null) return 'right-lost';
  const { findings } = await examine(db, texts, standing);
  return stopsAmong(findings).length > 0 ? 'release-stopped' : null;
}

/** Publishes what was to be published at this time; false where another process does, or has. */
export const publishDue = (deps: PublishingDeps, id: string): Promise<boolean> =>
  deps.transact(async (db) => {
    const [due] = await db.rows<Row<Due>>(statements.takeDue, [id]);
    if (due === undefined) return false;
    const standing = await standingFor(db, null, id);
    const cause = await causeAgainst(db, deps, standing, due.personId);
    if (cause === null) {
      await takeStep(db, { commentary: id, kind: 'publish', by: 'clock', seen: null });
      await freeze(db, deps.texts, { standing, number: due, change: due.change, by: null });
      await tellAuthors(deps, db, standing, 'publish', '');
    } else {
      await holdBack(db, id, cause);
      await tellAuthors(deps, db, standing, 'undo', '');
      await tell(deps, db, standing, due.personId, cause);
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
  const [to] = await db.rows<{ email: string; key: string; locale: Locale }>(
    statements.addresseeOf,
    [personId],
  );
  if (to === undefined) return;
  const { origin, host } = settings.origin;
  const letter = heldBackLetter(to.locale, {
    ...{ cause, host },
    link: `${origin}/commentaries/${id}/publish`,
  });
  await outbox.put(db, { kind: 'commentary', to, locale: to.locale, ...letter });
}
