import type { ThreadView, ViewerView } from '@glossator/contract';
import { layerKinds, type LayerKind } from '@glossator/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { classOf } from './support/classes.ts';
import { setAssignment, type Setting } from './support/set-assignment.ts';
import { routes } from './routes/index.ts';
import { pathClasses, type PathClass, type Where } from './routes/rule.ts';
import {
  hideForm,
  ask,
  decideOn,
  openCases,
  otherWork,
  password,
  replyTo,
  rootOf,
  seen,
  startApp,
  startThread,
  stopApp,
  wishMail,
  type Person,
  type TestApp,
} from './support/index.ts';
import {
  differences,
  listenAs,
  logEnd,
  nowhere,
  settle,
  tellAll,
  type Told,
} from './support/tell-all.ts';

let site: TestApp;
let ada: Person;
let ben: Person;
let keeper: Person;
let moderator: Person;
/** Who teaches the class in which ada and ben are. */
let teacher: Person;
let classId: string;
/** A moderator of another work. */
let elsewhere: Person;

beforeAll(async () => {
  site = await startApp();
  ada = await site.addPerson({ name: 'Ada' });
  ben = await site.addPerson({ name: 'Ben' });
  keeper = await site.addPerson({ name: 'Keeper', administrator: true });
  moderator = await site.addPerson({ name: 'Mia', moderates: null });
  elsewhere = await site.addPerson({ name: 'Eli', moderates: await otherWork(site.owner) });
  teacher = await site.addPerson({ name: 'Tess' });
  classId = await classOf(site, teacher, ada, ben);
  // They follow all there is to follow, and are told by mail: nothing more may come of it.
  for (const person of [ben, keeper, elsewhere]) {
    await wishMail(site, person, 'soon');
    await site.owner.query(
      `insert into follow (id, person_id, kind, target)
       select gen_random_uuid(), $1, kind, target from (
         select 'work' as kind, id::text as target from work
         union all select 'layer', id::text from layer
         union all select 'person', $2 union all select 'clause', uid from unit) as everything`,
      [person.id, ada.id],
    );
  }
});
afterAll(() => stopApp(site));

const classes = Object.keys(pathClasses) as PathClass[];
const people = {
  visitor: () => null,
  ben: () => ben,
  keeper: () => keeper,
  elsewhere: () => elsewhere,
} as const;
type Blind = keyof typeof people;

type Place = Pick<Where, 'at' | 'section' | 'author'>;
const place = (at: string): Place => ({ at, section: at.slice(0, 3), author: ada });
const whereOf = (at: Place, thread: ThreadView): Where => ({
  ...at,
  thread: thread.id,
  note: rootOf(thread).id,
});

const idsOf = (thread: ThreadView) => ({ thread: thread.id, note: rootOf(thread).id });

/** A word that addresses ask for, and one of each place that no address has in it. */
const saidAt = (at: string): string => `plugh${at.replaceAll('.', '')}`;
const words = ({ at }: Pick<Where, 'at'>): string => `Xyzzy ${saidAt(at)}`;
const open = (place: Place): Promise<ThreadView> =>
  startThread(site, ada, place.at, { body: words(place), tags: ['secret'] });

/** All that its author can do with words that only some may read. */
async function write({ at, section }: Place, layer: LayerKind): Promise<ThreadView> {
  const body = `${words({ at })} of @${ben.handle}`;
  const thread = await startThread(site, ada, at, { layer, body, tags: ['secret'] });
  await site.as(ada, 'POST', '/api/live/writing', { annotation: rootOf(thread).id });
  await replyTo(site, ada, rootOf(thread).id, `And ${body} again`);
  await startThread(site, ada, section, { layer, body });
  await edit({ at, note: rootOf(thread).id }, 1);
  await site.as(ada, 'POST', `/api/threads/${thread.id}/resolution`, { action: 'resolve' });
  return thread;
}

async function edit({ at, note }: Pick<Where, 'at' | 'note'>, version: number): Promise<void> {
  const form = {
    body: `${words({ at })} as of ${String(version)}`,
    version,
    seen,
    tags: ['secret'],
  };
  const answer = await site.as(ada, 'PUT', `/api/annotations/${note}`, form);
  expect(answer.statusCode, answer.body).toBe(200);
}

/** A public note that had an answer before its words were taken from those who read it. */
async function publish(place: Place): Promise<Where> {
  const thread = await open(place);
  await edit({ ...place, note: rootOf(thread).id }, 1);
  await replyTo(site, ben, rootOf(thread).id, `A harmless answer at ${place.at}`);
  return whereOf(place, thread);
}

interface Secret {
  readonly layer: LayerKind;
  readonly at: string;
  /** Who may not learn of it. */
  readonly blind: readonly Blind[];
  /** What stands before their eyes, and where. */
  readonly before: (place: Place) => Promise<Where>;
  /** What then happens behind their backs; where its traces would be. */
  readonly happens: (where: Where) => Promise<Where>;
  /** Whether a moderator decides on it then. */
  readonly isDecided?: true;
}

const everybody: readonly Blind[] = ['visitor', 'ben', 'keeper', 'elsewhere'];
const empty = (place: Place): Promise<Where> => Promise.resolve({ ...place, ...nowhere });

/** What somebody may not learn of, at least one for each layer. */
const secrets: Readonly<Record<string, Secret>> = {
  'a note in a notebook': {
    layer: 'notebook',
    at: '3.1.1.2',
    blind: everybody,
    before: empty,
    happens: async (place) => whereOf(place, await write(place, 'notebook')),
  },
  'a public note taken into a notebook': {
    layer: 'notebook',
    at: '3.2.1.2',
    blind: everybody,
    before: async (place) => {
      const thread = await open(place);
      const form = { layer: 'notebook' };
      await site.as(ada, 'POST', `/api/threads/${thread.id}/move`, form);
      return whereOf(place, thread);
    },
    happens: async (where) => {
      await edit(where, 1);
      await replyTo(site, ada, where.note, `And ${words(where)} again`);
      return where;
    },
  },
  'a hidden note': {
    layer: 'public',
    at: '3.4.1.2',
    blind: ['visitor', 'ben', 'elsewhere'],
    before: async (place) => {
      const where = await publish(place);
      const reason = `${words(place)} is unlawful`;
      await site.as(
        keeper,
        'POST',
        `/api/annotations/${where.note}/hide`,
        hideForm('other', reason),
      );
      return where;
    },
    happens: async (where) => {
      await edit(where, 2);
      return where;
    },
  },
  'a deleted note': {
    layer: 'public',
    at: '3.2.1.3',
    blind: everybody,
    before: async (place) => {
      const where = await publish(place);
      await site.as(ada, 'DELETE', `/api/annotations/${where.note}`);
      return where;
    },
    happens: (where) => Promise.resolve(where),
  },
  'a note that its author took along on leaving': {
    layer: 'public',
    at: '3.2.1.4',
    blind: everybody,
    before: async (place) => {
      const eve = await site.addPerson({ name: 'Eve' });
      const thread = await startThread(site, eve, place.at, {
        body: `${words(place)} of @${ben.handle}`,
        tags: ['secret'],
      });
      await replyTo(site, ben, rootOf(thread).id, `A harmless answer at ${place.at}`);
      const left = await site.as(eve, 'DELETE', '/api/account', { password, writing: 'remove' });
      expect(left.statusCode, left.body).toBe(200);
      return whereOf(place, thread);
    },
    happens: (where) => Promise.resolve(where),
  },
};

/** In a class: of what stands behind the gate, and of what is between ada and the staff. */
async function writeInClass({ assignment = '', ...where }: Where): Promise<ThreadView> {
  const body = `${words(where)} of @${ben.handle}`;
  const form = { layer: 'class', assignment, tags: ['secret'] };
  const thread = await startThread(site, ada, where.at, { ...form, body });
  await site.as(ada, 'POST', '/api/live/writing', { annotation: rootOf(thread).id });
  await replyTo(site, ada, rootOf(thread).id, `And ${body} again`);
  await replyTo(site, teacher, rootOf(thread).id, `To ${body}`);
  await edit({ at: where.at, note: rootOf(thread).id }, 1);
  return thread;
}
const assigned =
  (setting: Setting = {}) =>
  async (place: Place): Promise<Where> => ({
    ...place,
    ...nowhere,
    assignment: await setAssignment(site, classId, { clauses: [place.at], ...setting }),
  });

const classSecrets: Readonly<Record<string, Secret>> = {
  'a note on a desk': {
    layer: 'class',
    at: '4.1.1.1',
    blind: everybody,
    before: assigned({ gateNotes: 2 }),
    happens: async (where) => ({ ...where, ...idsOf(await writeInClass(where)) }),
  },
  'a note behind the gate': {
    layer: 'class',
    at: '4.1.1.2',
    blind: everybody,
    before: assigned(),
    happens: async (where) => {
      const thread = await writeInClass(where);
      const form = { action: 'resolve' };
      await site.as(ada, 'POST', `/api/threads/${thread.id}/resolution`, form);
      return { ...where, ...idsOf(thread) };
    },
  },
  'a note behind the gate, under a pseudonym': {
    layer: 'class',
    at: '4.2.1.1',
    blind: everybody,
    before: assigned({ names: 'pseudonym' }),
    happens: async (where) => ({ ...where, ...idsOf(await writeInClass(where)) }),
  },
  'what is between a student and the staff': {
    layer: 'feedback',
    at: '4.4.1.1',
    blind: everybody,
    before: assigned({ gate: 'none' }),
    happens: async ({ assignment = '', ...where }) => {
      const form = { layer: 'feedback', assignment, body: words(where), tags: ['secret'] };
      const thread = await startThread(site, ada, where.at, form);
      await replyTo(site, teacher, rootOf(thread).id, `To ${words(where)}`);
      return { ...where, assignment, ...idsOf(thread) };
    },
  },
};

/** Of the words that ben cannot see, and of what is done with them. */
const heldSecrets: Readonly<Record<string, Secret>> = {
  'a note that waits': {
    layer: 'waiting',
    at: '3.1.1.1',
    blind: everybody,
    before: empty,
    happens: async (place) => whereOf(place, await hold(place)),
  },
  'a note that was refused': {
    layer: 'waiting',
    at: '3.2.1.1',
    blind: everybody,
    before: empty,
    isDecided: true,
    happens: async (place) => {
      const where = whereOf(place, await hold(place));
      await decide(where.note, { action: 'refuse', reason: 'unlawful', words: words(place) });
      return where;
    },
  },
  'a note that was taken back while it waited': {
    layer: 'waiting',
    at: '3.3.1.1',
    blind: everybody,
    before: empty,
    happens: async (place) => {
      const where = whereOf(place, await hold(place));
      await site.as(ada, 'DELETE', `/api/annotations/${where.note}`);
      return where;
    },
  },
  'an answer that waits': {
    layer: 'waiting',
    at: '3.4.1.1',
    blind: everybody,
    before: async (place) => {
      const thread = await startThread(site, ben, place.at, { body: 'A harmless question' });
      return whereOf(place, thread);
    },
    happens: async (where) => {
      await held(() => replyTo(site, ada, where.note, `${words(where)} of @${ben.handle}`));
      return where;
    },
  },
  'an edit that waits': {
    layer: 'public',
    at: '3.4.1.3',
    blind: everybody,
    before: async (place) => {
      // Nobody follows: the note itself is no secret, and told of.
      await site.owner.query('delete from follow where person_id <> $1', [ada.id]);
      return whereOf(place, await startThread(site, ada, place.at, { body: 'Clean' }));
    },
    happens: async (where) => {
      await held(() => edit(where, 1));
      return where;
    },
  },
};

/** Ada's words wait while something is done. */
async function held<T>(work: () => Promise<T>): Promise<T> {
  const args = [ada.id, keeper.id];
  await site.owner.query('insert into always_held (person_id, given_by) values ($1, $2)', args);
  try {
    return await work();
  } finally {
    await site.owner.query('delete from always_held');
  }
}

/** All that its author can do with a note that waits. */
const hold = ({ at, section }: Place): Promise<ThreadView> =>
  held(async () => {
    const body = `${words({ at })} of @${ben.handle}`;
    const thread = await startThread(site, ada, at, { body, tags: ['secret'] });
    expect(rootOf(thread).state).toBe('held');
    await startThread(site, ada, section, { body: `${body} again` });
    await edit({ at, note: rootOf(thread).id }, 1);
    return thread;
  });

async function decide(note: string, decision: Record<string, unknown>): Promise<void> {
  const it = (await openCases(site, keeper)).find((each) => each.note.id === note);
  if (it === undefined) throw new Error('no case');
  const answer = await decideOn(site, keeper, it, decision);
  expect(answer.statusCode, answer.body).toBe(200);
}

/** What each reader was told by each class of paths, before and after something happened. */
async function compare(
  readers: readonly Blind[],
  at: string,
  { before, happens }: Pick<Secret, 'before' | 'happens'>,
) {
  const start = await logEnd(site);
  const author = await listenAs(site, ada);
  const listening = await Promise.all(readers.map((name) => listenAs(site, people[name]())));
  const told = async (where: Where): Promise<ReadonlyMap<string, Told>> => {
    await settle(site, author, listening, start);
    const all = new Map<string, Told>();
    for (const [n, reader] of listening.entries())
      for (const kind of classes)
        all.set(`${kind} ${readers[n] ?? ''}`, await tellAll(site, kind, reader, where));
    return all;
  };
  const where = await before(place(at));
  const first = await told(where);
  const second = await told(await happens(where));
  for (const { stream } of [author, ...listening]) stream.close();
  return (kind: PathClass, name: Blind): readonly [Told, Told] => {
    const key = `${kind} ${name}`;
    return [first.get(key) ?? {}, second.get(key) ?? {}];
  };
}

/** The report counts what the ledger tells. */
const isElsewhere = (difference: string): boolean =>
  !/^\/api\/(?:ledger|transparency)(?:[/?]|\b)/.test(difference);

/** What moderators keep in order; a notebook and a class are not the site's. */
const isOfSite = (layer: LayerKind): boolean => layer === 'public' || layer === 'waiting';

/** Moderators are told of what waits, and there alone. */
const mayKnow = (kind: PathClass, name: Blind, layer: LayerKind): boolean =>
  kind === 'queue' && name === 'keeper' && isOfSite(layer);

/** Elsewhere they are told that something waits, by a number and an event without words; never what. */
const exceptThat = (told: Told): Told =>
  Object.fromEntries(
    Object.entries(told).map(([url, answer]) => [
      url,
      answer
        .replaceAll(/"waiting":\d+/g, '"waiting":…')
        .split('\n')
        .filter((line) => line !== 'cases {}')
        .join('\n'),
    ]),
  );
const toldTo = (name: Blind, layer: LayerKind, told: Told): Told =>
  name === 'keeper' && isOfSite(layer) ? exceptThat(told) : told;

const allSecrets = { ...secrets, ...classSecrets, ...heldSecrets };
describe.each(Object.entries(allSecrets))('%s', (_name, secret) => {
  let told: Awaited<ReturnType<typeof compare>>;
  beforeAll(async () => {
    told = await compare(secret.blind, secret.at, secret);
  }, 120_000);

  test.each(classes)('on paths of the class %s nobody is told anything', (kind) => {
    for (const name of secret.blind) {
      if (mayKnow(kind, name, secret.layer)) continue;
      const [first, second] = told(kind, name);
      const before = toldTo(name, secret.layer, first);
      const after = toldTo(name, secret.layer, second);
      const parted = differences(before, after);
      // The ledger tells everybody that something was decided there, and by which class of reason.
      expect(secret.isDecided === true ? parted.filter(isElsewhere) : parted, name).toEqual([]);
      // Addresses ask for the first word alone.
      expect(JSON.stringify(after), name).not.toContain(saidAt(secret.at));
    }
  });
});

test('every layer has a secret', () => {
  expect([...new Set(Object.values(allSecrets).map(({ layer }) => layer))].sort()).toEqual(
    [...layerKinds].sort(),
  );
});

describe('a public note', () => {
  let told: Awaited<ReturnType<typeof compare>>;
  beforeAll(async () => {
    told = await compare(['ben'], '3.3.1.2', {
      before: empty,
      happens: async (place) => whereOf(place, await write(place, 'public')),
    });
  }, 120_000);

  test.each(classes.filter((kind) => kind !== 'queue'))(
    'is told of on paths of the class %s: what is silent there is silent of secrets',
    (kind) => {
      const [before, after] = told(kind, 'ben');
      expect(differences(before, after)).not.toEqual([]);
    },
  );
});

test.each(['hidden', 'deleted'] as const)(
  'who wrote a %s note is not said: it would tell whom the staff had to correct',
  async (state) => {
    // So much of the others' was hidden by now that what they write is read first.
    const author = await site.addPerson({ name: 'Author' });
    const thread = await startThread(site, author, '3.3.1.3');
    const { id } = rootOf(thread);
    await replyTo(site, ben, id, 'A harmless answer');
    if (state === 'hidden')
      await site.as(keeper, 'POST', `/api/annotations/${id}/hide`, hideForm('other', 'Unlawful'));
    else await site.as(author, 'DELETE', `/api/annotations/${id}`);
    const read = await site.as(ben, 'GET', `/api/threads/${thread.id}`);
    expect(rootOf(read.json())).toMatchObject({ state, author: null, body: null, reason: null });
    expect(read.body).not.toContain(author.id);
  },
);

test('a note in a notebook is not there for another’s hands: every act on it answers as for a note that never was', async () => {
  const thread = await startThread(site, ada, '3.1.1.3', { layer: 'notebook' });
  const real = { ...place('3.1'), thread: thread.id, note: rootOf(thread).id };
  const never = { ...place('3.1'), ...nowhere };
  for (const [route, { tells }] of Object.entries(routes))
    for (const person of [ben, keeper, moderator]) {
      if (tells.kind !== 'acts') continue;
      const [method] = route.split(' ') as ['POST' | 'PUT' | 'DELETE'];
      const answer = await ask(site, person, method, tells.request(real));
      const other = await ask(site, person, method, tells.request(never));
      expect([answer.statusCode, answer.body], route).toEqual([404, other.body]);
    }
  const { rows } = await site.owner.query('select state, version from annotation where id = $1', [
    real.note,
  ]);
  expect(rows).toEqual([{ state: 'published', version: 1 }]);
});

test('moderators are told in the queue of what waits, and nobody else is', async () => {
  const before = await site.as(keeper, 'GET', '/api/moderation/cases');
  const thread = await hold(place('3.1.1.3'));
  const after = await site.as(keeper, 'GET', '/api/moderation/cases');
  expect(before.body).not.toContain(rootOf(thread).id);
  expect(after.body).toContain(rootOf(thread).id);
  const waiting = async (person: Person | null) =>
    (await site.as(person, 'GET', '/api/session')).json<ViewerView>().waiting;
  expect(await waiting(keeper)).toBeGreaterThan(0);
  for (const person of [null, ben, ada]) {
    expect((await site.as(person, 'GET', '/api/moderation/cases')).body).not.toContain('Xyzzy');
    expect(await waiting(person)).toBe(0);
  }
});

test('drafts are their author’s alone', async () => {
  const place = 'new:ncss-2016:4.1';
  await site.as(ada, 'PUT', `/api/drafts/${place}`, { body: 'Half a thought', layer: 'public' });
  for (const person of [null, ben, keeper, moderator]) {
    const page = await site.as(person, 'GET', '/api/works/ncss-2016/reading?at=4.1');
    expect(page.json<{ drafts: unknown[] }>().drafts).toEqual([]);
    expect((await site.as(person, 'GET', '/api/drafts')).body).not.toContain('Half a thought');
  }
  const own = await site.as(ada, 'GET', '/api/works/ncss-2016/reading?at=4.1');
  expect(own.json<{ drafts: { body: string }[] }>().drafts[0]?.body).toBe('Half a thought');
});
