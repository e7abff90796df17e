import { createHash, randomBytes } from 'node:crypto';
import {
  accountForRelease,
  type FateReport,
} from '../../src/features/following-text/account-for-release.ts';
import type { TestApp } from './app.ts';

export interface TextRelease {
  readonly edition?: string;
  readonly version: string;
  /** New reading texts by path; null for what is lost now. */
  readonly texts?: Readonly<Record<string, string | null>>;
  /** Paths that are retired, and the paths of what stands in their place. */
  readonly retired?: Readonly<Record<string, readonly string[]>>;
  /** New segments by path, each right after another path. */
  readonly added?: Readonly<Record<string, { readonly after: string; readonly text: string }>>;
  /** Numbers of entries of the apparatus that are gone. */
  readonly entriesGone?: readonly string[];
}

const digest = (text: string | null): string | null =>
  text === null ? null : createHash('sha256').update(text).digest('hex');

const newUid = (): string =>
  `s-${[...randomBytes(8)].map((byte) => '0123456789abcdefghjkmnpqrstvwxyz'[byte % 32]).join('')}`;

/** The reading text of a segment of an edition as it is now. */
export async function readingAt(
  site: TestApp,
  path: string,
  edition = 'en-creemers',
): Promise<string> {
  const { rows } = await site.owner.query<{ reading: string }>(
    `select s.reading from segment_text s join unit u using (uid)
     join edition_version v on v.id = s.version_id
     where v.edition_id = $1 and u.path = $2 order by v.ord desc limit 1`,
    [edition, path],
  );
  return rows[0]?.reading ?? '';
}

export const uidAt = async (site: TestApp, path: string): Promise<string> =>
  (await site.owner.query<{ uid: string }>('select uid from unit where path = $1', [path])).rows[0]
    ?.uid ?? '';

/** Writes a new version into the tables and accounts for all that stands on the text. */
export async function releaseText(site: TestApp, release: TextRelease): Promise<FateReport> {
  const { edition = 'en-creemers', version, texts = {}, retired = {}, added = {} } = release;
  const { owner } = site;
  const { rows: versions } = await owner.query<{ id: number; ord: number; work_id: number }>(
    `select v.id, v.ord, e.work_id from edition_version v join edition e on e.id = v.edition_id
     where e.id = $1 order by v.ord desc limit 1`,
    [edition],
  );
  const [before] = versions;
  if (before === undefined) throw new Error('no such edition');
  for (const [path, { after }] of Object.entries(added)) {
    await owner.query(
      `update unit set ord = ord + 1 where work_id = $1 and ord > (select ord from unit where path = $2 and work_id = $1)`,
      [before.work_id, after],
    );
    await owner.query(
      `insert into unit (uid, work_id, path, kind, role, ord, parent_uid)
       select $1, work_id, $2, kind, 'none', ord + 1, parent_uid from unit where path = $3 and work_id = $4`,
      [newUid(), path, after, before.work_id],
    );
  }
  const { rows: made } = await owner.query<{ id: number }>(
    `insert into edition_version (edition_id, version, sha256, released, ord)
     values ($1, $2, $3, current_date, $4) returning id`,
    [edition, version, randomBytes(32).toString('hex'), before.ord + 1],
  );
  const after = made[0]?.id ?? 0;
  await owner.query(
    `insert into segment_text select (jsonb_populate_record(s, jsonb_build_object('version_id', $2::integer))).*
     from segment_text s where s.version_id = $1 and s.uid not in (
       select uid from unit where path = any($3))`,
    [before.id, after, Object.keys(retired)],
  );
  const written = {
    ...texts,
    ...Object.fromEntries(Object.entries(added).map(([path, { text }]) => [path, text])),
  };
  for (const [path, text] of Object.entries(written)) {
    const uid = await uidAt(site, path);
    await owner.query('delete from segment_text where version_id = $1 and uid = $2', [after, uid]);
    await owner.query(
      `insert into segment_text (version_id, uid, reading, diplomatic, label, condition, sha256)
       values ($1, $2, $3, $3, '', $4, $5)`,
      [after, uid, text, text === null ? 'lost' : 'intact', digest(text)],
    );
  }
  await owner.query(
    `insert into limb_range select (jsonb_populate_record(l, jsonb_build_object('version_id', $2::integer))).*
     from limb_range l where l.version_id = $1 and l.sentence_uid not in (
       select uid from unit where path = any($3))`,
    [before.id, after, Object.keys(retired)],
  );
  await owner.query(
    `insert into apparatus_entry select (jsonb_populate_record(a, jsonb_build_object('version_id', $2::integer))).*
     from apparatus_entry a where a.version_id = $1 and a.number <> all($3)`,
    [before.id, after, release.entriesGone ?? []],
  );
  const successors = new Map<string, readonly string[]>();
  for (const [path, heirs] of Object.entries(retired)) {
    const uids = await Promise.all(heirs.map((heir) => uidAt(site, heir)));
    const uid = await uidAt(site, path);
    if (uids.length > 0) successors.set(uid, uids);
    await owner.query("update unit set status = 'tombstone' where uid = $1", [uid]);
    await owner.query(
      `insert into unit_alias (work_id, path, uid, successors, reason) values ($1, $2, $3, $4, $5)`,
      [
        before.work_id,
        path,
        uid,
        uids,
        uids.length > 1 ? 'split' : uids.length === 1 ? 'moved' : 'spurious',
      ],
    );
  }
  return site.app.transact((db) =>
    accountForRelease(db, {
      workId: before.work_id,
      editionId: edition,
      before: before.id,
      after,
      successors,
    }),
  );
}
