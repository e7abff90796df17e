import { isOnDesk } from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import { Refusal, TooMany } from '../../refusal.ts';
import { archived } from '../classes/access.ts';
import { ensureAlias } from './alias.ts';
import {
  groundFor,
  isStudent,
  readGround,
  requireBegun,
  requireWritable,
  type Asker,
  type Ground,
} from './ground.ts';
import { holdGate, judgeGate, settleTime } from './judge.ts';
import {
  clauseLayerOf,
  deskOf,
  feedbackLayerOf,
  spansToday,
  staffLayerOf,
  studentOfNote,
} from './statements.ts';

/* Where what is written in an assignment stands; see decision 0040. */

/** What a thread of an assignment is on. */
export interface Aim {
  readonly workId: number;
  readonly kind: string;
  readonly places: readonly string[];
  /** The note that it is about. */
  readonly aboutId: string | null;
}

const onClauses = ['segment', 'span', 'range', 'hinge'];

function requireAssigned(
  ground: Ground,
  { workId, kind, places }: Aim,
  kinds: readonly string[] = onClauses,
): void {
  const isSet =
    workId === ground.workId &&
    kinds.includes(kind) &&
    places.every((uid) => ground.clauses.includes(uid));
  if (!isSet)
    throw new Refusal(
      'clause-not-assigned',
      'This is not a clause of the assignment; choose one that is.',
    );
}

/** Each other span is a layer, which is asked for with every request of the class. */
export const mostSpans = 50;

async function requireFewSpans(db: Db, { id, personId }: Ground, { places }: Aim): Promise<void> {
  if (places.length < 2) return;
  const [found] = await db.rows<{ spans: number }>(spansToday, [id, personId]);
  if ((found?.spans ?? 0) >= mostSpans)
    throw new TooMany(
      'You have written on many spans of clauses today; write on single clauses, or tomorrow.',
      60 * 60,
    );
}

const one = async (
  db: Db,
  statement: typeof deskOf,
  values: readonly unknown[],
): Promise<number> => {
  const find = () => db.rows<{ id: number }>(statement, values);
  // Whoever has waited for another who made it does not see it in the same statement.
  const [row = (await find())[0]] = await find();
  if (row === undefined) throw new Error('a layer of an assignment was not made');
  return row.id;
};

/**
 * Finds the layer of a new thread, stores it there, and opens what it opens: in the transaction it is
 * given. A student's thread lies on their desk until all its clauses are open to them.
 */
export async function writeInAssignment<Made>(
  db: Db,
  assignment: string,
  asker: Asker,
  aim: Aim,
  store: (layerId: number) => Promise<Made>,
): Promise<Made> {
  const seen = await groundFor(db, assignment, asker);
  const { personId } = seen;
  requireAssigned(seen, aim);
  if (!isStudent(seen)) {
    requireWritable(seen);
    return store(await one(db, staffLayerOf, [assignment]));
  }
  await settleTime(db, seen);
  await holdGate(db, seen);
  // Read anew: what was written while it was waited for counts.
  const ground = await readGround(db, assignment, personId);
  requireWritable(ground);
  await requireFewSpans(db, ground, aim);
  if (ground.names !== 'real') await ensureAlias(db, assignment, personId);
  const isShut = ground.gate.kind !== 'none' && isOnDesk(aim.places, new Set(ground.open));
  const layer = isShut
    ? await one(db, deskOf, [assignment, personId])
    : await one(db, clauseLayerOf, [assignment, personId, aim.places]);
  const made = await store(layer);
  if (isShut) await judgeGate(db, ground, aim.places);
  return made;
}

/**
 * The same for what one student and the staff say to each other: a question that the staff alone reads,
 * or feedback on one note. Nothing of it waits, and nothing of it counts.
 */
export async function writeFeedback<Made>(
  db: Db,
  assignment: string,
  asker: Asker,
  aim: Aim,
  store: (layerId: number) => Promise<Made>,
): Promise<Made> {
  const ground = await groundFor(db, assignment, asker);
  const { personId } = ground;
  requireAssigned(ground, aim, [...onClauses, 'note']);
  if (ground.isArchived) throw archived();
  requireBegun(ground);
  const [about] =
    aim.aboutId === null
      ? []
      : await db.rows<{ id: string }>(studentOfNote, [assignment, aim.aboutId]);
  const student = isStudent(ground) ? personId : about?.id;
  if (student === undefined)
    throw new Refusal('feedback-to-nobody', 'Feedback is on a note of a student; begin it there.');
  if (ground.names !== 'real') await ensureAlias(db, assignment, student);
  return store(await one(db, feedbackLayerOf, [assignment, student]));
}
