import type { ProblemCode, SanctionNotice } from '@glossator/contract';

/** A request that is understood and refused. The error plugin alone turns its code into a status. */
export class Refusal extends Error {
  readonly code: ProblemCode;
  /** What is stored now, for a client that was told its version is stale. */
  readonly current: unknown;

  constructor(code: ProblemCode, detail: string, current?: unknown) {
    super(detail);
    this.code = code;
    this.current = current;
  }
}

/** Too much of something: the answer says when to come back. */
export class TooMany extends Refusal {
  readonly retryAfterSeconds: number;

  constructor(detail: string, retryAfterSeconds: number) {
    super('too-many-requests', detail);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Because of what was given to the person: they are told what, why and until when. */
export class Sanctioned extends Refusal {
  readonly sanction: SanctionNotice;

  constructor(code: 'warning-unread' | 'muted' | 'banned', sanction: SanctionNotice) {
    super(
      code,
      {
        'warning-unread': 'A warning waits to be read; after that you can write publicly again.',
        muted: 'You were muted here; what you wrote is not stored.',
        banned: 'This account is banned.',
      }[code],
    );
    this.sanction = sanction;
  }
}

/** Of what some alone may read, or nobody any more. */
export const notPublic = (): Refusal =>
  new Refusal(
    'work-not-public',
    'This text is not public, and nothing is said about it in public.',
  );

// 404, not 403: an outsider must not learn that the thing exists.
export const notFound = (): Refusal =>
  new Refusal('not-found', 'There is nothing at this address.');
