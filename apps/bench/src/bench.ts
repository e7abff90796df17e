import { anchorRows } from './anchors/rows.ts';
import { browserRows } from './browser/rows.ts';
import { classRows } from './class/rows.ts';
import { floodRows } from './flood/rows.ts';
import { followingRows } from './following/rows.ts';
import { openGround, say, type Ground } from './ground.ts';
import { importRows } from './import/rows.ts';
import { liveRows } from './live/rows.ts';
import { readOptions, type Section } from './options.ts';
import { releaseRows } from './release/rows.ts';
import { report, type Row } from './report.ts';
import { searchRows } from './search/rows.ts';
import { serverRows } from './server/rows.ts';

const parts: Record<Section, (ground: Ground) => Promise<Row[]>> = {
  server: serverRows,
  search: searchRows,
  live: liveRows,
  flood: floodRows,
  class: classRows,
  release: releaseRows,
  following: followingRows,
  anchors: anchorRows,
  import: importRows,
  browser: browserRows,
};

const asked = readOptions(process.argv.slice(2));
const ground = await openGround();
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    // Gigabytes would be left behind.
    void ground.close().finally(() => process.exit(1));
  });
try {
  const rows: Row[] = [];
  for (const name of asked) {
    say(`Measuring: ${name}.`);
    rows.push(...(await parts[name](ground)));
  }
  report(rows);
} finally {
  await ground.close();
}
