import { digest } from '@glossator/document';
import {
  releaseFormat,
  writeReleaseNumber,
  type ReleaseDocument,
  type ReleaseFormat,
} from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import { notFound } from '../../refusal.ts';
import { rowOf } from '../releases/releases.ts';
import { documentOf } from '../releases/statements.ts';
import { isSupplement } from '../works/service.ts';
import { workAround, type LoadedWork, type TextStore } from '../works/text-store.ts';
import type { Exported, OpenEdition } from './make/exported.ts';
import * as statements from './statements.ts';

export interface Source {
  readonly db: Db;
  readonly texts: TextStore;
  readonly origin: string;
}

export interface ExportedRelease {
  readonly id: string;
  readonly slug: string;
  readonly work: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly sha256: string;
  readonly major: number;
  readonly minor: number;
  readonly parts: number;
}

export async function findRelease(
  { db }: Source,
  slug: string,
  { major, minor }: { readonly major: number; readonly minor: number },
): Promise<ExportedRelease> {
  // Of what was withdrawn there are no files either: it says so itself.
  const { front, ...row } = await rowOf(db, slug, writeReleaseNumber({ major, minor }));
  const [counted] = await db.rows<{ parts: number }>(statements.partsToExport, [row.id]);
  return { ...row, versions: front.versions, parts: counted?.parts ?? 0 };
}

/** The editions that a release was written on, of which everybody may read the words now. */
const openHeads = ({ editions }: LoadedWork, { versions }: Pick<ExportedRelease, 'versions'>) =>
  Object.entries(versions).flatMap(([id, version]) =>
    editions.filter(
      (each) => each.edition_id === id && each.version === version && each.access === 'public',
    ),
  );

/** Tells files apart that are made from different things. */
export async function keysOf(
  source: Source,
  release: ExportedRelease,
): Promise<(format: ReleaseFormat) => string> {
  const work = await workAround(source.texts, release.work);
  // The title of a supplement says who answers for it.
  const open = openHeads(work, release).map(({ version_id, signed_by: by }) =>
    by === null ? version_id : [version_id, by],
  );
  const { origin } = source;
  return (format) =>
    digest(JSON.stringify([format, releaseFormat[format].maker, origin, release.sha256, open]));
}

/** All that the files of a release are made from, as everybody may read it. */
export async function readSource(source: Source, release: ExportedRelease): Promise<Exported> {
  const { db, texts, origin } = source;
  const work = await workAround(texts, release.work);
  const [row] = await db.rows<{ document: string }>(documentOf, [release.id]);
  if (row === undefined) throw notFound();
  const editions = await Promise.all(
    openHeads(work, release).map(async (head): Promise<OpenEdition> => {
      const version = await texts.version(head.version_id);
      return {
        id: head.edition_id,
        version: head.version,
        lang: head.lang,
        title: head.title,
        isSupplement: isSupplement(head),
        readings: new Map([...version.texts].map(([uid, { reading }]) => [uid, reading])),
        limbs: version.limbs,
      };
    }),
  );
  return {
    release: JSON.parse(row.document) as ReleaseDocument,
    sha256: release.sha256,
    origin,
    structure: work.structure,
    editions,
  };
}
