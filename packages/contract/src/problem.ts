import { Type, type Static } from 'typebox';
import { closed } from './common.ts';
import { SanctionNotice } from './sanction.ts';

/**
 * Stable codes of refusal (RFC 9457 problem details carry one each). The interface has a sentence
 * for every code; `detail` is English for developers.
 */
export const problemCodes = {
  'request-malformed': 400,
  'body-not-json': 400,
  'cursor-unknown': 400,
  'address-malformed': 400,
  'text-malformed': 400,
  'annotation-malformed': 400,
  'token-unusable': 400,
  'sign-in-required': 401,
  'sign-in-refused': 401,
  'session-ended': 401,
  'token-unknown': 401,
  'token-required': 401,
  'not-allowed': 403,
  'token-scope': 403,
  'origin-refused': 403,
  'registration-closed': 403,
  'invitation-required': 403,
  'edition-withheld': 403,
  'warning-unread': 403,
  muted: 403,
  banned: 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'not-acceptable': 406,
  'version-stale': 409,
  'state-changed': 409,
  'key-reused': 409,
  'restore-too-late': 409,
  'revision-current': 409,
  'import-open': 409,
  'others-wrote': 409,
  'tokens-too-many': 409,
  'drafts-too-many': 409,
  'audience-wider': 409,
  'property-fixed': 409,
  'target-answered': 409,
  'sanction-stands': 409,
  gone: 410,
  'precondition-failed': 412,
  'body-too-large': 413,
  'address-too-long': 414,
  'media-type-unsupported': 415,
  'address-unknown': 422,
  'citation-unknown': 422,
  'range-reversed': 422,
  'version-unknown': 422,
  'pointing-mismatch': 422,
  'pointing-outside': 422,
  'pointing-too-long': 422,
  'words-absent': 422,
  'words-ambiguous': 422,
  'entry-unknown': 422,
  'person-unknown': 422,
  'zone-unknown': 422,
  'tags-malformed': 422,
  'target-unresolved': 422,
  'property-unsupported': 422,
  'iri-refused': 422,
  'import-empty': 422,
  'import-unreadable': 422,
  'import-too-many': 422,
  'search-too-long': 422,
  'search-operator': 422,
  'search-empty': 422,
  'password-too-short': 422,
  'password-too-long': 422,
  'password-wrong': 422,
  'email-malformed': 422,
  'name-empty': 422,
  'precondition-required': 428,
  'too-many-requests': 429,
  'internal-error': 500,
  'temporarily-unavailable': 503,
} as const satisfies Record<string, number>;

export type ProblemCode = keyof typeof problemCodes;

export const Problem = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    code: Type.String(),
    detail: Type.Optional(Type.String()),
    /** JSON pointers to what was wrong in the request. */
    errors: Type.Optional(
      Type.Array(Type.Object({ pointer: Type.String(), detail: Type.String() }, closed)),
    ),
    /** The stored state, where a stale version was refused. */
    current: Type.Optional(Type.Unknown()),
    /** What was given to the person, where it is the reason: why, in which words, until when. */
    sanction: Type.Optional(SanctionNotice),
  },
  closed,
);
export type Problem = Static<typeof Problem>;
