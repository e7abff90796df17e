import type { HomeView } from '@glossator/contract';
import { call, required } from '#lib/server/api.ts';
import { problemSentence } from '#lib/problem/sentence.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  await event.parent();
  const { works } = required(await call<HomeView>(event, 'GET', '/api/home'));
  const query = event.url.searchParams;
  const code = query.get('refused');
  return {
    works: works.items,
    refused: code === null ? null : problemSentence(code),
    filled: Object.fromEntries(
      ['work', 'in', 'tag', 'by', 'since', 'until', 'format'].map((name) => [
        name,
        query.getAll(name).join(', '),
      ]),
    ),
    layers: query.getAll('layer'),
    kinds: query.getAll('kind'),
  };
}) satisfies PageServerLoad;
