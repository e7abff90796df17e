import type {
  AssignmentChange,
  AssignmentForm,
  AssignmentView,
  PublicationForm,
} from '@glossator/contract';
import {
  endsBeforeOpening,
  fixedFields,
  type Actor,
  type Extension,
  type Promised,
} from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import { Refusal } from '../../refusal.ts';
import { forgetPublished, moveOpening, tellPublished } from '../class-news/news.ts';
import { requireWithinKeep } from '../retention/keep.ts';
import { acceptAssignment, type Accepted } from './accept.ts';
import { requireAssignment, type SeenAssignment } from './access.ts';
import { ensureAliases } from './alias.ts';
import {
  isWritten,
  readAssignment,
  written,
  writtenIn,
  type AssignmentDeps,
} from './assignments.ts';
import { logEvent } from './events.ts';
import { holdAll } from './hold.ts';
import { openWhatIsEarned } from './judge-all.ts';
import * as statements from './statements.ts';
import { putChosen, storedValues } from './stored.ts';
import { extensionTimes } from './student-statements.ts';

const promised = (seen: SeenAssignment): Promised => ({
  ...seen.rule,
  ...seen.times,
  work: seen.work,
  clauses: seen.clauses,
  gate: seen.gate,
  byGroups: seen.byGroups,
  names: seen.names,
});

async function requireFree(db: Db, seen: SeenAssignment, after: Accepted): Promise<void> {
  const fixed = fixedFields(promised(seen), after, {
    now: seen.now,
    isReleased: seen.released !== null,
    written: await writtenIn(db, seen),
  });
  if (fixed.length > 0)
    throw new Refusal(
      'assignment-fixed',
      `Students work by this: ${fixed.join(', ')}. Take it back to a draft while nobody has written.`,
      { fixed },
    );
}

function changedFields(seen: SeenAssignment, after: Accepted): string[] {
  const before: Record<string, unknown> = {
    ...promised(seen),
    title: seen.title,
    question: seen.question,
    languages: seen.languages,
  };
  return Object.keys(before).filter(
    (field) =>
      JSON.stringify(before[field]) !== JSON.stringify((after as unknown as typeof before)[field]),
  );
}

/** What was given to students stays worth something. */
async function requireExtensions(db: Db, id: string, after: Accepted): Promise<void> {
  const given = await db.rows<Extension & Record<string, unknown>>(extensionTimes, [id]);
  if (given.some((each) => endsBeforeOpening(after, each)))
    throw new Refusal(
      'extension-ends-early',
      'More time that a student was given would end before it opens; change that first.',
    );
}

/** One after the other until the transaction ends, before anything of it is read. */
export async function holdToChange(db: Db, id: string): Promise<void> {
  await holdAll(db, id);
  await db.rows(statements.lockAssignment, [id]);
}

/** Of one that is held; false where it is another version by now. */
export async function changeHeld(
  { texts }: Pick<AssignmentDeps, 'texts'>,
  db: Db,
  seen: SeenAssignment,
  version: number,
  form: AssignmentForm,
): Promise<boolean> {
  const { id } = seen;
  if (seen.version !== version) return false;
  if (form.work !== seen.work)
    throw new Refusal('clause-elsewhere', 'An assignment keeps its work; make another one.');
  const work = await texts.work(seen.work);
  if (work === null) throw new Refusal('clause-elsewhere', 'There is no such work.');
  const after = acceptAssignment(work, form, seen.languages);
  if (seen.published !== null) await requireFree(db, seen, after);
  await requireExtensions(db, id, after);
  await db.rows(statements.changeAssignment, [id, ...storedValues(after)]);
  await db.rows(statements.dropRanges, [id]);
  await db.rows(statements.dropClauses, [id]);
  await putChosen(db, id, after);
  await requireWithinKeep(db, seen.classId);
  if (seen.published === null) return true;
  const before = { gate: seen.gate, leastLength: seen.rule.leastLength };
  await openWhatIsEarned(db, id, before, after);
  await moveOpening(db, id);
  const fields = changedFields(seen, after);
  if (fields.length > 0) await logEvent(db, seen, 'changed', { detail: { fields } });
  return true;
}

/** All of it as it is to be; whoever changed an older version is told what it is now. */
export async function changeAssignment(
  deps: AssignmentDeps,
  actor: Actor,
  id: string,
  { version, ...form }: AssignmentChange,
): Promise<AssignmentView> {
  const isChanged = await deps.transact(async (db) => {
    await holdToChange(db, id);
    const seen = await requireAssignment(db, actor, id, 'change');
    return changeHeld(deps, db, seen, version, form);
  });
  const now = await readAssignment(deps, actor, id);
  if (isChanged) return now;
  throw stale(now);
}

const stale = (now: AssignmentView): Refusal =>
  new Refusal('version-stale', 'Somebody has changed this assignment meanwhile.', now);

/** Of one that is held; false where it is another version by now. */
export async function publishHeld(
  db: Db,
  seen: SeenAssignment,
  { published, version }: PublicationForm,
): Promise<boolean> {
  const { id } = seen;
  // What is so already was somebody's wish as well.
  if ((seen.published !== null) === published) return true;
  if (seen.version !== version) return false;
  if (!published && (await isWritten(db, seen))) throw written();
  // Where nobody has written nobody has read: the next gate may be another.
  if (!published) await db.rows(statements.dropOpenings, [id]);
  await db.rows(statements.publishAssignment, [id, published]);
  if (published && seen.names !== 'real') await ensureAliases(db, id);
  await (published ? tellPublished : forgetPublished)(db, id);
  await logEvent(db, seen, published ? 'published' : 'taken-back');
  return true;
}

/** Shows it to students, or takes it back while nobody has written. */
export async function publishAssignment(
  deps: AssignmentDeps,
  actor: Actor,
  id: string,
  form: PublicationForm,
): Promise<AssignmentView> {
  const isDone = await deps.transact(async (db) => {
    await holdToChange(db, id);
    return publishHeld(db, await requireAssignment(db, actor, id, 'publish'), form);
  });
  const now = await readAssignment(deps, actor, id);
  if (isDone) return now;
  throw stale(now);
}
