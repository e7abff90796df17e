import type { Rule } from './rule.ts';

/** Answered as to anybody who has an account: texts, what is published on them, who one is, ways to prove it anew. */
const asAnybody: readonly string[] = [
  'GET /api/session',
  'POST /api/accounts',
  'POST /api/accounts/confirmation',
  'POST /api/accounts/reset-request',
  'POST /api/accounts/reset',
  'POST /api/claim',
  'POST /api/session',
  'DELETE /api/session',
  'GET /api/works/{slug}/threads',
  'GET /api/classes',
  'GET /api/class-invitation',
  'POST /api/class-invitation/refusal',
  'GET /api/class-sign-in',
  'POST /api/class-sign-in',
  'POST /api/class-guests',
  'GET /api/live',
  'GET /api/works/{slug}/marks',
  'POST /api/unsubscribe',
  'GET /api/health/live',
  'GET /api/health/ready',
  'GET /api/home',
  'GET /api/works',
  'GET /api/works/{slug}/reading',
  'GET /api/works/{slug}/editions/{edition}/text',
  'GET /api/works/{slug}/forms',
  'GET /api/works/{slug}/forms/{form}',
  'GET /api/works/{slug}/archive',
  'GET /api/dts',
  'GET /api/dts/collection',
  'GET /api/dts/navigation',
  'GET /api/dts/document',
  'GET /api/works/{slug}/address',
  'GET /api/works/{slug}/witness',
  'GET /api/works/{slug}/witness/lines/{line}/{column}',
  'GET /api/works/{slug}/trace',
  'GET /api/works/{slug}/apparatus',
  'GET /api/works/{slug}/apparatus/{edition}/{number}',
  'GET /api/units/{uid}',
  'GET /api/works/{slug}/versions',
  'GET /api/works/{slug}/versions/{edition}/difference',
  'POST /api/verify',
  'GET /api/works/{slug}/terms',
  'GET /api/works/{slug}/terms/{term}',
  'GET /api/works/{slug}/terms/{term}/threads',
  'GET /api/site',
  'GET /api/works/{slug}/card',
  'POST /api/preview',
  'POST /api/objection',
  'GET /api/works/{slug}/commentaries',
  'GET /api/works/{slug}/entries',
  'GET /api/releases',
  'GET /api/releases/{slug}',
  'GET /api/releases/{slug}/document',
  'GET /api/releases/{slug}/difference',
  'GET /api/releases/{slug}/parts',
  'GET /api/releases/{slug}/parts/{n}',
  'GET /api/releases/{slug}/entries/{label}',
  'GET /api/releases/{slug}/entries/{label}/card',
  'GET /api/releases/{slug}/entries/{label}/threads',
  'GET /api/releases/{slug}/files',
  'GET /api/releases/{slug}/files/{format}',
  'GET /api/citations',
  'GET /api/citations/file',
];

/** A public note is none to such a session. */
const outside: readonly string[] = [
  'GET /api/threads/{id}',
  'GET /api/threads/{id}/annotations',
  'POST /api/threads/{id}/resolution',
  'GET /api/annotations/{id}',
  'GET /api/annotations/{id}/location',
  'GET /api/annotations/{id}/revisions',
  'GET /api/annotations/{id}/revisions/{number}',
  'POST /api/annotations/{id}/revisions/{number}/withdrawal',
  'POST /api/annotations/{id}/replies',
  'PUT /api/annotations/{id}',
  'DELETE /api/annotations/{id}',
  'POST /api/annotations/{id}/restore',
  'POST /api/live/writing',
  'GET /api/annotations/{id}/card',
];

/**
 * What a session answers that is confined to one class: another class, and assignments of one, are
 * none to it; all that is not named here is refused.
 */
export function inClass(route: string, { statuses }: Rule): number {
  if (asAnybody.includes(route)) return statuses[1];
  if (/^(POST|PUT|DELETE) \/api\/w3c\//u.test(route)) return 401;
  if (outside.includes(route) || /\/api\/(classes|assignments)\/\{/u.test(route)) return 404;
  return 403;
}
