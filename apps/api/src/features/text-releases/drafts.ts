import type {
  DraftMade,
  ReleaseChangeForm,
  TextDraftForm,
  TextDraftView,
  TextReleaseForm,
  TextReleaseMade,
} from '@glossator/contract';
import { applyChanges, checkText, type ReleaseChange } from '@glossator/document';
import { canOnSite, type Actor } from '@glossator/domain';
import { v7 as uuidv7 } from 'uuid';
import type { Db } from '../../db/client.ts';
import { requireTextEditing, requireTextEditor } from '../../permission.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { clauseToChange } from './clause-to-change.ts';
import type { TextReleaseDeps } from './deps.ts';
import { editionFacts } from './editing.ts';
import { loadBase } from './load-base.ts';
import { makeRelease, unmadeSentence } from './make-release.ts';
import { previewRelease } from './preview.ts';
import * as statements from './statements.ts';

interface DraftRow extends Record<string, unknown> {
  readonly id: string;
  readonly edition: string;
  readonly changes: ReleaseChangeForm[];
  readonly change: string;
  readonly version: number;
  readonly changed: string;
  readonly by: string;
}

async function requireDraft(db: Db, id: string): Promise<DraftRow> {
  const [row] = await db.rows<DraftRow>(statements.draftById, [id]);
  return row ?? missing(db, id);
}

/** A draft becomes its release, under the same id. */
async function missing(db: Db, id: string): Promise<never> {
  const [release] = await db.rows<{ version: string }>(statements.releaseById, [id]);
  if (release === undefined) throw notFound();
  throw new Refusal('text-draft-released', `It was released as ${release.version}.`, id);
}

/** Text that the database can hold; what is wrong with it as text of an edition is told by the preview. */
function acceptChanges(changes: readonly ReleaseChangeForm[]): void {
  const unsound: string[] = [];
  JSON.stringify(changes, (_key, value: unknown) => {
    if (typeof value === 'string' && (!value.isWellFormed() || value.includes('\0')))
      unsound.push(value);
    return value;
  });
  if (unsound.length > 0)
    throw new Refusal('text-malformed', 'The changes hold characters that cannot be kept.');
}

function acceptChangeNote(change: string): string {
  const checked = checkText(change);
  if (!checked.ok)
    throw new Refusal('text-malformed', `The note holds characters that cannot be kept.`);
  return checked.value.trim();
}

export async function beginDraft(
  { db }: TextReleaseDeps,
  actor: Actor,
  edition: string,
): Promise<DraftMade> {
  const by = requireTextEditor(actor);
  const id = uuidv7();
  const made = await db.rows(statements.addDraft, [id, edition, by, '[]', '']);
  if (made.length === 0) throw notFound();
  return { id };
}

/** The draft as it stands, what it would do now, and one clause of the text as it leaves it. */
export async function readDraft(
  { db, transact }: TextReleaseDeps,
  actor: Actor,
  id: string,
  at: string | undefined,
): Promise<TextDraftView> {
  requireTextEditing(actor);
  const row = await requireDraft(db, id);
  const changes = row.changes as readonly ReleaseChange[];
  const preview = await previewRelease(transact, row.edition, changes);
  return {
    id: row.id,
    ...(await editionFacts(db, row.edition)),
    mayEdit: canOnSite(actor, 'edit-texts'),
    version: row.version,
    change: row.change,
    changes: row.changes,
    changed: row.changed,
    by: row.by,
    preview,
    clause: at === undefined ? null : await clauseToChange(db, row.edition, changes, at),
  };
}

/** What comes to a draft can be made; what no longer can, after another release, stays to be mended. */
async function requireMade(db: Db, id: string, changes: readonly ReleaseChange[]): Promise<void> {
  const row = await requireDraft(db, id);
  if (changes.length <= row.changes.length) return;
  const { base } = await loadBase(db, row.edition);
  const applied = applyChanges(base, row.edition, changes);
  if (!applied.ok && applied.unmade.change >= row.changes.length)
    throw new Refusal('release-unmade', unmadeSentence(applied.unmade), applied.unmade);
}

/** Several editors may work on one: whoever saves over another's words is told, and loses nothing. */
export async function saveDraft(
  deps: TextReleaseDeps,
  actor: Actor,
  id: string,
  { version, changes, change }: TextDraftForm,
): Promise<DraftMade> {
  const by = requireTextEditor(actor);
  acceptChanges(changes);
  await requireMade(deps.db, id, changes);
  const saved = await deps.db.rows(statements.saveDraft, [
    id,
    version,
    by,
    JSON.stringify(changes),
    acceptChangeNote(change),
  ]);
  if (saved.length === 0) {
    const row = await requireDraft(deps.db, id);
    throw new Refusal('version-stale', `${row.by} has changed it since.`, {
      version: row.version,
      changes: row.changes,
      change: row.change,
    });
  }
  return { id };
}

export async function dropDraft(
  { db }: TextReleaseDeps,
  actor: Actor,
  id: string,
): Promise<{ done: true }> {
  requireTextEditor(actor);
  const gone = await db.rows(statements.dropDraft, [id]);
  return gone.length === 0 ? missing(db, id) : { done: true };
}

/** Releases what is declared, if nobody has changed it since it was looked at; the draft is done with then. */
export async function releaseDraft(
  { transact }: TextReleaseDeps,
  actor: Actor,
  id: string,
  { number, version }: TextReleaseForm,
  language: string,
): Promise<TextReleaseMade> {
  const by = requireTextEditor(actor);
  return transact(async (db) => {
    const [row] = await db.rows<DraftRow>(statements.holdDraft, [id]);
    if (row === undefined) return missing(db, id);
    if (row.version !== version)
      throw new Refusal('version-stale', `${row.by} has changed it since.`, {
        version: row.version,
        changes: row.changes,
        change: row.change,
      });
    if (row.change === '')
      throw new Refusal(
        'change-required',
        'Say what is new in it: readers of the earlier one ask.',
      );
    const made = await makeRelease(db, {
      edition: row.edition,
      changes: row.changes,
      change: { [language]: row.change },
      number,
      by,
      draft: id,
    });
    await db.rows(statements.dropDraft, [id]);
    const { release, edition, version: released, sha256 } = made;
    return { release, edition, version: released, sha256 };
  });
}

/** A proposal as the beginning of a draft, to be changed before it is released. */
export async function draftFrom(
  db: Db,
  by: string,
  edition: string,
  changes: readonly ReleaseChange[],
  change: string,
): Promise<DraftMade> {
  const id = uuidv7();
  await db.rows(statements.addDraft, [id, edition, by, JSON.stringify(changes), change]);
  return { id };
}
