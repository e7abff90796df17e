import { createHash, randomUUID } from 'node:crypto';
import type { ReleaseFile, ReleaseFiles } from '@glossator/contract';
import { shippedWorks } from '@glossator/document/seed';
import type { ReleaseDocument } from '@glossator/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeDb } from '../src/db/client.ts';
import { storeRelease } from '../src/features/releases/store.ts';
import { refusal, startApp, stopApp, type TestApp } from './support/index.ts';
import { shippedRelease } from './support/exported.ts';

const slug = 'ncss-2016-textual-notes';
let site: TestApp;
beforeAll(async () => {
  site = await startApp();
});
afterAll(() => stopApp(site));

const get = (url: string, headers = {}) =>
  site.app.inject({ method: 'GET', url: `/api/releases/${url}`, headers });
const fileOf = async (format: string, of = slug): Promise<ReleaseFile | undefined> => {
  const answer = await get(`${of}/files`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<ReleaseFiles>().items.find((each) => each.format === format);
};
const digestOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

describe('files of a release', () => {
  test('are made when somebody asks, kept, and the same for everybody', async () => {
    expect(await fileOf('epub')).toMatchObject({
      name: `${slug}@1.0.epub`,
      state: 'absent',
      total: 81,
      size: null,
    });
    const first = await get(`${slug}/files/epub?number=1.0`);
    expect(first.statusCode, first.body).toBe(200);
    expect(first.headers).toMatchObject({
      'content-type': 'application/epub+zip',
      'content-disposition': `attachment; filename="${slug}@1.0.epub"`,
      'cache-control': 'public, no-cache',
      etag: `"${digestOf(first.rawPayload)}"`,
      'content-length': String(first.rawPayload.length),
      'x-content-type-options': 'nosniff',
    });
    expect(first.headers.link).toContain(`/c/${slug}@1.0>; rel="collection"`);
    const made = await fileOf('epub');
    expect(made).toMatchObject({
      state: 'ready',
      done: 81,
      size: first.rawPayload.length,
      sha256: digestOf(first.rawPayload),
    });
    const again = await get(`${slug}/files/epub`);
    expect(digestOf(again.rawPayload)).toBe(made?.sha256);
    expect((await fileOf('epub'))?.madeAt).toBe(made?.madeAt);
  });

  test('are not sent to whoever has them, and kept for good under their digest', async () => {
    const { headers, rawPayload } = await get(`${slug}/files/markdown`);
    const known = { 'if-none-match': String(headers.etag) };
    expect((await get(`${slug}/files/markdown`, known)).statusCode).toBe(304);
    const named = await get(`${slug}/files/markdown?sha256=${digestOf(rawPayload)}`);
    expect(named.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    const other = await get(`${slug}/files/markdown?sha256=${'0'.repeat(64)}`);
    expect(other.headers['cache-control']).toBe('public, no-cache');
    expect(other.statusCode).toBe(200);
  });

  test('are asked for by many at once and made once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => get(`${slug}/files/tei?number=1.0`)),
    );
    expect(new Set(answers.map(({ headers }) => headers.etag)).size).toBe(1);
    const { rows } = await site.owner.query<{ files: number; pieces: number }>(
      `select count(*)::integer as files,
         (select count(*)::integer from release_file_piece p join release_file f on f.id = p.file_id
          where f.format = 'tei') as pieces
       from release_file where format = 'tei'`,
    );
    expect(rows[0]).toEqual({ files: 1, pieces: 1 });
  });

  test('there is none of what was never released, in no form that there is not', async () => {
    for (const url of [
      'nothing/files',
      'nothing/files/html',
      `${slug}/files?number=7.0`,
      `${slug}/files/html?number=7.0`,
      // Without a browser to print with there is no PDF.
      `${slug}/files/pdf`,
    ])
      expect(refusal(await get(url)), url).toEqual([404, 'not-found']);
    expect(refusal(await get(`${slug}/files/docx`))).toEqual([400, 'request-malformed']);
    expect(await fileOf('pdf')).toBeUndefined();
    const { rows } = await site.owner.query("select from release_file where format = 'pdf'");
    expect(rows).toEqual([]);
  });

  test('are other files, without its words, once an edition is closed; and those before are gone', async () => {
    const quoted = 'flying development';
    const quiet: ReleaseDocument = {
      ...shippedRelease(),
      slug: 'quiet',
      parts: shippedRelease()
        .parts.filter(({ kind }) => kind === 'entry')
        .map((part) => ({ ...part, title: 'x', body: 'x' })),
    };
    await publish(quiet);
    const open = await get('quiet/files/html');
    expect(open.body).toContain(quoted);
    await site.owner.query("update edition set access = 'signed-in' where id = 'en-creemers'");
    try {
      expect(await fileOf('html', 'quiet')).toMatchObject({ state: 'absent' });
      const reader = await site.addPerson({ name: 'Rea' });
      // Also for those who may read it: a file goes from hand to hand.
      const closed = await site.as(reader, 'GET', '/releases/quiet/files/html');
      expect(closed.body).not.toContain(quoted);
      expect(closed.body).toContain('飞速发展');
      expect(closed.headers.etag).not.toBe(open.headers.etag);
      const named = await get(`quiet/files/html?sha256=${digestOf(open.rawPayload)}`);
      expect(named.body).not.toContain(quoted);
      const { rows } = await site.owner.query<{ held: string }>(
        `select convert_from(p.bytes, 'UTF8') as held
         from release_file f join release_file_piece p on p.file_id = f.id
         join commentary_release r on r.id = f.release_id join commentary c on c.id = r.commentary_id
         where c.slug = 'quiet'`,
      );
      expect(rows.map(({ held }) => held.includes(quoted))).toEqual([false]);
    } finally {
      await site.owner.query("update edition set access = 'public' where id = 'en-creemers'");
    }
    expect((await get('quiet/files/html')).headers.etag).toBe(open.headers.etag);
  });

  test('are the same after it was retracted: what became of it is told where it is read', async () => {
    const before = await get(`${slug}/files/w3c`);
    await site.owner.query(
      "update commentary_release set retracted_at = now(), retraction = 'Wrong.' where major = 1",
    );
    try {
      const after = await get(`${slug}/files/w3c`);
      expect(after.headers.etag).toBe(before.headers.etag);
      await site.owner.query("delete from release_file where format = 'w3c'");
      const anew = await get(`${slug}/files/w3c`);
      expect(anew.headers.etag).toBe(before.headers.etag);
    } finally {
      await site.owner.query("update commentary_release set retracted_at = null, retraction = ''");
    }
  });

  test('one that cannot be made says so, and is tried again after a minute', async () => {
    await publish({ ...shippedRelease(), slug: 'broken' });
    await site.owner.query(
      `create function refuse() returns trigger language plpgsql as $$ begin raise 'no room'; end $$;
       create trigger refuse before insert on release_file_piece for each row execute function refuse()`,
    );
    expect(refusal(await get('broken/files/markdown'))).toEqual([503, 'file-failed']);
    expect(await fileOf('markdown', 'broken')).toMatchObject({ state: 'failed', size: null });
    await site.owner.query('drop function refuse cascade');
    expect(refusal(await get('broken/files/markdown'))).toEqual([503, 'file-failed']);
    await site.owner.query("update release_file set asked_at = asked_at - interval '2 minutes'");
    expect((await get('broken/files/markdown')).statusCode).toBe(200);
  });
});

async function publish(release: ReleaseDocument): Promise<void> {
  const { rows } = await site.owner.query<{ id: number }>('select min(id) as id from work');
  const workId = rows[0]?.id ?? 0;
  const id = randomUUID();
  await site.owner.query('insert into commentary_slug values ($1)', [release.slug]);
  await site.owner.query(
    `insert into commentary (id, work_id, slug, title, language) values ($1, $2, $3, 'x', 'en')`,
    [id, workId, release.slug],
  );
  await storeRelease(makeDb(site.owner), id, release, {
    workId,
    units: shippedWorks[0]?.units ?? [],
  });
}
