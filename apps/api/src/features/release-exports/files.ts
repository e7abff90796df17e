import type { ReleaseFile, ReleaseFiles } from '@glossator/contract';
import {
  readReleaseNumber,
  releaseFormat,
  writeReleaseFile,
  writeReleaseNumber,
  type ReleaseFormat,
} from '@glossator/domain';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import type { Db, Transact } from '../../db/client.ts';
import type { JobQueue } from '../../db/job-queue.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { findDocument } from '../releases/releases.ts';
import type { Printer } from './pdf.ts';
import { findRelease, keysOf, type ExportedRelease, type Source } from './source.ts';
import * as statements from './statements.ts';

export interface ExportDeps extends Source {
  readonly transact: Transact;
  readonly queue: JobQueue;
  /** Null where there is no browser to print with. */
  readonly print: Printer | null;
  /** What can be made here. */
  readonly formats: readonly ReleaseFormat[];
}

export interface FileRow {
  readonly id: string;
  readonly release: string;
  readonly format: ReleaseFormat;
  readonly key: string;
  readonly state: 'waiting' | 'ready' | 'failed';
  readonly done: number;
  readonly total: number;
  readonly size: number | null;
  readonly sha256: string | null;
  readonly made: string | null;
}

/** Milliseconds that a request waits for a file, and between its looks. */
const patience = { whole: 8_000, between: 150 } as const;

const numberOf = (release: ExportedRelease): string => writeReleaseNumber(release);

async function releaseOf(
  deps: ExportDeps,
  slug: string,
  number: string | undefined,
): Promise<ExportedRelease> {
  const named = number ?? (await findDocument(deps, slug)).number;
  const wanted = readReleaseNumber(named);
  if (wanted === null) throw notFound();
  return findRelease(deps, slug, wanted);
}

const rowsOf = ({ db }: ExportDeps, { id }: ExportedRelease): Promise<readonly FileRow[]> =>
  db.rows<FileRow & Record<string, unknown>>(statements.filesOf, [id]);

const rowIn = (rows: readonly FileRow[], format: ReleaseFormat, key: string): FileRow | undefined =>
  rows.find((each) => each.format === format && each.key === key);

/** What a release can be taken away as, and how far each file is. */
export async function listFiles(
  deps: ExportDeps,
  slug: string,
  number: string | undefined,
): Promise<ReleaseFiles> {
  const release = await releaseOf(deps, slug, number);
  const key = await keysOf(deps, release);
  const rows = await rowsOf(deps, release);
  const items = deps.formats.map((format): ReleaseFile => {
    const row = rowIn(rows, format, key(format));
    return {
      format,
      mediaType: releaseFormat[format].mediaType,
      name: writeReleaseFile(slug, numberOf(release), format),
      state: row?.state ?? 'absent',
      done: row?.done ?? 0,
      total: row?.total ?? release.parts,
      size: row?.size ?? null,
      sha256: row?.sha256 ?? null,
      madeAt: row?.made ?? null,
    };
  });
  return { slug, number: numberOf(release), items };
}

async function ask(
  { transact, queue }: ExportDeps,
  release: ExportedRelease,
  format: ReleaseFormat,
  key: string,
): Promise<void> {
  await transact(async (db) => {
    const values = [uuidv7(), release.id, format, key, release.parts];
    const [made] = await db.rows<{ id: string }>(statements.askForFile, values);
    if (made !== undefined) await queue.add(db, made.id);
  });
}

export interface OpenFile {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  /** Where what was released is read. */
  readonly page: string;
  readonly stream: () => Readable;
}

async function* piecesOf(db: Db, id: string, size: number): AsyncGenerator<Buffer> {
  let sent = 0;
  for (let n = 0; sent < size; n += 1) {
    const [row] = await db.rows<{ bytes: Buffer }>(statements.readPiece, [id, n]);
    // Another has taken its place meanwhile: better no file than half of one.
    if (row === undefined) throw new Refusal('file-failed', 'The file was made anew meanwhile.');
    sent += row.bytes.length;
    yield row.bytes;
  }
}

/** The file, which is made where nobody has asked for it before; waits for it, but not for long. */
export async function openFile(
  deps: ExportDeps,
  slug: string,
  number: string | undefined,
  format: ReleaseFormat,
): Promise<OpenFile> {
  if (!deps.formats.includes(format)) throw notFound();
  const release = await releaseOf(deps, slug, number);
  const key = (await keysOf(deps, release))(format);
  for (let waited = 0; ; waited += patience.between) {
    const row = rowIn(await rowsOf(deps, release), format, key);
    if (row?.state === 'ready' && row.size !== null && row.sha256 !== null) {
      const { id, size, sha256 } = row;
      return {
        name: writeReleaseFile(slug, numberOf(release), format),
        mediaType: releaseFormat[format].mediaType,
        page: `${deps.origin}/c/${slug}@${numberOf(release)}`,
        size,
        sha256,
        stream: () => Readable.from(piecesOf(deps.db, id, size), { objectMode: false }),
      };
    }
    if (row?.state !== 'waiting' && waited === 0) await ask(deps, release, format, key);
    else if (row?.state === 'failed')
      throw new Refusal('file-failed', 'It could not be made; try again in a minute.');
    if (waited >= patience.whole)
      throw new Refusal('file-in-the-making', 'It is being made; come back in a moment.');
    await sleep(patience.between);
  }
}
