import type { EditionVersionRow, TextEditing } from '@glossator/contract';
import { canOnSite, type Actor } from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import { requireTextEditing } from '../../permission.ts';
import { notFound } from '../../refusal.ts';
import type { TextReleaseDeps } from './deps.ts';
import { presentProposal, type Proposal } from './present-proposal.ts';
import * as statements from './statements.ts';

type EditionRow = Omit<TextEditing['editions'][number], 'versions' | 'proposals'> &
  Record<string, unknown>;
type VersionRow = EditionVersionRow & { readonly edition: string } & Record<string, unknown>;

export async function editionFacts(db: Db, id: string) {
  const rows = await db.rows<EditionRow>(statements.editingStatement, []);
  const row = rows.find((each) => each.id === id);
  if (row === undefined) throw notFound();
  return { edition: row.id, work: row.work, title: row.title, lang: row.lang };
}

/** Versions of the editions named, the newest first. */
export async function readVersions(
  db: Db,
  editions: readonly string[] | null,
): Promise<ReadonlyMap<string, EditionVersionRow[]>> {
  const rows = await db.rows<VersionRow>(statements.versionRows, [editions]);
  const found = new Map<string, EditionVersionRow[]>();
  for (const { edition, ...row } of rows) found.set(edition, [...(found.get(edition) ?? []), row]);
  return found;
}

/** Every edition with its versions, what is proposed and what is prepared. */
export async function listTextEditing({ db }: TextReleaseDeps, actor: Actor): Promise<TextEditing> {
  requireTextEditing(actor);
  const [editions, versions, proposals] = await Promise.all([
    db.rows<EditionRow>(statements.editingStatement, []),
    readVersions(db, null),
    db.rows<Proposal>(statements.proposals, [null]),
  ]);
  return {
    mayEdit: canOnSite(actor, 'edit-texts'),
    editions: editions.map((row) => ({
      ...row,
      versions: versions.get(row.id) ?? [],
      proposals: proposals.filter(({ edition }) => edition === row.id).map(presentProposal),
    })),
  };
}
