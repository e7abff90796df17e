import { limits, type MarginThreadView } from '@glossator/contract';
import type { Actor } from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import { notFound } from '../../refusal.ts';
import { acceptText } from '../../text-input.ts';
import type { ReviewDeps } from './deps.ts';
import { marginOf, presentThreads, seesThread, type MarginOf } from './margin.ts';
import { threadNumbered, type ThreadRow } from './margin-rows.ts';
import { roundReferences } from './round-references.ts';
import { heldStanding } from './standing.ts';
import { requirePart, type TakesPart } from './view.ts';

export interface Held {
  readonly db: Db;
  readonly part: TakesPart;
  readonly margin: MarginOf;
}

/** With the commentary held: who decides on a round, and who writes in it, come one after the other. */
export async function hold(db: Db, actor: Actor, commentary: string): Promise<Held> {
  await heldStanding(db, actor, commentary);
  const part = await requirePart(db, actor, commentary);
  return { db, part, margin: marginOf(actor, part) };
}

export const acceptBody = (body: string): string =>
  acceptText(body.trim(), { field: 'The note', max: limits.marginNote });

export async function requireThread(
  { db, margin }: Held,
  commentary: string,
  thread: string,
): Promise<ThreadRow> {
  const row = await threadNumbered(db, margin.personId, commentary, thread);
  if (row === null || !seesThread(margin, row)) throw notFound();
  return row;
}

/** The thread as whoever wrote in it reads it then. */
export async function answered(
  deps: ReviewDeps,
  { db, part, margin }: Held,
  commentary: string,
  thread: string,
): Promise<MarginThreadView> {
  const row = await threadNumbered(db, margin.personId, commentary, thread);
  const round = row === null ? undefined : margin.rounds.get(row.roundId);
  if (row === null || round === undefined) throw notFound();
  const { inMargin } = await roundReferences(deps, db, part.standing, round);
  const [view] = await presentThreads(db, margin, [row], inMargin);
  if (view === undefined) throw notFound();
  return view;
}
