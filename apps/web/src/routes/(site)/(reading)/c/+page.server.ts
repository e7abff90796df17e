import type { PublishedCommentary } from '@glossator/contract';
import { listPage } from '#lib/server/list-page.ts';
import type { PageServerLoad } from './$types.js';

/** All commentaries of which something is published. */
export const load = (async (event) => ({
  published: await listPage<PublishedCommentary>(event, '/api/releases'),
})) satisfies PageServerLoad;
