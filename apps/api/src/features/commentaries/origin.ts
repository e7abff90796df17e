import type { CommentaryOrigin } from '@glossator/contract';
import { licencesOfCopy, type Licence, type ReleaseDocument } from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import { Refusal } from '../../refusal.ts';
import { originsAsShown } from '../releases/releases.ts';
import { originOf } from './copy-statements.ts';

interface Row extends Record<string, unknown> {
  readonly sha256: string;
  readonly front: Omit<ReleaseDocument, 'parts'>;
  readonly isTakenDown: boolean;
}

/** What a commentary was begun from, and that from which this was; null where it was begun anew. */
export async function readOrigin(db: Db, id: string): Promise<CommentaryOrigin | null> {
  const [row] = await db.rows<Row>(originOf, [id]);
  if (row === undefined) return null;
  const { sha256, isTakenDown, front } = row;
  const { slug, number, language, titles, contributors, licence, basedOn = [] } = front;
  const nearest = { slug, number, sha256, language, titles, contributors, licence };
  return {
    basedOn: originsAsShown([nearest, ...basedOn]),
    isTakenDown,
    licences: [...licencesOfCopy(licence.id)],
  };
}

/** A copy is published under what the licence of its source lets it be. */
export function requireLicence(origin: CommentaryOrigin | null, licence: Licence | null): void {
  if (origin === null || licence === null || origin.licences.includes(licence)) return;
  throw new Refusal(
    'licence-bound',
    `What this was begun from lets it be published under ${origin.licences.join(', ')} alone.`,
  );
}
