import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inClass } from './routes/in-class.ts';
import { routes } from './routes/index.ts';
import { actors, type ActorName, type World } from './routes/rule.ts';
import {
  ask,
  classOf,
  rootOf,
  startApp,
  startThread,
  stopApp,
  type Person,
  type TestApp,
} from './support/index.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startApp();
});
afterAll(() => stopApp(site));

function routesOf({ app }: TestApp): string[] {
  const { paths } = app.swagger() as { paths: Record<string, Record<string, unknown>> };
  return Object.entries(paths).flatMap(([url, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${url}`),
  );
}

test('every route is in the matrix, and the matrix names no other', () => {
  expect(Object.keys(routes).sort()).toEqual(routesOf(site).sort());
});

async function worldFor(name: ActorName): Promise<World> {
  const author = await site.addPerson({ name: 'Author' });
  const thread = await startThread(site, author, '4.3.1.2');
  const people: Record<ActorName, () => Promise<Person | null>> = {
    visitor: () => Promise.resolve(null),
    stranger: () => site.addPerson({ name: 'Stranger' }),
    author: () => Promise.resolve(author),
    administrator: () => site.addPerson({ name: 'Keeper', administrator: true }),
  };
  return { site, thread: thread.id, note: rootOf(thread).id, author, who: await people[name]() };
}

/** Somebody whose session is confined to a class that they are in as a student. */
async function confined(): Promise<Person> {
  const student = await site.addPerson({ name: 'Student' });
  const id = await classOf(site, await site.addPerson({ name: 'Teacher' }), student);
  await site.owner.query('update session set class_id = $1 where id = $2', [id, student.sessionId]);
  return student;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

describe.each(Object.entries(routes))('%s', (route, rule) => {
  test(
    rule.policy,
    async () => {
      const found: number[] = [];
      for (const name of actors) {
        const world = await worldFor(name);
        await rule.before?.(world);
        const method = route.split(' ')[0] as Method;
        found.push((await ask(site, world.who, method, await rule.request(world))).statusCode);
      }
      expect(Object.fromEntries(actors.map((name, n) => [name, found[n]]))).toEqual(
        Object.fromEntries(actors.map((name, n) => [name, rule.statuses[n]])),
      );
      // A file of everything is made for each of them.
    },
    60_000,
  );
});

describe('a session for one class', () => {
  test.each(Object.entries(routes))('%s', async (route, rule) => {
    const method = route.split(' ')[0] as Method;
    // As a page asks: a program needs a token, and there is no way to one.
    const { byToken: _, ...cell } = await rule.request(await worldFor('stranger'));
    const { statusCode } = await ask(site, await confined(), method, cell);
    expect(statusCode).toBe(inClass(route, rule));
  });
});
