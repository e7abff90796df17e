import { expect, test } from 'vitest';
import { ownApp } from './support/index.ts';

interface Operation {
  operationId?: string;
  summary?: string;
  tags?: string[];
  parameters?: { name: string; in: string; schema?: unknown }[];
  responses?: Record<string, { content?: Record<string, { schema?: unknown }> }>;
}
interface Document {
  openapi: string;
  tags: { name: string }[];
  paths: Record<string, Record<string, Operation>>;
}

test('every operation has an id of its own, a summary, a known tag and described answers', async () => {
  const { app } = await ownApp();
  const answer = await app.inject({ url: '/api/openapi.json' });
  const document = answer.json<Document>();
  expect(document.openapi).toMatch(/^3\.1\./);
  const tags = document.tags.map(({ name }) => name);
  const ids = new Set<string>();
  let count = 0;
  for (const [path, methods] of Object.entries(document.paths))
    for (const [method, operation] of Object.entries(methods)) {
      const where = `${method} ${path}`;
      count += 1;
      expect(operation.operationId, where).toMatch(/^[a-z][A-Za-z]+$/);
      ids.add(operation.operationId ?? '');
      expect(operation.summary, where).toMatch(/^\p{Lu}.*[^.]$/u);
      expect(operation.tags, where).toHaveLength(1);
      expect(tags, where).toContain(operation.tags?.[0]);
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = (operation.parameters ?? []).filter((each) => each.in === 'path');
      expect(declared.map(({ name }) => name).sort(), where).toEqual(inPath.sort());
      const responses = operation.responses ?? {};
      expect(Object.keys(responses), where).toEqual(expect.arrayContaining(['4XX', '5XX']));
      expect(
        Object.keys(responses).filter((status) => /^[23]\d\d$/.test(status)).length,
        where,
      ).toBeGreaterThan(0);
    }
  expect(count).toBeGreaterThan(30);
  expect(ids.size).toBe(count);
});
