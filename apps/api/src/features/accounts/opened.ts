import type { ViewerView } from '@glossator/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { networkOf } from '../../plugins/rate-limits.ts';
import { deviceName, type Opened } from '../sessions/service.ts';
import type { Origin } from './deps.ts';

export function originOf(request: FastifyRequest): Origin {
  return {
    network: networkOf(request.ip),
    device: deviceName(request.headers['user-agent']),
    sessionId: request.viewer.sessionId,
  };
}

/** Gives the browser its new session and says who it is now. */
export function answerOpened(
  reply: FastifyReply,
  { sessionId, viewer }: Opened,
  status = 201,
): ViewerView {
  reply.server.startSession(reply, sessionId);
  reply.code(status);
  return viewer;
}
