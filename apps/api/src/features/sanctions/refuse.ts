import { unsanctioned, type Actor } from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import { noticeOf } from '../../db/sanctions.ts';
import { Refusal, Sanctioned } from '../../refusal.ts';
import { openSanctionsOf } from './repository.ts';

/** Nobody banned comes in, by whatever door. */
export async function refuseBanned(db: Db, personId: string): Promise<void> {
  const ban = (await openSanctionsOf(db, personId)).find(({ kind }) => kind === 'ban');
  if (ban !== undefined) throw new Sanctioned('banned', noticeOf(ban));
}

interface Asked {
  /** The very question that was answered with no, asked of anybody. */
  readonly may: (actor: Actor) => boolean;
  readonly workId: number;
  /** What is said where no sanction is the reason. */
  readonly otherwise: string;
}

/** Why somebody may not: the sanction without which they could, or that it is not for them. */
export async function refusalOf(
  db: Db,
  actor: Actor,
  { may, workId, otherwise }: Asked,
): Promise<Refusal> {
  if (actor.personId === null || !may(unsanctioned(actor)))
    return new Refusal('not-allowed', otherwise);
  const open = await openSanctionsOf(db, actor.personId);
  const warning = open.find(({ kind }) => kind === 'warning');
  if (warning !== undefined) return new Sanctioned('warning-unread', noticeOf(warning));
  // Of several the one that lasts longest.
  const [mute] = open
    .filter((each) => each.kind === 'mute' && (each.workId ?? workId) === workId)
    .toSorted((a, b) => (a.until === null ? -1 : (b.until ?? '~').localeCompare(a.until)));
  return mute === undefined
    ? new Refusal('state-changed', 'You may write again since a moment ago; send it once more.')
    : new Sanctioned('muted', noticeOf(mute));
}
