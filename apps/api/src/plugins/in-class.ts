import type { FastifyContextConfig, RouteOptions } from 'fastify';

/** Reading texts and what is published on them, reading and writing notes in the layers of the class; who one is. */
const operations: ReadonlySet<string> = new Set([
  ...['viewer', 'site', 'home', 'listWorks', 'plainText', 'readCitation', 'locateUnit', 'read'],
  ...['listTextForms', 'readTextForm', 'readTextArchive'],
  ...['verify', 'readTermLedger', 'readTermOfText', 'listTermThreads'],
  ...['dtsEntry', 'dtsCollection', 'dtsNavigation', 'dtsDocument'],
  ...['readWitness', 'traceCharacter', 'traceCopy', 'listApparatus', 'readApparatusEntry'],
  ...['listThreads', 'readThread', 'listAnnotations', 'readAnnotation', 'locateAnnotation'],
  ...[
    'listMarks',
    'listVersions',
    'readVersionDifference',
    'listRevisions',
    'readRevision',
    'readClauseCard',
    'readNoteCard',
    'preview',
  ],
  ...['startThread', 'settleThread', 'reply', 'editAnnotation', 'deleteAnnotation'],
  ...['listCommentariesOn', 'listEntriesAt', 'listPublishedCommentaries', 'readRelease'],
  ...['readReleaseDocument', 'readReleaseDifference', 'readReleasedParts', 'readReleasedEntry'],
  ...[
    'readReleasedPart',
    'readEntryCard',
    'listPartThreads',
    'listReleaseFiles',
    'readReleaseFile',
    'citePage',
  ],
  ...[
    'citePageAsFile',
    'restoreAnnotation',
    'withdrawRevision',
    'followLive',
    'tellWriting',
    'listClasses',
  ],
]);

/** Of one class or one assignment: which one it is, is asked where it is read. */
const ofClass = /^\/api\/(classes|assignments)\/:[a-z]+(\/|$)/u;

/** As it is registered, and as a request has it. */
interface Route extends Pick<RouteOptions, 'schema'> {
  readonly url?: string | undefined;
  readonly config?: FastifyContextConfig | undefined;
}

/**
 * What a session may do that is confined to a class. Whoever signs in, confirms an address or sets a
 * password proves who they are anew, so that is open to them as to everybody.
 */
export function isInClass({ config, schema, url = '' }: Route): boolean {
  if (config?.signsIn === true) return true;
  const { operationId } = (schema ?? {}) as { readonly operationId?: string };
  return (operationId !== undefined && operations.has(operationId)) || ofClass.test(url);
}
