import { problemSentence } from '#lib/problem/sentence.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async ({ parent, url }) => {
  await parent();
  const code = url.searchParams.get('refused');
  return { refused: code === null ? null : problemSentence(code) };
}) satisfies PageServerLoad;
