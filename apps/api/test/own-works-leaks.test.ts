import { randomUUID } from 'node:crypto';
import type { ThreadView, VerifyView } from '@glossator/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { routes } from './routes/index.ts';
import type { Where } from './routes/rule.ts';
import {
  bringWork,
  makeTextEditor,
  giveTo,
  rareWord,
  setStanding,
  type OwnWork,
} from './support/own-work.ts';
import {
  classOf,
  origin,
  rootOf,
  startApp,
  startThread,
  stopApp,
  type Person,
  type TestApp,
} from './support/index.ts';

/*
 * A text that is somebody's own, and whoever may not read it: every address that can be read, asked with its
 * names and with names of nothing, answers the same. So does all that a hand could try.
 */

let site: TestApp;
const people = {} as Record<Name, Person | null>;
const names = [
  'visitor',
  'member',
  'moderator',
  'administrator',
  'editor',
  'left the class',
  'of another class',
  'in the class',
  'owner',
] as const;
type Name = (typeof names)[number];
/** The editor reads what is offered, a class what it was given. */
const blindTo: Readonly<Record<'private' | 'offered' | 'husk', readonly Name[]>> = {
  private: names.filter((name) => name !== 'owner' && name !== 'in the class'),
  offered: names.filter((name) => !['owner', 'in the class', 'editor'].includes(name)),
  husk: ['member', 'administrator', 'editor', 'in the class'],
};
const works = {} as Record<keyof typeof blindTo, OwnWork>;
const threads = {} as Record<keyof typeof blindTo, ThreadView>;

/** Names of nothing, of the same form. */
const nothing = {
  slug: 'wells-and-bridges-0c0c0c0c',
  uid: 's-0c0c0c0c',
  thread: '01999999-0000-7000-8000-000000000000',
  note: '01999999-0000-7000-8000-000000000001',
};

beforeAll(async () => {
  site = await startApp();
  const add = (name: string, more = {}) => site.addPerson({ name, ...more });
  const owner = await add('Owner');
  const member = await add('Member');
  const moderator = await add('Moderator', { moderates: null });
  const administrator = await add('Administrator', { administrator: true });
  const editor = await add('Editor');
  const gone = await add('Gone');
  const elsewhere = await add('Elsewhere');
  const student = await add('Student');
  await makeTextEditor(site, editor);
  const classId = await classOf(site, owner, gone, student);
  await classOf(site, await add('Teacher'), elsewhere);
  const left = await site.as(gone, 'DELETE', `/classes/${classId}/members/${gone.id}`);
  expect(left.statusCode, left.body).toBe(200);
  Object.assign(people, {
    ...{ visitor: null, member, moderator, administrator, editor, owner },
    ...{ 'left the class': gone, 'of another class': elsewhere, 'in the class': student },
  });
  for (const kind of ['private', 'offered', 'husk'] as const) {
    const work = await bringWork(site, owner);
    works[kind] = work;
    threads[kind] = await startThread(site, owner, '2.2', {
      ...{ work: work.slug, layer: 'notebook', body: `Xyzzy @${member.handle}`, tags: ['secret'] },
      seen: work.editions.map((id) => `${id}:1.0.0`),
    });
    await site.owner.query(
      `insert into follow (id, person_id, kind, target)
       select gen_random_uuid(), p.id, k.kind, k.target from person p
       cross join (values ('work', $1::text), ('clause', $2::text)) as k(kind, target)
       where p.id <> $3`,
      [String(work.id), work.uid, owner.id],
    );
    if (kind !== 'husk') await giveTo(site, work, classId);
  }
  await setStanding(site, works.offered, 'offered');
  await site.owner.query('update work set owner_id = null where id = $1', [works.husk.id]);
  await site.owner.query('select drop_abandoned_works()');
});
afterAll(() => stopApp(site));

const served = (name: string): string => encodeURIComponent(`${origin}/t/${name}`);

/** Every address that is read, as asked about a place of the work. */
function addresses(where: Where, { slug, uid, editions }: OwnWork): string[] {
  const renamed = (url: string): string =>
    url
      .replaceAll('ncss-2016', slug)
      .replaceAll('s-ck0wd8v6', uid)
      .replaceAll('zh-cac', editions[0] ?? '')
      .replaceAll('en-creemers', editions[1] ?? '');
  const asked = Object.values(routes).flatMap(({ tells }) =>
    tells.kind === 'reads' ? tells.urls(where) : [],
  );
  const more = [
    `/api/works/${slug}/editions/${editions[0] ?? ''}/text`,
    `/api/works/${slug}/address?cite=2.2`,
    `/api/units/${uid}`,
    `/api/works/${slug}/commentaries`,
    `/api/works/${slug}/entries?at=2.2`,
    `/api/search?q=${rareWord}`,
    `/api/search?q=${rareWord}&work=${slug}`,
    `/api/search?q=${encodeURIComponent(`work:${slug}`)}`,
    `/api/completions/search?what=work&q=wells`,
    `/api/completions/search?what=in&work=${slug}&q=2`,
    `/api/completions/references?work=${slug}&layer=notebook&q=2`,
    `/api/completions/tags?work=${slug}&layer=notebook&q=s`,
    `/api/feeds/work/${slug}`,
    `/api/feeds/clause/${uid}`,
    `/api/feeds/releases/${slug}`,
    `/api/w3c/${slug}/`,
    `/api/w3c/${slug}/${where.note}`,
    `/api/works/${slug}/card?at=2.2`,
    `/api/citations?of=${encodeURIComponent(`/t/${slug}/2.2`)}`,
    `/api/sitemap`,
    `/api/editions`,
    `/api/hold-rules`,
    `/api/moderators`,
    `/api/transparency`,
    `/api/ledger`,
    '/api/follows',
    '/api/home',
    '/api/works',
    ...['versions', 'forms', 'archive', 'apparatus', 'witness', 'terms', 'print'].map(
      (part) => `/api/works/${slug}/${part}`,
    ),
    ...['txt', 'json', 'tei', 'akn', 'jsonld', 'tmx'].map(
      (form) => `/api/works/${slug}/forms/${form}?at=2.2`,
    ),
    `/api/works/${slug}/versions/${editions[0] ?? ''}/difference?from=1.0.0&to=1.0.0`,
    `/api/works/${slug}/trace?edition=${editions[0] ?? ''}&clause=2.2&at=1`,
    '/api/dts/collection',
    `/api/dts/collection?id=${served(slug)}`,
    `/api/dts/navigation?resource=${served(`${slug}@${editions[0] ?? ''}:1.0.0`)}&down=1`,
    `/api/dts/document?resource=${served(`${slug}@${editions[0] ?? ''}:1.0.0`)}`,
  ];
  return [...new Set([...asked.map(renamed), ...more])];
}

let askers = 0;
async function ask(url: string, person: Person | null): Promise<string> {
  askers += 1;
  const { statusCode, headers, body } = await site.app.inject({
    url,
    headers: person === null ? {} : { cookie: person.cookie },
    remoteAddress: `10.9.${String(askers >> 8)}.${String(askers & 255)}`,
  });
  const told = [headers['cache-control'], headers.etag, headers['last-modified']].join(' ');
  return `${String(statusCode)} ${told}\n${body}`;
}

/** What an answer says, without what differs by itself and without the names that were asked for. */
function comparable(text: string, { slug, uid, editions }: OwnWork, where: Where): string {
  const known: readonly (readonly [string, string])[] = [
    ...editions.map((id) => [id, id.replace(slug, nothing.slug)] as const),
    [slug, nothing.slug],
    [uid, nothing.uid],
    [where.thread, nothing.thread],
    [where.note, nothing.note],
  ];
  return known
    .reduce((words, [from, to]) => words.replaceAll(from, to), text)
    .replaceAll(/"(textTag|cursor|next|live|generated|now)":"[^"]*"/g, '')
    .replaceAll(/<updated>[^<]*<\/updated>/g, '')
    .replaceAll(/Written out on .*? from/g, '');
}

const kinds = ['private', 'offered', 'husk'] as const;
describe.each(kinds)('a work that is %s', (kind) => {
  const cases = blindTo[kind];
  test.each(cases)(
    'is nothing to %s, wherever they ask',
    async (name) => {
      const work = works[kind];
      const thread = threads[kind];
      const author = people.owner;
      if (author === null) throw new Error('nobody owns it');
      const about = { at: '2.2', section: '2', author };
      const real: Where = { ...about, thread: thread.id, note: rootOf(thread).id };
      const fake: Where = { ...real, ...nothing };
      const asFake: OwnWork = {
        ...work,
        ...{ slug: nothing.slug, uid: nothing.uid },
        editions: work.editions.map((id) => id.replace(work.slug, nothing.slug)),
      };
      const pairs = addresses(real, work).map(
        (url, n) => [url, addresses(fake, asFake)[n] ?? ''] as const,
      );
      expect(pairs.length).toBeGreaterThan(80);
      const differing: string[] = [];
      for (const [url, other] of pairs) {
        const answer = comparable(await ask(url, people[name]), work, real);
        const empty = comparable(await ask(other, people[name]), asFake, fake);
        if (answer !== empty)
          differing.push(`${url}\n${answer.slice(0, 300)}\n${empty.slice(0, 300)}`);
      }
      expect(differing).toEqual([]);
    },
    120_000,
  );

  test.each(cases)(
    'is in nothing that %s reads anywhere',
    async (name) => {
      const work = works[kind];
      const listed = Object.keys(routes).filter(
        (route) => route.startsWith('GET ') && !route.includes('{') && !route.endsWith('/live'),
      );
      expect(listed.length).toBeGreaterThan(30);
      for (const route of listed) {
        const answer = await ask(route.replace('GET ', ''), people[name]);
        for (const told of [work.slug, work.uid, rareWord, 'Wells and bridges'])
          // What they follow, and what their class may read, is theirs to know.
          if (told !== work.uid || route !== 'GET /api/account/export')
            if (
              !['in the class', 'editor'].includes(name) ||
              told === work.slug ||
              told === work.uid
            )
              expect(answer.includes(told), `${route} ${told}`).toBe(false);
      }
    },
    60_000,
  );

  test.each(cases)('takes nothing from %s', async (name) => {
    const person = people[name];
    if (person === null) return;
    const { slug, uid } = works[kind];
    const tried = (at: { slug: string; uid: string }) =>
      [
        ['POST', '/threads', { ...form(at.slug), layer: 'notebook' }],
        ['POST', '/threads', { ...form(at.slug), layer: 'public' }],
        ['PUT', `/follows/work/${at.slug}`, { state: 'followed', mail: false }],
        ['PUT', `/follows/clause/${at.uid}`, { state: 'followed', mail: false }],
        [
          'POST',
          '/commentaries',
          { work: at.slug, title: 'T', slug: `c-${randomUUID().slice(0, 8)}`, language: 'en' },
        ],
        ['POST', '/preview', { work: at.slug, body: '[[2.2]]' }],
        ['POST', '/verify', { work: at.slug, text: `Whoever finds a ${rareWord}` }],
      ] as const;
    const form = (work: string) => ({
      ...{ work, target: '2.2', body: 'x', tags: [], kind: 'comment' },
      ...{ seen: [], key: randomUUID() },
    });
    const answers = [];
    for (const at of [{ slug, uid }, nothing]) {
      const said = [];
      for (const [method, url, payload] of tried(at)) {
        const { statusCode, body } = await site.as(person, method, url, payload);
        expect(statusCode, `${method} ${url} ${body}`).toBeGreaterThanOrEqual(400);
        said.push([statusCode, body.replaceAll(slug, nothing.slug).replaceAll(uid, nothing.uid)]);
      }
      answers.push(said);
    }
    expect(answers[0]).toEqual(answers[1]);
  });
});

test.each(kinds)('words of what is %s are verified to those alone who read them', async (kind) => {
  const text = `Whoever finds a ${rareWord} under the bridge reports it.`;
  for (const name of blindTo[kind]) {
    const answer = await site.as(people[name], 'POST', '/verify', { text });
    const { searched, places } = answer.json<VerifyView>();
    expect(searched.map(({ slug }) => slug)).not.toContain(works[kind].slug);
    // A class reads the other one; each is the same to whoever reads neither.
    if (name !== 'in the class' && name !== 'editor') expect(places).toEqual([]);
  }
});

test('who may read it does: its owner, its class, and an editor of what is offered', async () => {
  const readers = [
    ['private', 'owner'],
    ['private', 'in the class'],
    ['offered', 'owner'],
    ['offered', 'in the class'],
    ['offered', 'editor'],
  ] as const;
  for (const [kind, name] of readers) {
    const { slug } = works[kind];
    const answer = await ask(`/api/works/${slug}/reading?at=2.2`, people[name]);
    expect(answer, `${kind} ${name}`).toMatch(/^200 no-store/u);
    expect(answer).toContain(rareWord);
  }
});
