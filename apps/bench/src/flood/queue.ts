import { say, type Ground } from '../ground.ts';
import { median } from '../median.ts';
import type { Row } from '../report.ts';
import { floodBodies } from './bodies.ts';
import { openFloodSite, type FloodSite, type Visitor } from './site.ts';

/** None, a few pages, and a flood: the last two show a whole page of fifty. */
const sizes = [0, 200, 10_000] as const;
const rounds = 60;
/** As many as make the code of each server as warm as that of the one that took ten thousand notes in. */
const warming = 150;

/** All accounts write at once, each the next note that is left. */
async function fill({ flooders }: FloodSite, count: number): Promise<void> {
  const left = floodBodies(count);
  const work = async ({ write }: Visitor): Promise<void> => {
    for (const { body, at } of left) {
      const status = await write(body, at);
      if (status !== 201) throw new Error(`a note of the flood was answered ${String(status)}`);
    }
  };
  await Promise.all(flooders.map(work));
}

/** What the page of the queue asks for. */
async function time({ get }: Visitor, open: number): Promise<number> {
  const begun = performance.now();
  const [cases] = await Promise.all([get('/api/moderation/cases'), get('/api/moderation/desk')]);
  const taken = performance.now() - begun;
  const { items } = cases as { items: readonly unknown[] };
  if (items.length !== Math.min(50, open))
    throw new Error(`${String(items.length)} cases are shown`);
  return taken;
}

/** The queue of a moderator while ten thousand notes wait, beside the same where few or none do. */
export async function queueRows(ground: Ground): Promise<Row[]> {
  const sites: { readonly open: number; readonly site: FloodSite }[] = [];
  const times = new Map<number, number[]>(sizes.map((open) => [open, []]));
  try {
    for (const open of sizes) {
      const site = await openFloodSite(ground, `queue_${String(open)}`, 'none');
      sites.push({ open, site });
      say(`${String(open)} notes that wait.`);
      await fill(site, open);
    }
    for (let round = 0; round < rounds + warming; round += 1)
      for (const { open, site } of sites) {
        const taken = await time(site.moderator, open);
        if (round >= warming) times.get(open)?.push(taken);
      }
  } finally {
    for (const { site } of sites) site.server.stop();
  }
  const of = (open: number): number => median(times.get(open) ?? []);
  const [none, few, flood] = sizes;
  return [none, few].map((open) => ({
    what: `queue: a page, ${String(flood)} notes of 50 accounts wait`,
    unit: 'ms',
    ours: of(flood),
    beside: `${String(open)} wait`,
    theirs: of(open),
    wanted: { of: 'ratio', most: 3 },
  }));
}
