import {
  limits,
  type ObjectionDecision,
  type ObjectionPage,
  type SanctionView,
} from '@glossator/contract';
import { nextObjectionState, sanctionRules, type Actor } from '@glossator/domain';
import { pageOf, readCursor, writeCursor } from '../../cursor.ts';
import type { Db } from '../../db/client.ts';
import { hashToken } from '../../one-time-token.ts';
import { requireMember, requireModerator } from '../../permission.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { acceptText } from '../../text-input.ts';
import type { SanctionDeps } from './deps.ts';
import { presentRecord, presentSanction, sanctioningOf } from './presenter.ts';
import { recordByStaff, recordObjection } from './record-decision.ts';
import { reachOf } from './record.ts';
import {
  lockObjection,
  openObjections,
  sanctionByLink,
  writeAnswer,
  writeObjection,
  type SanctionRow,
} from './repository.ts';
import { endSanction, judged, known, wordsFrom } from './service.ts';
import { tellLifted, tellUpheld } from './tell.ts';

/** Their say, once: what was said is not said over. */
async function object(db: Db, row: SanctionRow, said: string): Promise<void> {
  const words = acceptText(said, { field: 'The objection', max: limits.objectionLength });
  const stored = await lockObjection(db, row.id);
  const next =
    stored?.in_time === true && row.state !== 'lifted'
      ? nextObjectionState(stored.state, 'state')
      : null;
  if (next === null)
    throw new Refusal('state-changed', 'To this an objection cannot be made any more.');
  await writeObjection(db, row.id, next, words);
  await recordObjection(db, row, words);
}

async function byLink(db: Db, token: string): Promise<SanctionRow> {
  const id = await sanctionByLink(db, hashToken(token));
  if (id === null) throw new Refusal('token-unusable', 'This link is too old, or was never made.');
  return known(db, id);
}

export async function readByLink({ db }: SanctionDeps, token: string): Promise<SanctionView> {
  return presentSanction(await byLink(db, token));
}

export async function objectByLink(
  { transact }: SanctionDeps,
  { token, words }: { readonly token: string; readonly words: string },
): Promise<void> {
  await transact(async (db) => {
    await object(db, await byLink(db, token), words);
  });
}

/** The same for whoever can sign in. */
export async function objectTo(
  { transact }: SanctionDeps,
  actor: Actor,
  id: string,
  words: string,
): Promise<void> {
  const personId = requireMember(actor);
  await transact(async (db) => {
    const row = await known(db, id);
    if (row.person_id !== personId) throw notFound();
    await object(db, row, words);
  });
}

/** What waits for somebody else than who gave it, oldest first. */
export async function listObjections(
  { db }: SanctionDeps,
  actor: Actor,
  cursor: string | undefined,
  limit: number = limits.pageSize,
): Promise<ObjectionPage> {
  requireModerator(actor);
  const place = readCursor(cursor, 'instant', 'uuid');
  const after = place === null ? null : { at: place[0], id: place[1] };
  return pageOf(
    await openObjections(db, after, limit + 1, reachOf(actor)),
    limit,
    (row) => {
      const person = { personId: row.person_id, roles: row.roles };
      const about = { ...sanctioningOf(row, person), givenBy: row.given_by };
      return {
        person: { id: row.person_id, name: row.person },
        sanction: presentRecord(row, actor, person),
        abilities: { decide: sanctionRules['decide-objection'](actor, about) },
      };
    },
    (last) => writeCursor(last.stated, last.id),
  );
}

/** Another than who gave it lets it stand, or lifts it. */
export async function decideObjection(
  deps: SanctionDeps,
  actor: Actor,
  id: string,
  { action, words: said }: ObjectionDecision,
): Promise<void> {
  const actorId = requireModerator(actor);
  const words = wordsFrom(said);
  const { person_id: personId } = await known(deps.db, id);
  await deps.transact(async (db) => {
    const person = await judged(db, personId);
    const row = await known(db, id);
    const about = sanctioningOf(row, { personId, roles: person.roles });
    if (!sanctionRules['decide-objection'](actor, { ...about, givenBy: row.given_by }))
      throw new Refusal(
        'not-allowed',
        'An objection is decided by somebody else than who it objects to.',
      );
    const stored = await lockObjection(db, id);
    const next = stored === null ? null : nextObjectionState(stored.state, action);
    if (next === null)
      throw new Refusal('state-changed', 'Somebody else has decided on this meanwhile.');
    await writeAnswer(db, id, next, actorId, words);
    const holds = row.state !== 'lifted' && row.state !== 'ended';
    if (action === 'uphold') await tellUpheld(deps, db, person, row, words);
    else if (holds) await endSanction(deps, db, row, person, actorId, words);
    else await tellLifted(deps, db, person, row, words);
    await recordByStaff(db, row, actor, { action, before: 'open', after: next, words });
  });
}
