import { afterAll, beforeAll, expect, test } from 'vitest';
import { pathClasses, type PathClass } from './routes/rule.ts';
import {
  rootOf,
  startApp,
  startThread,
  stopApp,
  type Person,
  type TestApp,
} from './support/index.ts';
import { addressesOf, nowhere } from './support/tell-all.ts';

let site: TestApp;
let ada: Person;
let ben: Person;
let keeper: Person;

beforeAll(async () => {
  site = await startApp();
  ada = await site.addPerson({ name: 'Ada' });
  ben = await site.addPerson({ name: 'Ben' });
  keeper = await site.addPerson({ name: 'Keeper', administrator: true });
});
afterAll(() => stopApp(site));

const at = '3.4.1.3';
const place = () => ({ at, section: '3.4', author: ada });
const readers = (): readonly (Person | null)[] => [null, ada, ben, keeper];
const asked = (url: string, person: Person | null, tag?: string) =>
  site.app.inject({
    url,
    headers: {
      ...(person === null ? {} : { cookie: person.cookie }),
      ...(tag === undefined ? {} : { 'if-none-match': tag }),
    },
    remoteAddress: `10.8.0.${String(readers().indexOf(person))}`,
  });

test('entity tags are given by no address but those of their class', async () => {
  const where = { ...place(), ...nowhere };
  const others = (Object.keys(pathClasses) as PathClass[]).flatMap((kind) =>
    addressesOf(kind, where),
  );
  const tagged = new Set(addressesOf('tag', where));
  for (const url of others.filter((each) => !tagged.has(each)))
    expect((await site.as(ben, 'GET', url)).headers.etag, url).toBeUndefined();
});

test('entity tags are never the same for two readers who are told different things', async () => {
  await startThread(site, ada, at, { layer: 'notebook' });
  const thread = await startThread(site, ada, at);
  const where = { ...place(), thread: thread.id, note: rootOf(thread).id };
  for (const url of addressesOf('tag', where)) {
    const said = new Map<string, string>();
    for (const person of readers()) {
      const { headers, body } = await asked(url, person);
      const tag = headers.etag;
      if (tag === undefined) continue;
      expect(said.get(tag) ?? body, url).toBe(body);
      said.set(tag, body);
      for (const other of readers()) {
        const known = (await asked(url, other, tag)).statusCode === 304;
        if (known) expect((await asked(url, other)).headers.etag, url).toBe(tag);
      }
    }
  }
});
