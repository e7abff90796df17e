import type { FastifyRequest } from 'fastify';

/** Reading texts, and reading and writing notes in the layers of the class; who one is. */
const operations: ReadonlySet<string> = new Set([
  ...['viewer', 'site', 'home', 'listWorks', 'plainText', 'readCitation', 'locateUnit', 'read'],
  ...['listThreads', 'readThread', 'listAnnotations', 'readAnnotation', 'locateAnnotation'],
  ...['listMarks', 'listRevisions', 'readRevision', 'readClauseCard', 'readNoteCard', 'preview'],
  ...['startThread', 'settleThread', 'reply', 'editAnnotation', 'deleteAnnotation'],
  ...['restoreAnnotation', 'withdrawRevision', 'followLive', 'tellWriting', 'listClasses'],
]);

/** Of one class or one assignment: which one it is, is asked where it is read. */
const ofClass = /^\/api\/(classes|assignments)\/:[a-z]+(\/|$)/u;

/**
 * What a session may do that is confined to a class. Whoever signs in, confirms an address or sets a
 * password proves who they are anew, so that is open to them as to everybody.
 */
export function isInClass({ routeOptions }: FastifyRequest): boolean {
  const { config, schema, url = '' } = routeOptions;
  if (config.signsIn === true) return true;
  const { operationId } = (schema ?? {}) as { readonly operationId?: string };
  return (operationId !== undefined && operations.has(operationId)) || ofClass.test(url);
}
