import { handOn } from '#lib/server/hand-on.ts';
import type { RequestHandler } from './$types.js';

export const GET = ((event) =>
  handOn(event, '/api/sitemap', 'if-none-match')) satisfies RequestHandler;
