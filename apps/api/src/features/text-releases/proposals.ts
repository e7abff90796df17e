import type {
  DraftMade,
  TextProposalView,
  ReleaseChangeForm,
  SetAsideForm,
  TextReleaseForm,
  TextReleaseMade,
} from '@glossator/contract';
import type { ReleaseChange } from '@glossator/document';
import { canOnSite, type Actor } from '@glossator/domain';
import { inLanguage } from '../../in-language.ts';
import type { Db } from '../../db/client.ts';
import { requireTextEditing, requireTextEditor } from '../../permission.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { acceptText } from '../../text-input.ts';
import type { TextReleaseDeps } from './deps.ts';
import { draftFrom } from './drafts.ts';
import { editionFacts } from './editing.ts';
import { makeRelease } from './make-release.ts';
import { presentProposal, type Proposal } from './present-proposal.ts';
import { previewRelease } from './preview.ts';
import * as statements from './statements.ts';

export interface ProposalKey {
  readonly edition: string;
  readonly version: string;
  readonly sha256: string;
}

export async function requireProposal(db: Db, key: ProposalKey): Promise<Proposal> {
  const rows = await db.rows<Proposal>(statements.proposals, [key.edition]);
  const found = rows.find((row) => row.version === key.version && row.sha256 === key.sha256);
  if (found === undefined) throw notFound();
  return found;
}

const copied = (changes: readonly ReleaseChange[]): ReleaseChangeForm[] =>
  structuredClone(changes) as ReleaseChangeForm[];

export async function readProposal(
  { db, transact }: TextReleaseDeps,
  actor: Actor,
  key: ProposalKey,
): Promise<TextProposalView> {
  requireTextEditing(actor);
  const row = await requireProposal(db, key);
  const changes = row.body?.changes ?? [];
  return {
    ...(await editionFacts(db, key.edition)),
    mayEdit: canOnSite(actor, 'edit-texts'),
    proposal: presentProposal(row),
    changes: copied(changes),
    preview: await previewRelease(transact, key.edition, changes),
  };
}

/** Releases what was proposed, by somebody or on the command line; the same call twice makes one release. */
export async function adopt(
  db: Db,
  key: ProposalKey,
  by: string | null,
  number: string | null,
): Promise<
  TextReleaseMade & { readonly accounts: Awaited<ReturnType<typeof makeRelease>>['accounts'] }
> {
  const { body } = await requireProposal(db, key);
  if (body === null)
    throw new Refusal('not-found', 'Its number is taken by another version; it can be put aside.');
  const { change, changes } = body;
  const made = await makeRelease(db, { edition: key.edition, changes, change, number, by });
  await db.rows(statements.markReleased, [key.edition, key.version, key.sha256, made.versionId]);
  const { release, edition, version, sha256, accounts } = made;
  return { release, edition, version, sha256, accounts };
}

export async function releaseProposal(
  { transact }: TextReleaseDeps,
  actor: Actor,
  key: ProposalKey,
  { number }: TextReleaseForm,
): Promise<TextReleaseMade> {
  const by = requireTextEditor(actor);
  const { accounts: _, ...made } = await transact((db) => adopt(db, key, by, number));
  return made;
}

/** With a reason, which is kept beside it; it can be taken up again. */
export async function setProposalAside(
  { db }: TextReleaseDeps,
  actor: Actor,
  key: ProposalKey,
  form: SetAsideForm | null,
): Promise<{ done: true }> {
  const by = requireTextEditor(actor);
  const reason =
    form === null ? '' : acceptText(form.reason, { field: 'The reason', max: 2_000 }).trim();
  const rows = await db.rows(statements.setAside, [
    key.edition,
    key.version,
    key.sha256,
    by,
    reason,
  ]);
  if (rows.length === 0) throw notFound();
  return { done: true };
}

/** A draft that begins with what is proposed, to be changed before it is released. */
export async function beginFromProposal(
  { db }: TextReleaseDeps,
  actor: Actor,
  key: ProposalKey,
  language: string,
): Promise<DraftMade> {
  const by = requireTextEditor(actor);
  const { body } = await requireProposal(db, key);
  const change = body === null ? '' : inLanguage(body.change, language);
  return draftFrom(db, by, key.edition, body?.changes ?? [], change);
}
