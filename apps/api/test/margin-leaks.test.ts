import type { CommentaryReview } from '@glossator/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pathClasses, type PathClass } from './routes/rule.ts';
import { joinCommentary, startApp, stopApp, type Person, type TestApp } from './support/index.ts';
import { beginMargin, reviewRound, type ReviewRound } from './support/review-round.ts';
import {
  differences,
  listenAs,
  logEnd,
  nowhere,
  settle,
  tellAll,
  type Told,
} from './support/tell-all.ts';

/* What is written in the margins of a round is told by no path but those of the round itself. */

const secret = 'plughmargin';
const kinds = Object.keys(pathClasses) as PathClass[];

let site: TestApp;
let round: ReviewRound;
let rex: Person;
let rita: Person;
let co: Person;
/** To whom nothing is told, by name. */
let blind: Readonly<Record<string, Person | null>>;
let thread: { readonly id: string; readonly note: string };
const told = new Map<string, readonly [Told, Told]>();

/** The paths of the commentary itself. */
const ofCommentary = async (who: Person | null): Promise<Told> => {
  const told: Record<string, string> = {};
  for (const path of ['', '/review', '/decisions', '/proof', '/outline', '/rounds/1/proof']) {
    const { statusCode, body } = await round.ask(who, 'GET', path);
    told[path] = `${String(statusCode)} ${body}`;
  }
  // The export says first when it was written.
  for (const path of ['/commentaries', '/editing', '/reviewing', '/account/export', '/notices']) {
    const { statusCode, body } = await site.as(who, 'GET', path);
    told[path] = `${String(statusCode)} ${body}`.replace(/"written": "[^"]*"/, '');
  }
  return told;
};

beforeAll(async () => {
  site = await startApp();
  round = await reviewRound(site);
  rex = await site.addPerson({ name: 'Rex' });
  rita = await site.addPerson({ name: 'Rita' });
  co = await site.addPerson({ name: 'Co' });
  await joinCommentary(site, round.ada, round.id, co);
  const keeper = await site.addPerson({ name: 'Keeper', administrator: true });
  const moderator = await site.addPerson({ name: 'Mia', moderates: null });
  const stranger = await site.addPerson({ name: 'Ben' });
  blind = { visitor: null, stranger, keeper, moderator, lead: round.ada, author: co, rita };
  await round.submit();
  await round.open('open');
  await round.invite(rex);
  await round.invite(rita);

  const start = await logEnd(site);
  const listening = await Promise.all(
    Object.entries(blind).map(async ([name, who]) => [name, await listenAs(site, who)] as const),
  );
  const writer = await listenAs(site, rex);
  const readers = listening.map(([, reader]) => reader);
  async function telling(where: { thread: string; note: string }): Promise<Map<string, Told>> {
    await settle(site, writer, readers, start);
    const all = new Map<string, Told>();
    for (const [name, reader] of listening) {
      const at = { at: '4.3.1.2', section: '4.3', author: rex, ...where };
      for (const kind of kinds) all.set(`${kind} ${name}`, await tellAll(site, kind, reader, at));
      all.set(`commentary ${name}`, await ofCommentary(reader.person));
    }
    return all;
  }
  const before = await telling(nowhere);
  const begun = await beginMargin(round, rex, { body: `${secret} says`, words: 'stands at' });
  thread = { id: begun.id, note: begun.notes[0]?.id ?? '' };
  await beginMargin(round, rex, { body: `${secret} to editors`, audience: 'editors' });
  await beginMargin(round, round.eve, { body: `${secret} of the editor` });
  await round.ask(round.eve, 'POST', `/margin/${thread.id}/answers`, {
    ...{ body: `${secret} answered`, key: crypto.randomUUID() },
  });
  const after = await telling({ thread: thread.id, note: thread.note });
  for (const [key, first] of before) told.set(key, [first, after.get(key) ?? {}]);
  for (const { stream } of [writer, ...readers]) stream.close();
}, 180_000);
afterAll(() => stopApp(site));

test.each(['visitor', 'stranger', 'keeper', 'moderator', 'lead', 'author', 'rita'])(
  'nothing is told to the %s: no path says anything else than before',
  (name) => {
    for (const kind of [...kinds, 'commentary']) {
      const [before, after] = told.get(`${kind} ${name}`) ?? [{}, {}];
      expect(Object.keys(after).length > 0 || kind !== 'commentary', kind).toBe(true);
      expect(differences(before, after), kind).toEqual([]);
      expect(JSON.stringify(after), kind).not.toContain(secret);
    }
  },
);

test('to whoever may read it the same paths do tell', async () => {
  for (const who of [rex, round.eve])
    expect((await ofCommentary(who))['/rounds/1/proof']).toContain(secret);
  const own = (await ofCommentary(rex))['/account/export'] ?? '';
  expect(own.match(new RegExp(secret, 'g'))).toHaveLength(2);
});

test('it is no note of the site: nothing there acts on it', async () => {
  const { rows } = await site.owner.query<{ n: number }>(
    `select count(*)::integer as n from annotation where id = any($1::uuid[])`,
    [[thread.id, thread.note]],
  );
  expect(rows).toEqual([{ n: 0 }]);
  for (const id of [thread.id, thread.note])
    for (const path of [`/threads/${id}`, `/annotations/${id}`])
      expect((await site.as(rex, 'GET', path)).statusCode).toBe(404);
});

test('after the decision authors are told on the paths of the round, and nobody else anywhere', async () => {
  await round.decide();
  const { items } = await round.proof(round.ada);
  expect(JSON.stringify(items)).toContain(`${secret} says`);
  expect(JSON.stringify(items)).not.toContain(`${secret} to editors`);
  const counts = (await round.ask(co, 'GET', '/review')).json<CommentaryReview>();
  expect(counts.rounds[0]?.notes).toEqual({ all: 2, open: 2 });
  for (const name of ['visitor', 'stranger', 'keeper', 'moderator'])
    for (const answer of Object.values(await ofCommentary(blind[name] ?? null)))
      expect(answer).not.toContain(secret);
  const mails = await site.owner.query('select from mail where body like $1', [`%${secret}%`]);
  expect(mails.rows).toEqual([]);
});
