import { limits, type UsefulMarkPage } from '@glossator/contract';
import { pageOf, readCursor, writeCursor } from '../../cursor.ts';
import type { Db } from '../../db/client.ts';
import { ends } from '../../db/instant.ts';
import { requireMember } from '../../permission.ts';
import { addressBetween } from '../works/address.ts';
import type { TextStore } from '../works/text-store.ts';
import type { Reader } from './repository.ts';
import { countMarks, eraseMarks, ownMarks } from './useful-statements.ts';

interface MarkRow extends Record<string, unknown> {
  readonly note: string;
  readonly marked: string;
  readonly work: string | null;
  readonly from_uid: string;
  readonly to_uid: string;
  readonly author: string;
}

/** The notes that were useful to the person who asks, newest mark first: theirs alone to read. */
export async function listMarks(
  { db, texts }: { readonly db: Db; readonly texts: TextStore },
  { actor }: Pick<Reader, 'actor'>,
  cursor: string | undefined,
  limit: number = limits.pageSize,
): Promise<UsefulMarkPage> {
  const personId = requireMember(actor);
  const [marked, id] = readCursor(cursor, 'instant', 'uuid') ?? [ends.lastInstant, ends.lastUuid];
  const rows = await db.rows<MarkRow>(ownMarks, [personId, marked, id, limit + 1]);
  const slugs = [...new Set(rows.flatMap(({ work }) => work ?? []))];
  const works = new Map(
    await Promise.all(slugs.map(async (slug) => [slug, await texts.work(slug)] as const)),
  );
  return pageOf(
    rows,
    limit,
    (row) => ({
      note: row.note,
      marked: row.marked,
      place:
        row.work === null
          ? null
          : {
              work: row.work,
              address: addressBetween(works.get(row.work)?.structure, row.from_uid, row.to_uid),
              author: row.author,
            },
    }),
    (last) => writeCursor(last.marked, last.note),
  );
}

export async function countUseful(db: Db, personId: string): Promise<number> {
  const [row] = await db.rows<{ marks: number }>(countMarks, [personId]);
  return row?.marks ?? 0;
}

/** Takes back all that somebody marked; the counts follow. First of all that an erasing person does. */
export async function eraseUseful(db: Db, personId: string): Promise<void> {
  for (const statement of eraseMarks) await db.rows(statement, [personId]);
}
