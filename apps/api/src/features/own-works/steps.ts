import {
  workMessageLength,
  type Locale,
  type WorkLetter,
  type WorkStandingView,
  type WorkStepForm,
} from '@glossator/contract';
import {
  nextWorkStanding,
  ownsWork,
  workRules,
  type Actor,
  type WorkAction,
  type WorkRefusal,
  type WorkWithdrawal,
} from '@glossator/domain';
import { v7 as uuidv7 } from 'uuid';
import type { Db } from '../../db/client.ts';
import { inLanguage } from '../../in-language.ts';
import { Refusal } from '../../refusal.ts';
import { acceptText } from '../../text-input.ts';
import { offeredLetter, ownerLetter, type ToldStep } from './letters.ts';
import {
  readStanding,
  requireKnownWork,
  subjectOf,
  type KnownWork,
  type OwnWorkDeps,
} from './standing.ts';
import * as statements from './statements.ts';

interface Addressee extends Record<string, unknown> {
  readonly name: string;
  readonly email: string;
  readonly key: string;
  readonly locale: Locale;
}

interface Step {
  readonly action: WorkAction;
  readonly reason: WorkRefusal | WorkWithdrawal | null;
  readonly message: string;
}

/** What a form says; a statement of rights, and what an owner is told of a refusal, cannot be empty. */
function accept(form: WorkStepForm): Step {
  const { action } = form;
  if (action !== 'offer' && action !== 'refuse' && action !== 'withdraw')
    return { action, reason: null, message: '' };
  const reason = action === 'offer' ? null : form.reason;
  if (form.message.trim() === '') {
    if (action === 'offer')
      throw new Refusal('statement-required', 'Say by what right the text may be public.');
    if (action === 'refuse')
      throw new Refusal('message-required', 'Write to its owner why it cannot be public.');
    return { action, reason, message: '' };
  }
  const message = acceptText(form.message, { field: 'The text', max: workMessageLength }).trim();
  return { action, reason, message };
}

function requireStep(actor: Actor, work: KnownWork, action: WorkAction): void {
  if (workRules[action](actor, subjectOf(work))) return;
  if (nextWorkStanding(work.standing, action) === null) throw elsewhere();
  throw new Refusal('not-allowed', 'This is for somebody else to decide.');
}

const elsewhere = (): Refusal =>
  new Refusal('step-unfit', 'The text stands elsewhere by now; look at its page again.');

const pageOf = (slug: string, isOwner: boolean): string =>
  isOwner ? `/works/${slug}` : `/editing/offered/${slug}`;

const isTold = (action: WorkAction): action is ToldStep =>
  action === 'assent' || action === 'refuse' || action === 'withdraw' || action === 'reinstate';

function letterTo(
  { settings: { origin } }: Pick<OwnWorkDeps, 'settings'>,
  { slug, titles }: KnownWork,
  locale: Locale,
  { action, ...said }: Step & { readonly action: ToldStep },
) {
  return ownerLetter(locale, action, {
    ...{ host: origin.host, link: `${origin.origin}${pageOf(slug, true)}` },
    ...{ title: inLanguage(titles, locale), ...said },
  });
}

async function tell(
  deps: Pick<OwnWorkDeps, 'outbox' | 'settings'>,
  db: Db,
  work: KnownWork,
  actorId: string,
  step: Step,
): Promise<void> {
  const { outbox, settings } = deps;
  const { action } = step;
  if (action === 'offer') {
    const { host, origin } = settings.origin;
    const link = `${origin}${pageOf(work.slug, false)}`;
    for (const { email, key, locale } of await db.rows<Addressee>(statements.editorsToTell, [
      actorId,
    ]))
      await outbox.put(db, {
        ...{ kind: 'own-text', to: { email, key }, locale },
        ...offeredLetter(locale, { host, link }),
      });
  }
  // Owners know what they do themselves.
  if (!isTold(action) || work.ownerId === actorId) return;
  for (const { email, key, locale } of await db.rows<Addressee>(statements.ownerToTell, [work.id]))
    await outbox.put(db, {
      ...{ kind: 'own-text', to: { email, key }, locale },
      ...letterTo(deps, work, locale, { ...step, action }),
    });
}

/** Takes a step about where a text stands; all of it in one transaction. */
export async function takeStep(
  deps: OwnWorkDeps,
  actor: Actor,
  slug: string,
  form: WorkStepForm,
): Promise<WorkStandingView | null> {
  const { work: seen, personId } = await requireKnownWork(deps, actor, slug);
  requireStep(actor, seen, form.action);
  const step = accept(form);
  await deps.transact(async (db) => {
    await db.rows(statements.lockWork, [seen.id]);
    const { work } = await requireKnownWork({ db }, actor, slug);
    requireStep(actor, work, step.action);
    const next = nextWorkStanding(work.standing, step.action);
    if (next === null) throw elsewhere();
    const { reason, message, action } = step;
    await db.rows(statements.changeStanding, [
      ...[work.id, next, action === 'offer' ? message : null, personId],
      ...[reason, message],
    ]);
    const isOwn = ownsWork(actor, work);
    await db.rows(statements.insertStep, [
      ...[uuidv7(), work.id, action, personId, isOwn, reason, message],
    ]);
    await tell(deps, db, work, personId, step);
  });
  // An editor has nothing to do with what they refused: it is private again.
  return readStanding(deps, actor, slug).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'not-found') return null;
    throw error;
  });
}

/** The mail that `takeStep` would send to the owner, word for word. */
export async function previewStep(
  deps: Pick<OwnWorkDeps, 'db' | 'settings'>,
  actor: Actor,
  slug: string,
  form: WorkStepForm,
): Promise<WorkLetter> {
  const { work, personId } = await requireKnownWork(deps, actor, slug);
  requireStep(actor, work, form.action);
  const step = accept(form);
  const { action } = step;
  if (!isTold(action) || work.ownerId === personId) return { letter: null };
  const [to] = await deps.db.rows<Addressee>(statements.ownerToTell, [work.id]);
  if (to === undefined) return { letter: null };
  const { name, locale } = to;
  return { letter: { to: name, locale, ...letterTo(deps, work, locale, { ...step, action }) } };
}
