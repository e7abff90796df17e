import { handOver } from '#lib/server/hand-over.ts';
import type { RequestHandler } from './$types.js';

export const GET = ((event) => handOver(event, '/api/sitemap')) satisfies RequestHandler;
