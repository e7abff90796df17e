import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startCluster, type Cluster } from './cluster.ts';

/** A cluster in a fresh temporary folder which is removed at stop. Durability is off: for tests. */
export async function temporaryCluster(): Promise<Cluster & { dataDir: string }> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'glossator-'));
  chmodSync(dataDir, 0o711);
  const remove = () => {
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    const cluster = await startCluster({
      dataDir,
      settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
    });
    const stop = async () => {
      await cluster.stop();
      remove();
    };
    return { ...cluster, dataDir, stop };
  } catch (error) {
    remove();
    throw error;
  }
}
