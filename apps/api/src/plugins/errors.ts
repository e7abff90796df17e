import { problemCodes, type Problem, type ProblemCode } from '@glossator/contract';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import pg from 'pg';
import { breaks } from '../db/constraint.ts';
import { notPublic, Refusal, Sanctioned, TooMany } from '../refusal.ts';

/** What Fastify and its plugins call things, in our words. */
const fastifyCodes: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_VALIDATION: 'request-malformed',
  FST_ERR_CTP_INVALID_JSON_BODY: 'body-not-json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'body-not-json',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'request-malformed',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'media-type-unsupported',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_BAD_URL: 'address-malformed',
  FST_ERR_MAX_PARAM_LENGTH: 'address-too-long',
};

// Connection failures, shutdowns and lost races of PostgreSQL: the request may be tried again.
const unavailable =
  /^(08...|40001|40P01|53300|57P0[123]|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/;

/*
 * What the database cannot hold, whatever the schema of a request let through: characters that no
 * text has (NUL), moments that no calendar has, and numbers beyond any that it counts to.
 */
const unholdable: Readonly<Record<string, readonly [ProblemCode, string]>> = {
  '22021': ['text-malformed', 'There are characters in it that no text has.'],
  '22P05': ['text-malformed', 'There are characters in it that no text has.'],
  '22003': ['request-malformed', 'There is a number in it that is too great.'],
  '22008': ['request-malformed', 'There is a day or time in it that no calendar has.'],
  '22009': ['request-malformed', 'There is a time zone in it that no place has.'],
};

function refusedByDatabase(error: unknown): Problem | null {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause)
    if (cause instanceof pg.DatabaseError) {
      const known = unholdable[cause.code ?? ''];
      return known === undefined ? null : problem(...known);
    }
  return null;
}

function isUnavailable(error: unknown): boolean {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string' && unavailable.test(cause.code))
      return true;
    if (
      /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/.test(
        cause.message,
      )
    )
      return true;
  }
  return false;
}

/** What was meant for the public is about a text that is not, or was withdrawn meanwhile. */
const isOfHiddenWork = (error: unknown): boolean => breaks(error, 'work_public');

/** The person was erased while this request was under way. */
const isErasedWriter = (error: unknown): boolean => breaks(error, 'writer_active');

function problem(code: ProblemCode, detail?: string): Problem {
  return {
    type: 'about:blank',
    title: code.replaceAll('-', ' '),
    status: problemCodes[code],
    code,
    ...(detail === undefined ? {} : { detail }),
  };
}

function describe(error: FastifyError): Problem {
  if (error instanceof Refusal)
    return {
      ...problem(error.code, error.message),
      ...(error.current === undefined ? {} : { current: error.current }),
      ...(error instanceof Sanctioned ? { sanction: error.sanction } : {}),
    };
  if (error.validation !== undefined) {
    const context = error.validationContext ?? '';
    return {
      ...problem('request-malformed', error.message.slice(0, 500)),
      errors: error.validation.slice(0, 20).map((each) => ({
        pointer: `/${context}${each.instancePath}`,
        detail: each.message ?? 'is not as it must be',
      })),
    };
  }
  const code = fastifyCodes[error.code];
  if (code !== undefined) return problem(code, error.message);
  if (error.statusCode === 429) return problem('too-many-requests', error.message);
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
    return { ...problem('request-malformed', error.message), status: error.statusCode };
  if (isOfHiddenWork(error)) {
    const { code, message } = notPublic();
    return problem(code, message);
  }
  if (isErasedWriter(error)) return problem('session-ended', 'This account has been deleted.');
  if (isUnavailable(error))
    return problem('temporarily-unavailable', 'The database does not answer; try again shortly.');
  return refusedByDatabase(error) ?? problem('internal-error');
}

function send(reply: FastifyReply, body: Problem): FastifyReply {
  if (body.status === 503) reply.header('retry-after', '2');
  return reply
    .code(body.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify(body));
}

/** The methods an address is known under, learnt while the routes are registered. */
class KnownAddresses {
  readonly #methods = new Map<string, { pattern: RegExp; methods: Set<string> }>();

  learn(url: string, methods: readonly string[]): void {
    const known = this.#methods.get(url) ?? {
      pattern: new RegExp(`^${url.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/]+')}$`),
      methods: new Set<string>(),
    };
    for (const method of methods) known.methods.add(method);
    this.#methods.set(url, known);
  }

  methodsOf(url: string): string[] {
    return [...this.#methods.values()].flatMap(({ pattern, methods }) =>
      pattern.test(url) ? [...methods] : [],
    );
  }
}

/** Refusals from before any route is found: an address that is no address. */
export function refuseAddress(
  error: FastifyError,
  _request: FastifyRequest,
  reply: FastifyReply,
): void {
  void send(reply, describe(error));
}

export const errors = fp(
  (app: FastifyInstance, _options, done) => {
    app.setErrorHandler<FastifyError>((error, request, reply) => {
      const body = describe(error);
      if (error instanceof TooMany) reply.header('retry-after', String(error.retryAfterSeconds));
      if (body.status >= 500 && !(error instanceof Refusal))
        request.log.error({ err: error }, 'request failed');
      return send(reply, body);
    });
    const known = new KnownAddresses();
    app.addHook('onRoute', ({ url, method }) => {
      known.learn(url, [method].flat());
    });
    app.setNotFoundHandler((request, reply) => {
      // The router finds a route by method and address together: say which of the two is wrong.
      const allowed = known.methodsOf(request.url.split('?')[0] ?? '/').join(', ');
      if (allowed === '')
        return send(reply, problem('not-found', 'There is nothing at this address.'));
      return send(
        reply.header('allow', allowed),
        problem('method-not-allowed', `Here only ${allowed}.`),
      );
    });
    done();
  },
  { name: 'errors' },
);
