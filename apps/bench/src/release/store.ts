import { digest } from '@glossator/document';
import { writeRelease } from '@glossator/domain';
import { makeDb, storeRelease } from '@glossator/api/release-making';
import pg from 'pg';
import type { Ground } from '../ground.ts';
import { median } from '../median.ts';
import { largeRelease, units } from './large-release.ts';

/** Milliseconds in which a release is stored, and its document alone; each is taken back. */
export async function timeStoring(
  ground: Ground,
  entries: number,
  rounds: number,
): Promise<{ readonly ours: number; readonly alone: number }> {
  const { owner } = await ground.database('releases', () => Promise.resolve());
  const client = new pg.Client(owner);
  await client.connect();
  const release = largeRelease(entries);
  const times = { ours: [] as number[], alone: [] as number[] };
  const inRound = async (which: keyof typeof times, store: (id: string) => Promise<unknown>) => {
    await client.query('begin');
    await client.query('insert into commentary_slug values ($1)', [release.slug]);
    const { rows } = await client.query<{ id: string }>(
      `insert into commentary (id, work_id, slug, title, language)
       select gen_random_uuid(), w.id, $1, 'x', 'en' from work w where w.slug = $2 returning id`,
      [release.slug, release.work.slug],
    );
    const begun = performance.now();
    await store(rows[0]?.id ?? '');
    times[which].push(performance.now() - begun);
    await client.query('rollback');
  };
  const { rows } = await client.query<{ id: number }>('select id from work where slug = $1', [
    release.work.slug,
  ]);
  const about = { workId: rows[0]?.id ?? 0, units };
  for (let round = 0; round < rounds; round += 1) {
    await inRound('ours', (id) => storeRelease(makeDb(client), id, release, about));
    await inRound('alone', (id) => {
      const document = writeRelease(release);
      return client.query(
        `insert into commentary_release (id, commentary_id, major, minor, document, sha256, front, released_at)
         values (gen_random_uuid(), $1, 1, 0, $2, $3, '{}', now())`,
        [id, document, digest(document)],
      );
    });
  }
  await client.end();
  return { ours: median(times.ours), alone: median(times.alone) };
}
