import { setTimeout as sleep } from 'node:timers/promises';
import { defaultRateLimits } from '@glossator/api';
import { say, type Ground } from '../ground.ts';
import { median } from '../median.ts';
import type { Row } from '../report.ts';
import { floodBodies } from './bodies.ts';
import { accounts, openFloodSite, type FloodSite, type Visitor } from './site.ts';

/** Notes of the bystander before the flood, and again during it: together within their own limit. */
const notes = 25;
const pause = 800;

/** How long each took; the first that is refused ends the bench. */
async function writeNotes({ write }: Visitor, when: string): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < notes; n += 1) {
    const begun = performance.now();
    const status = await write(
      `What I think of it ${when}, for the ${String(n)}th time.`,
      '3.2.1.1',
    );
    times.push(performance.now() - begun);
    if (status !== 201) throw new Error(`somebody else was answered ${String(status)} ${when}`);
    await sleep(pause);
  }
  return times;
}

/** Every account writes as fast as it is answered, until it is told to stop; what was taken in. */
function begin({ flooders }: FloodSite) {
  const bodies = floodBodies(Infinity);
  let isOver = false;
  let taken = 0;
  let refused = 0;
  const work = async ({ write }: Visitor): Promise<void> => {
    for (const { body, at } of bodies) {
      if (isOver) return;
      const status = await write(body, at);
      if (status === 201) taken += 1;
      else if (status === 429) refused += 1;
      else throw new Error(`a note of the flood was answered ${String(status)}`);
    }
  };
  const done = Promise.all(flooders.map(work));
  return async () => {
    isOver = true;
    await done;
    return { taken, refused };
  };
}

/** Somebody else writes while fifty accounts flood a site that has the limits every site has. */
export async function bystanderRows(ground: Ground): Promise<Row[]> {
  const site = await openFloodSite(ground, 'flood', 'default');
  try {
    say(`${String(notes)} notes of somebody else, without a flood and within one.`);
    const quiet = await writeNotes(site.bystander, 'in peace');
    const end = begin(site);
    const within = await writeNotes(site.bystander, 'in the flood');
    const { taken, refused } = await end();
    say(`Of the flood ${String(taken)} notes were taken in, ${String(refused)} refused.`);
    return [
      {
        what: 'flood: somebody else writes a note meanwhile',
        unit: 'ms',
        ours: median(within),
        beside: 'without a flood',
        theirs: median(quiet),
        // A second is what somebody waits for a form.
        wanted: { of: 'ours', most: 1_000 },
      },
      {
        what: `flood: notes taken in, of ${String(accounts)} accounts within a minute`,
        unit: 'notes',
        ours: taken,
        beside: 'what limits allow',
        theirs: accounts * defaultRateLimits.write,
        wanted: { of: 'ratio', most: 1 },
      },
    ];
  } finally {
    site.server.stop();
  }
}
