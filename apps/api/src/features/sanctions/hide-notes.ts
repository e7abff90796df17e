import type { Hidden } from '@glossator/contract';
import { sanctionRules, staffRole, type Actor } from '@glossator/domain';
import { requireModerator } from '../../permission.ts';
import { Refusal } from '../../refusal.ts';
import { changeState } from '../annotations/change-state.ts';
import type { SanctionDeps } from './deps.ts';
import { sanctioningOf } from './presenter.ts';
import { reachOf } from './record.ts';
import {
  dropHiding,
  judgedPerson,
  notesToHide,
  notesToShow,
  writeHiding,
  type SanctionRow,
} from './repository.ts';
import { known, wordsFrom } from './service.ts';

/** Notes one request changes, each in a transaction of its own: the next request goes on from there. */
const atOnce = 200;

async function permitted({ db }: SanctionDeps, actor: Actor, id: string): Promise<SanctionRow> {
  const row = await known(db, id);
  const person = await judgedPerson(db, row.person_id, reachOf(actor));
  const about = sanctioningOf(row, { personId: row.person_id, roles: person?.roles ?? [] });
  if (!sanctionRules['hide-notes'](actor, about))
    throw new Refusal('not-allowed', 'You may not do this to the notes of this person.');
  return row;
}

const changedMeanwhile = (error: unknown): boolean =>
  error instanceof Refusal && ['state-changed', 'not-found'].includes(error.code);

async function each(ids: readonly string[], change: (id: string) => Promise<void>) {
  let changed = 0;
  for (const id of ids)
    try {
      await change(id);
      changed += 1;
    } catch (error) {
      // Its author took it away, or somebody else hid it.
      if (!changedMeanwhile(error)) throw error;
    }
  return changed;
}

/** Hides the public notes of a banned person, and remembers which, so that they can be shown again. */
export async function hideNotes(
  deps: SanctionDeps,
  actor: Actor,
  id: string,
  said: string,
): Promise<Hidden> {
  const actorId = requireModerator(actor);
  const reason = wordsFrom(said);
  const ban = await permitted(deps, actor, id);
  if (ban.state !== 'in-force')
    throw new Refusal('state-changed', 'This ban does not hold any more.');
  const staff = staffRole(actor);
  const notes = await notesToHide(deps.db, ban.person_id, atOnce + 1);
  const changed = await each(notes.slice(0, atOnce), (note) =>
    deps.transact(async (db) => {
      await writeHiding(db, id, note);
      const change = {
        id: note,
        actorId,
        action: 'hide',
        reason,
        code: ban.reason,
        staff,
      } as const;
      await changeState((work) => work(db), change);
    }),
  );
  return { changed, left: Math.max(0, notes.length - atOnce) };
}

/** Shows again what was hidden with a ban and is hidden still. */
export async function showNotes(
  deps: SanctionDeps,
  actor: Actor,
  id: string,
  said: string,
): Promise<Hidden> {
  const actorId = requireModerator(actor);
  const reason = wordsFrom(said);
  await permitted(deps, actor, id);
  const staff = staffRole(actor);
  const notes = await notesToShow(deps.db, id, atOnce + 1);
  const changed = await each(notes.slice(0, atOnce), (note) =>
    deps.transact(async (db) => {
      await dropHiding(db, id, note);
      await changeState((work) => work(db), { id: note, actorId, action: 'unhide', reason, staff });
    }),
  );
  return { changed, left: Math.max(0, notes.length - atOnce) };
}
