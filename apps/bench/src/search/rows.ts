import { Agent, get } from 'node:http';
import { common, rare } from '../data/bodies.ts';
import { populate } from '../data/populate.ts';
import { notesName, say, type Ground } from '../ground.ts';
import { median } from '../median.ts';
import type { Row } from '../report.ts';
import { serve } from '../serve.ts';
import { bareSearch } from './bare.ts';

const sizes = [100_000, 1_000_000] as const;
/** Each of one search of each kind, ours and bare by turns. */
const rounds = 100;
/** Rounds before them that fill caches. */
const warming = 15;

const queries = [
  { name: 'a word in 100 notes', q: rare.word, found: 100 },
  { name: 'two hanzi in 100 notes', q: rare.hanzi, found: 100 },
  { name: 'a phrase in 100 notes', q: `"${rare.phrase}"`, found: 100 },
  { name: 'two hanzi on every page', q: common, found: 1_001 },
] as const;

interface Side {
  readonly notes: number;
  /** Each answers how many notes were found. */
  readonly ours: (q: string) => Promise<number>;
  readonly bare: (q: string) => Promise<number>;
  readonly stop: () => Promise<void>;
}

async function openSide(ground: Ground, notes: number): Promise<Side> {
  const database = await ground.database(notesName(notes), (client) => populate(client, notes));
  const server = await serve('server-ours', {
    DATABASE_URL: database.app,
    SECRET_FILE: ground.secretFile,
    ORIGIN: 'http://localhost:3000',
  });
  const bare = bareSearch(database.app);
  const agent = new Agent({ keepAlive: true });
  const ask = async (q: string): Promise<number> => {
    const answer = await new Promise<string>((resolve, reject) => {
      get(`${server.url}/api/search?q=${encodeURIComponent(q)}`, { agent }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.on('end', () => {
          if (response.statusCode === 200) resolve(text);
          else reject(new Error(text));
        });
      }).on('error', reject);
    });
    const { notes: found } = JSON.parse(answer) as { notes: { total: number; more: boolean } };
    return found.total + Number(found.more);
  };
  return {
    notes,
    ours: ask,
    bare: bare.search,
    stop: async () => {
      agent.destroy();
      server.stop();
      await bare.end();
    },
  };
}

async function time(search: Side['ours'], q: string, found: number): Promise<number> {
  const begun = performance.now();
  const total = await search(q);
  const taken = performance.now() - begun;
  if (total !== found) throw new Error(`${q}: ${String(total)} notes found, not ${String(found)}`);
  return taken;
}

/** A search over HTTP beside its statements alone; those statements at two sizes. */
export async function searchRows(ground: Ground): Promise<Row[]> {
  const sides: Side[] = [];
  const times = new Map<string, number[]>();
  try {
    for (const notes of sizes) sides.push(await openSide(ground, notes));
    say(`${String(rounds)} rounds of one search of each kind.`);
    for (let round = 0; round < rounds + warming; round += 1)
      for (const { name, q, found } of queries)
        for (const side of sides)
          for (const which of ['ours', 'bare'] as const) {
            const taken = await time(side[which], q, found);
            const key = `${name} ${which} ${String(side.notes)}`;
            if (round >= warming) times.set(key, [...(times.get(key) ?? []), taken]);
          }
  } finally {
    for (const side of sides) await side.stop();
  }
  return queries.flatMap(({ name }) => rowsOf(name, times));
}

function rowsOf(name: string, times: ReadonlyMap<string, readonly number[]>): Row[] {
  const of = (which: string, notes: number): number =>
    median(times.get(`${name} ${which} ${String(notes)}`) ?? []);
  const [small, large] = sizes;
  return [
    ...sizes.map((notes): Row => ({
      what: `search: ${name}, ${String(notes)} notes`,
      unit: 'ms',
      ours: of('ours', notes),
      beside: 'bare SQL',
      theirs: of('bare', notes),
      wanted: { of: 'ratio', most: 1.5 },
    })),
    {
      what: `search: ${name}, SQL, ${String(large)} notes`,
      unit: 'ms',
      ours: of('bare', large),
      beside: `SQL, ${String(small)} notes`,
      theirs: of('bare', small),
      wanted: { of: 'ratio', most: 1.3 },
    },
  ];
}
