import { expect, test } from 'vitest';
import { routes } from './routes/index.ts';
import { pathClasses } from './routes/rule.ts';
import { ownApp, type TestApp } from './support/index.ts';

/** Not described by the API itself, and why they tell nobody of notes. */
const undescribed: Readonly<Record<string, string>> = {
  'GET /api/openapi.json': 'it describes routes',
  'OPTIONS /api/w3c/:work/': 'it says which methods there are',
  'OPTIONS /api/w3c/:work/:name': 'it says which methods there are',
  'GET /api/w3c/:work': 'it leads to the container',
};

test('the table names every route that the app answers', async () => {
  const site = await ownApp();
  const named = Object.keys(routes).map((route) => route.replaceAll(/\{(\w+)\}/g, ':$1'));
  expect(answered(site).sort()).toEqual([...named, ...Object.keys(undescribed)].sort());
});

test('the table has addresses or a stream for every class of paths', () => {
  const used = Object.values(routes).flatMap(({ tells }) =>
    tells.kind === 'reads' || tells.kind === 'streams' ? tells.as : [],
  );
  expect([...new Set(used)].sort()).toEqual(Object.keys(pathClasses).sort());
});

/** Every route of the app, described or not, from the tree of its router. */
function answered({ app }: TestApp): string[] {
  const path: string[] = [];
  const found: string[] = [];
  for (const line of app.printRoutes({ commonPrefix: false }).split('\n')) {
    const [, indent, part, methods] = /^([│ ]*)[├└]── (\S*)(?: \((.*)\))?$/.exec(line) ?? [];
    if (indent === undefined || part === undefined) continue;
    path.splice(indent.length / 4, Infinity, part);
    for (const method of methods?.split(', ') ?? [])
      if (method !== 'HEAD') found.push(`${method} ${path.join('')}`);
  }
  return found;
}
