import { limits, type ReleaseForm, type ReleaseMade } from '@glossator/contract';
import {
  composeRelease,
  stopsAmong,
  writeReleaseNumber,
  type Actor,
  type ReleaseNumber,
} from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import { requireMember } from '../../permission.ts';
import type { Viewer } from '../../plugins/session.ts';
import { Refusal } from '../../refusal.ts';
import { acceptOptional } from '../commentaries/accept.ts';
import { useQuotations } from '../promotions/quotations.ts';
import { storeRelease } from '../releases/store.ts';
import type { ReviewDeps } from '../review/deps.ts';
import { heldStanding, requireReading, type StandingOf } from '../review/standing.ts';
import { takeStep } from '../review/take-step.ts';
import { tellAuthors } from '../review/tell.ts';
import type { TextStore } from '../works/text-store.ts';
import { examine, newestOf, nextNumber, type Examined } from './examine.ts';
import { statementOfReview } from './statement-of-review.ts';
import * as statements from './statements.ts';

/** Authors are told what was decided. */
export type PublishingDeps = ReviewDeps;

/** The note of what is new: of a first release there is nothing to say. */
export function acceptChange(text: string, number: string): string {
  const change = acceptOptional(text, 'What is new', limits.releaseChange);
  if (change === '' && number !== '1.0')
    throw new Refusal('change-required', 'Say what is new in it: readers of the earlier one ask.');
  return change;
}

/** Whoever publishes names the number that they mean: sending twice makes one release. */
export async function requireNext(
  db: Db,
  standing: StandingOf,
  wanted: string,
): Promise<ReleaseNumber> {
  const newest = await newestOf(db, standing.id);
  const next = nextNumber(newest, standing);
  if (writeReleaseNumber(next) === wanted) return next;
  throw new Refusal(
    'release-there',
    newest === null
      ? 'Nothing was published yet: the first release is 1.0.'
      : `${writeReleaseNumber(newest)} is published.`,
    {
      slug: standing.slug,
      state: standing.state,
      newest: newest && { number: writeReleaseNumber(newest), released: newest.released },
    },
  );
}

/** The standing of a commentary that is held, for whoever may know of it. */
export async function holdFor(db: Db, actor: Actor, id: string): Promise<StandingOf> {
  const standing = await heldStanding(db, actor, id);
  requireReading(standing);
  return standing;
}

export interface ToRelease {
  readonly standing: StandingOf;
  readonly number: ReleaseNumber;
  readonly change: string;
  readonly by: string | null;
  /** What was looked at, and found without a stop. */
  readonly examined: Examined;
}

/**
 * Freezes what was accepted. What is saved meanwhile stands, and is in the next one: a revision that was
 * handed in never changes. The commentary is held, and stands published already.
 */
export async function freeze(
  db: Db,
  { standing, number, change, by, examined }: ToRelease,
): Promise<ReleaseMade> {
  const { draft, work, newest } = examined;
  const [moment] = await db.rows<{ now: string }>(statements.momentNow, []);
  const release = composeRelease(draft, {
    number: writeReleaseNumber(number),
    released: moment?.now ?? '',
    change,
    statement: await statementOfReview(db, standing, newest),
  });
  if (release === null) throw new Error('a commentary without a licence was not stopped');
  const ground = { workId: work.id, units: work.structure.units };
  const { id, sha256 } = await storeRelease(db, standing.id, release, ground, by);
  const quoted = draft.parts.flatMap((part) => part.quoted);
  await useQuotations(db, { release: id, commentary: standing.id }, quoted);
  return { slug: standing.slug, number: release.number, sha256 };
}

/** What would be published, where nothing keeps it from that. */
export async function examineFree(
  db: Db,
  texts: TextStore,
  standing: StandingOf,
): Promise<Examined> {
  const examined = await examine(db, texts, standing);
  const stops = stopsAmong(examined.findings);
  if (stops.length === 0) return examined;
  throw new Refusal('release-stopped', 'Something keeps it from being published.', stops);
}

export async function publishRelease(
  deps: PublishingDeps,
  { actor }: Viewer,
  id: string,
  form: ReleaseForm,
): Promise<ReleaseMade> {
  const by = requireMember(actor);
  const change = acceptChange(form.change, form.number);
  return deps.transact(async (db) => {
    const standing = await holdFor(db, actor, id);
    const number = await requireNext(db, standing, form.number);
    await takeStep(db, { commentary: id, kind: 'publish', by: actor, seen: form.seen });
    await db.rows(statements.dropSchedule, [id]);
    const examined = await examineFree(db, deps.texts, standing);
    const made = await freeze(db, { standing, number, change, by, examined });
    await tellAuthors(deps, db, standing, 'publish', '');
    return made;
  });
}
