import { can } from '@glossator/domain';
import type { FastifyReply } from 'fastify';
import type { Viewer } from '../../plugins/session.ts';
import { subjectOf } from '../annotations/presenter.ts';
import type { AnnotationRow } from '../annotations/rows.ts';
import { annotationType } from './annotation.ts';

/* What an address is and what may be done there, told in headers. */

const ldp = 'http://www.w3.org/ns/ldp#';
const containerLinks = `<${ldp}BasicContainer>; rel="type", <http://www.w3.org/TR/annotation-protocol/>; rel="${ldp}constrainedBy"`;
const memberLinks = `<${ldp}Resource>; rel="type", <http://www.w3.org/ns/oa#Annotation>; rel="type"`;
const reading = ['GET', 'HEAD', 'OPTIONS'];
const adding = ['POST'];
const changing = ['PUT', 'DELETE'];

const writes = ({ scope }: Viewer): boolean => scope === 'write';

/** What an address is, on every answer, refusals included (protocol §3.1 and §4.1). */
export function describeAddress(reply: FastifyReply, isContainer: boolean): void {
  if (isContainer)
    reply.header('accept-post', `${annotationType}, application/ld+json, application/json`);
  if (!reply.hasHeader('link')) reply.header('link', isContainer ? containerLinks : memberLinks);
}

/** Allow names what this asker may do: writing asks for a token, changing for one's own note. */
export function offerContainer(reply: FastifyReply, viewer: Viewer): void {
  reply.header('allow', [...reading, ...(writes(viewer) ? adding : [])].join(', '));
}

export function offerPage(reply: FastifyReply): void {
  reply.header('allow', reading.join(', ')).header('link', `<${ldp}Resource>; rel="type"`);
}

export function offerMember(reply: FastifyReply, viewer: Viewer, row: AnnotationRow | null): void {
  const isOwn = row !== null && writes(viewer) && can(viewer.actor, 'edit', subjectOf(row));
  reply
    .header('allow', [...reading, ...(isOwn ? changing : [])].join(', '))
    .header('link', memberLinks);
}

/** What a browser may be told before it asks for a page of another site. */
export function offerAbroad(reply: FastifyReply, isContainer: boolean): void {
  reply
    .header(
      'access-control-allow-methods',
      [...reading, ...(isContainer ? adding : changing)].join(', '),
    )
    .header(
      'access-control-allow-headers',
      'Accept, Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, Prefer, Slug',
    )
    .header('access-control-max-age', '86400');
}
