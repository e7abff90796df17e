import type { HeldWork, HoldRuleForm, HoldRulesView, HoldRuleView } from '@glossator/contract';
import {
  holdDefaults,
  holdLimits,
  keepsAllPublicNotes,
  type Actor,
  type HoldSettings,
} from '@glossator/domain';
import { notFound, Refusal } from '../../refusal.ts';
import { requireMember } from '../../permission.ts';
import { requireKeeper, type ModerationDeps } from '../moderation/access.ts';
import { worksOf } from '../moderation/works.ts';
import { addressBetween, focusOn, type Focus } from '../works/address.ts';
import {
  everyone,
  inWork,
  requireWork,
  type LoadedWork,
  type Structure,
} from '../works/text-store.ts';
import { listsFor } from './word-lists.ts';
import { logRule, settingChange } from './rule-log.ts';
import {
  dropRule as dropStatement,
  heldWorks,
  putRule,
  ruleBefore,
  rulesOfWork,
} from './statements.ts';

/** More parts than this are better said by one rule for the whole. */
export const mostRules = 50;

interface RuleRow extends Omit<HoldRuleView, 'address'>, Record<string, unknown> {
  readonly from_uid: string | null;
  readonly to_uid: string | null;
}

/** The works whose rules the actor may change; others learn nothing of this page. */
export async function listHeldWorks(
  { db }: ModerationDeps,
  actor: Actor,
): Promise<{ items: HeldWork[] }> {
  requireMember(actor);
  const kept = await worksOf(db, actor);
  if (kept.length === 0) throw notFound();
  const rows = await db.rows<Omit<HeldWork, 'mode'> & { mode: HeldWork['mode'] | null }>(
    heldWorks,
    [kept.map(({ id }) => id)],
  );
  return { items: rows.map((row) => ({ ...row, mode: row.mode ?? holdDefaults.mode })) };
}

/** A work as it stands, for somebody who keeps its public notes. */
export async function keptWork(
  { texts }: ModerationDeps,
  actor: Actor,
  slug: string,
): Promise<{ readonly work: LoadedWork; readonly personId: string }> {
  requireMember(actor);
  const work = await requireWork(texts, slug, everyone);
  return { work, personId: requireKeeper(actor, work.id) };
}

interface Part {
  readonly from: string | null;
  readonly to: string | null;
}

/** A form's address that names nothing is mended in the form; the page itself is there. */
function focusIn(structure: Structure, address: string): Focus {
  try {
    return focusOn(structure, address);
  } catch (refusal) {
    if (refusal instanceof Refusal && refusal.code === 'not-found')
      throw new Refusal('address-unknown', refusal.message);
    throw refusal;
  }
}

/** The first and last unit of a part of a work; neither for the whole. */
export function partAt(structure: Structure, address: string | null): Part {
  if (address === null) return { from: null, to: null };
  const focus = focusIn(structure, address);
  const from = (focus.unit ?? focus.segments[0])?.uid;
  const to = (focus.unit ?? focus.segments.at(-1))?.uid;
  if (from === undefined || to === undefined)
    throw new Refusal('address-unknown', `This work has nothing at ${address}.`);
  return { from, to };
}

/** Where a rule holds, as the log tells it. */
const placeOf = ({ head, structure }: LoadedWork, { from, to }: Part) => ({
  work: head.slug,
  address: from === null || to === null ? '' : addressBetween(structure, from, to),
});

function present(
  { from_uid: from, to_uid: to, ...row }: RuleRow,
  structure: Structure,
): HoldRuleView {
  return {
    ...row,
    address: from === null || to === null ? null : addressBetween(structure, from, to),
  };
}

type SettingsRow = HoldSettings & Record<string, unknown>;

const asStarted: HoldRuleView = {
  address: null,
  ...holdDefaults,
  version: 0,
  changed: null,
  changedBy: '',
};

export async function readRules(
  deps: ModerationDeps,
  actor: Actor,
  slug: string,
): Promise<HoldRulesView> {
  const { work } = await keptWork(deps, actor, slug);
  const [rows, lists] = await Promise.all([
    deps.db.rows<RuleRow>(rulesOfWork, [work.id]),
    listsFor(deps, actor, work.id),
  ]);
  const rules = rows.map((row) => present(row, work.structure));
  return {
    work: slug,
    titles: work.head.titles,
    whole: rules.find(({ address }) => address === null) ?? asStarted,
    parts: rules.filter(({ address }) => address !== null),
    lists,
    abilities: { changeForAll: keepsAllPublicNotes(actor) },
  };
}

function checkNumbers(settings: HoldSettings): void {
  for (const [field, [least, most]] of Object.entries(holdLimits)) {
    const value = settings[field as keyof typeof holdLimits];
    if (value < least || value > most)
      throw new Refusal(
        'number-outside',
        `${field} is a number from ${String(least)} to ${String(most)}.`,
        { field },
      );
  }
}

/** Sets the rule of a part, or of the whole where no address is given. */
export async function saveRule(
  deps: ModerationDeps,
  actor: Actor,
  slug: string,
  { address, version, ...settings }: HoldRuleForm,
): Promise<HoldRulesView> {
  const { work, personId } = await keptWork(deps, actor, slug);
  checkNumbers(settings);
  const { from, to } = await inWork(deps.texts, slug, everyone, ({ structure }) =>
    partAt(structure, address),
  );
  const isStored = await deps.transact(async (db) => {
    const known = await db.rows<SettingsRow>(ruleBefore, [work.id, from, to, version]);
    const stored = await db.rows(putRule, [
      work.id,
      from,
      to,
      settings.mode,
      settings.newcomerNotes,
      settings.newcomerLinks,
      settings.maxLinks,
      settings.maxLength,
      settings.refusalPercent,
      personId,
      version,
      mostRules,
    ]);
    if (stored.length === 0) return false;
    const change = settingChange(known[0] ?? (from === null ? holdDefaults : null), settings);
    if (change !== null) await logRule(db, actor, { ...change, ...placeOf(work, { from, to }) });
    return true;
  });
  const now = await readRules(deps, actor, slug);
  if (isStored) return now;
  if (version === 0 && now.parts.length + 1 >= mostRules)
    throw new Refusal('hold-rules-too-many', 'A work has at most fifty rules; take some away.');
  throw new Refusal('version-stale', 'Somebody has changed this rule meanwhile.', now);
}

/** Takes the rule of a part away: the rule of the whole holds there again. */
export async function dropRule(
  deps: ModerationDeps,
  actor: Actor,
  slug: string,
  { address, version }: { readonly address: string; readonly version: number },
): Promise<HoldRulesView> {
  const { work } = await keptWork(deps, actor, slug);
  const { from, to } = partAt(work.structure, address);
  const isGone = await deps.transact(async (db) => {
    const [was] = await db.rows<SettingsRow>(ruleBefore, [work.id, from, to, version]);
    if (was === undefined) return false;
    await db.rows(dropStatement, [work.id, from, to, version]);
    const place = placeOf(work, { from, to });
    await logRule(db, actor, { action: 'rule-drop', before: was.mode, after: '', ...place });
    return true;
  });
  const now = await readRules(deps, actor, slug);
  if (isGone) return now;
  if (!now.parts.some((rule) => rule.address === address)) throw notFound();
  throw new Refusal('version-stale', 'Somebody has changed this rule meanwhile.', now);
}
