import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pathClasses, type PathClass } from './routes/rule.ts';
import { classOf } from './support/classes.ts';
import { setAssignment } from './support/set-assignment.ts';
import {
  replyTo,
  rootOf,
  startApp,
  startThread,
  stopApp,
  wishMail,
  type Person,
  type TestApp,
} from './support/index.ts';
import { listenAs, logEnd, settle, tellAll, type Told } from './support/tell-all.ts';

/* Every path by which somebody could learn who a classmate is that writes under a pseudonym. */

let site: TestApp;
let ben: Person;
let teacher: Person;
beforeAll(async () => {
  site = await startApp();
  ben = await site.addPerson({ name: 'Ben' });
  teacher = await site.addPerson({ name: 'Tess' });
  await wishMail(site, ben, 'soon');
});
afterAll(() => stopApp(site));

const classes = Object.keys(pathClasses) as PathClass[];

describe('whoever writes under a pseudonym', () => {
  let zoe: Person;
  const told = new Map<PathClass, Told>();
  beforeAll(async () => {
    zoe = await site.addPerson({ name: 'Zoe Quixotry' });
    const id = await classOf(site, teacher, zoe, ben);
    await site.owner.query(
      `insert into follow (id, person_id, kind, target) values (gen_random_uuid(), $1, 'person', $2)`,
      [ben.id, zoe.id],
    );
    const at = '4.5.1.1';
    const setting = { clauses: [at], names: 'pseudonym', gate: 'none' };
    const assignment = await setAssignment(site, id, setting);
    const reader = await listenAs(site, ben);
    const author = await listenAs(site, zoe);
    const start = await logEnd(site);
    const form = { layer: 'class', assignment, tags: ['secret'] };
    const body = `Xyzzy and frobozz of @${ben.handle}`;
    const thread = await startThread(site, zoe, at, { ...form, body });
    await site.as(zoe, 'POST', '/api/live/writing', { annotation: rootOf(thread).id });
    const bens = await startThread(site, ben, at, { ...form, body: 'Xyzzy of my own' });
    await replyTo(site, zoe, rootOf(bens).id, `An answer, frobozz, to @${ben.handle}`);
    await settle(site, author, [reader], start);
    const ids = { thread: thread.id, note: rootOf(thread).id };
    const where = { ...ids, at, section: '4.5', author: zoe, assignment };
    for (const kind of classes) told.set(kind, await tellAll(site, kind, reader, where));
    for (const { stream } of [reader, author]) stream.close();
  }, 120_000);

  test.each(classes)('is not named on paths of the class %s', (kind) => {
    // Whom one follows is one's own to see.
    const answers = Object.entries(told.get(kind) ?? {})
      .filter(([url]) => !url.startsWith('/api/follows'))
      .map(([, answer]) => answer)
      .join('\n');
    for (const known of [zoe.id, zoe.handle, zoe.name]) expect(answers).not.toContain(known);
  });

  test('and is read, found and told of', () => {
    for (const kind of ['list', 'single', 'search', 'card', 'notice', 'mail', 'export'] as const)
      expect(Object.values(told.get(kind) ?? {}).join('\n'), kind).toMatch(/frobozz|called you/);
  });
});
