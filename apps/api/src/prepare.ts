import { fileURLToPath } from 'node:url';
import { shippedCommentaries } from '@glossator/document/commentaries';
import { shippedReleases, shippedWorks } from '@glossator/document/seed';
import { loadCommentaries } from './features/releases/load-shipped.ts';
import { loadWorks } from './db/load-works.ts';
import { proposeReleases } from './db/propose-releases.ts';
import { migrate } from './db/migrator.ts';
import { connectOwner } from './db/owner-connection.ts';
import { indexTexts } from './features/search/reindex.ts';

const migrations = fileURLToPath(new URL('../../../migrations', import.meta.url));

/** Brings a database to this checkout: its schema, then the texts and commentaries that ship with it. */
export async function prepare(ownerUrl: string, report: (line: string) => void): Promise<void> {
  await migrate(ownerUrl, migrations, report);
  const client = await connectOwner(ownerUrl);
  try {
    await loadWorks(client, shippedWorks, report);
    await proposeReleases(client, shippedReleases);
    await loadCommentaries(client, shippedCommentaries, shippedWorks, report);
    await indexTexts(client);
  } finally {
    await client.end();
  }
}
