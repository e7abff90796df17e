import cookie from '@fastify/cookie';
import jwt, { type JWT } from '@fastify/jwt';
import type { TokenScope } from '@glossator/contract';
import { visitor, type Actor } from '@glossator/domain';
import type { OpenSanction } from '../db/sanctions.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import {
  readSession,
  touchSession,
  visitorLayers,
  type SessionRow,
} from '../features/sessions/repository.ts';
import { touchToken } from '../features/tokens/repository.ts';
import { tokenHolder } from '../features/tokens/service.ts';
import { findViewAs, type ViewAs } from '../features/view-as/find.ts';
import { Refusal } from '../refusal.ts';
import { isInClass } from './in-class.ts';
// Commands read this file without the application: it says itself what it is given.
import type {} from './services.ts';

/** Who is behind a request, read from the session's row each time. */
export interface Viewer {
  readonly actor: Actor;
  readonly sessionId: string | null;
  /** What the token may do by which the request speaks for a person; absent in a browser. */
  readonly scope?: TokenScope;
  readonly person: {
    readonly id: string;
    readonly name: string;
    readonly handle: string;
    readonly email: string;
    readonly locale: 'en' | 'zh-Hans';
  } | null;
  /** Ids of the layers this viewer sees. */
  readonly layers: readonly number[];
  /** Those of them that are of no class, where some are: what is read where no assignment is. */
  readonly outside?: readonly number[];
  /** Ids of the works that are not public and that this viewer may read. */
  readonly works: readonly number[];
  /** What holds of them now; absent where nobody is there to be shown it. */
  readonly sanctions?: readonly OpenSanction[];
  /** Whose eyes their session looks at a class with: only where they may, now. */
  readonly viewAs?: ViewAs;
  /** Who they are themselves, where `actor` is whose eyes they look with. */
  readonly self?: Actor;
}

/** As the cookie of a session holds it: a class, and one of its students or nobody. */
export type ViewAsClaim = readonly [classId: string, student: string | null];

declare module 'fastify' {
  interface FastifyRequest {
    viewer: Viewer;
  }
  interface FastifyInstance {
    startSession(reply: FastifyReply, sessionId: string, viewAs?: ViewAsClaim): void;
    endSession(reply: FastifyReply): void;
    /** Who a viewer is now; null where their session has ended. */
    renewViewer(viewer: Viewer): Promise<Viewer | null>;
  }
}

const unsafe = (method: string): boolean => !['GET', 'HEAD', 'OPTIONS'].includes(method);

const asViewer = ({
  id,
  person,
  actor,
  sanctions,
  layers,
  outside,
  works,
}: SessionRow): Viewer => ({
  actor,
  sessionId: id,
  person,
  sanctions,
  layers,
  outside,
  works,
});

interface Signed {
  readonly id: string;
  readonly isOldKey: boolean;
  readonly as: ViewAsClaim | undefined;
}

/** What a token may read; it writes notes alone, and never sees or changes an account. */
const readable = ['texts', 'annotations', 'search', 'w3c'];
const writable = ['annotations', 'w3c'];

function isWithin(scope: TokenScope, { method, routeOptions }: FastifyRequest): boolean {
  const schema = routeOptions.schema as { readonly tags?: readonly string[] } | undefined;
  const [tag = ''] = schema?.tags ?? [];
  return unsafe(method) ? scope === 'write' && writable.includes(tag) : readable.includes(tag);
}

const bearer = (header: string | undefined): string | null =>
  /^bearer\s+(\S{1,200})$/i.exec(header ?? '')?.[1] ?? null;

async function plugin(app: FastifyInstance): Promise<void> {
  const { origin, keys } = app.settings;
  const secure = origin.protocol === 'https:';
  // Some browsers drop Secure cookies on plain http, so the name follows the scheme.
  const cookieName = secure ? '__Host-session' : 'session';
  const cookieOptions = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;

  await app.register(cookie);
  for (const [n, key] of keys.entries())
    await app.register(jwt, {
      namespace: `key${String(n)}`,
      secret: key,
      sign: { algorithm: 'HS256' },
      // The row decides how long a session lives; no clock but the database's is asked.
      verify: { algorithms: ['HS256'], ignoreExpiration: true, cache: 1_000 },
    });
  const signers = keys.map((_key, n): JWT => {
    const all = app.jwt as JWT & Record<string, JWT | undefined>;
    const one = all[`key${String(n)}`];
    if (one === undefined) throw new Error('a signing key was not registered');
    return one;
  });

  function sessionIn(token: string): Signed | null {
    for (const [n, signer] of signers.entries()) {
      try {
        const { sid, as } = signer.verify<{ sid?: unknown; as?: ViewAsClaim }>(token);
        return typeof sid === 'string' ? { id: sid, isOldKey: n > 0, as } : null;
      } catch {
        // An older key may still verify it.
      }
    }
    return null;
  }

  async function viewerOf(request: FastifyRequest, reply: FastifyReply): Promise<Viewer> {
    const token = request.cookies[cookieName];
    const signed = token === undefined ? null : sessionIn(token);
    const session = signed === null ? null : await readSession(app.db, signed.id);
    if (session === null)
      return {
        actor: visitor,
        sessionId: null,
        person: null,
        layers: await visitorLayers(app.db),
        works: [],
      };
    // So that the old key can be taken away without signing everybody out.
    if (signed?.isOldKey === true) app.startSession(reply, session.id, signed.as);
    if (session.stale) await touchSession(app.db, session.id);
    const viewAs = signed?.as === undefined ? null : await findViewAs(app.db, session, signed.as);
    return { ...asViewer(session), ...(viewAs === null ? {} : { viewAs }) };
  }

  async function holderOf(
    request: FastifyRequest,
    reply: FastifyReply,
    token: string,
  ): Promise<Viewer> {
    const holder = await tokenHolder(app.db, token);
    if (holder === null) {
      reply.header('www-authenticate', 'Bearer error="invalid_token"');
      throw new Refusal('token-unknown', 'This access token is not known, or has ended.');
    }
    const { id, scope, actor, person, sanctions, layers, works } = holder;
    // Where nothing is, nothing is done: which methods there are is said to everybody.
    if (!request.is404 && !isWithin(scope, request)) {
      reply.header('www-authenticate', 'Bearer error="insufficient_scope"');
      throw new Refusal('token-scope', 'This access token may not do that.');
    }
    if (holder.stale) await touchToken(app.db, id);
    return { actor, sessionId: null, person, sanctions, layers, works, scope };
  }

  app.decorate('renewViewer', async ({ sessionId }: Viewer) => {
    const now = sessionId === null ? null : await readSession(app.db, sessionId);
    return now === null ? null : asViewer(now);
  });
  app.decorateRequest('viewer');
  app.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.config.public === true) return;
    // A program that names its token is no browser: neither its cookies nor its origin count.
    const token = bearer(request.headers.authorization);
    if (token !== null) {
      request.viewer = await holderOf(request, reply, token);
      return;
    }
    if (request.routeOptions.config.byToken === true) {
      reply.header('www-authenticate', 'Bearer');
      throw new Refusal('token-required', 'Programs write here, with an access token.');
    }
    const hasCookie = request.cookies[cookieName] !== undefined;
    if (unsafe(request.method)) {
      const from = request.headers.origin;
      if (from === undefined ? hasCookie : from !== origin.origin)
        throw new Refusal('origin-refused', 'This request did not come from a page of this site.');
    }
    request.viewer = await viewerOf(request, reply);
    if (
      unsafe(request.method) &&
      hasCookie &&
      request.viewer.person === null &&
      request.routeOptions.config.signsIn !== true
    )
      throw new Refusal('session-ended', 'This session has ended; sign in again.');
  });

  // What such a session may do is listed: a route that nobody thought of is refused.
  app.addHook('onRequest', async (request) => {
    if (request.routeOptions.config.public === true || request.is404) return;
    if (request.viewer.actor.within === undefined || isInClass(request.routeOptions)) return;
    throw new Refusal('session-confined', 'This session is for one class alone.');
  });

  app.decorate('startSession', (reply: FastifyReply, sessionId: string, viewAs?: ViewAsClaim) => {
    const [newest] = signers;
    if (newest === undefined) throw new Error('there is no signing key');
    const token = newest.sign({ sid: sessionId, ...(viewAs === undefined ? {} : { as: viewAs }) });
    reply.setCookie(cookieName, token, { ...cookieOptions, maxAge: 180 * 24 * 60 * 60 });
  });
  app.decorate('endSession', (reply: FastifyReply) => {
    reply.clearCookie(cookieName, cookieOptions);
  });
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Asks for nobody: no session is read and no database is needed. */
    public?: boolean;
    /** For programs with a token alone: no cookie is looked at, whatever page it comes from. */
    byToken?: boolean;
    /** Works with a dead cookie: it starts or ends a session. */
    signsIn?: boolean;
  }
}

export const session = fp(plugin, { name: 'session', dependencies: ['services', 'errors'] });
