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
import { holdWork, makeRelease } from './make-release.ts';
import { presentProposal, type Proposal } from './present-proposal.ts';
import { previewRelease } from './preview.ts';
import * as statements from './statements.ts';

export interface ProposalKey {
  readonly edition: string;
  readonly version: string;
  readonly sha256: string;
}

interface FoundProposal extends Proposal {
  /** Null while it is proposed. */
  readonly released: { readonly version: string; readonly release: string | null } | null;
}

async function requireProposal(db: Db, key: ProposalKey): Promise<FoundProposal> {
  const { edition, version, sha256 } = key;
  const [found] = await db.rows<FoundProposal>(statements.proposalByKey, [
    ...[edition, version, sha256],
  ]);
  if (found === undefined) throw notFound();
  return found;
}

async function requireProposed(db: Db, key: ProposalKey): Promise<Proposal> {
  const { released, ...proposal } = await requireProposal(db, key);
  if (released === null) return proposal;
  throw new Refusal('text-proposal-released', `It was released as ${released.version}.`, released);
}

const copied = (changes: readonly ReleaseChange[]): ReleaseChangeForm[] =>
  structuredClone(changes) as ReleaseChangeForm[];

export async function readProposal(
  { db, transact }: TextReleaseDeps,
  actor: Actor,
  key: ProposalKey,
): Promise<TextProposalView> {
  requireTextEditing(actor);
  const { released, ...row } = await requireProposal(db, key);
  const changes = row.body?.changes ?? [];
  return {
    ...(await editionFacts(db, key.edition)),
    mayEdit: canOnSite(actor, 'edit-texts'),
    proposal: presentProposal(row),
    changes: copied(changes),
    released,
    preview:
      released === null
        ? await previewRelease(transact, key.edition, changes)
        : { unmade: null, made: null },
  };
}

/** Releases what was proposed; the same call twice makes one release. */
async function adopt(
  db: Db,
  key: ProposalKey,
  by: string,
  number: string,
): Promise<TextReleaseMade> {
  // Of two at once the second waits here, and then finds it released.
  await holdWork(db, key.edition);
  const { body } = await requireProposed(db, key);
  if (body === null)
    throw new Refusal('not-found', 'Its number is taken by another version; it can be put aside.');
  const { change, changes } = body;
  const made = await makeRelease(db, { edition: key.edition, changes, change, number, by });
  await db.rows(statements.markReleased, [key.edition, key.version, key.sha256, made.versionId]);
  const { release, edition, version, sha256 } = made;
  return { release, edition, version, sha256 };
}

export async function releaseProposal(
  { transact }: TextReleaseDeps,
  actor: Actor,
  key: ProposalKey,
  { number }: TextReleaseForm,
): Promise<TextReleaseMade> {
  const by = requireTextEditor(actor);
  return transact((db) => adopt(db, key, by, number));
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
  const { body } = await requireProposed(db, key);
  const change = body === null ? '' : inLanguage(body.change, language);
  return draftFrom(db, by, key.edition, body?.changes ?? [], change);
}
