import type { ApiConfig } from '../../config.ts';
import type { Db, Transact } from '../../db/client.ts';
import { makeAllowance, makeThrottle, type Throttle } from '../../throttle.ts';
import type { Outbox } from '../mail/service.ts';
import type { Browser } from '../sessions/service.ts';

export interface AccountDeps {
  readonly db: Db;
  readonly transact: Transact;
  readonly outbox: Outbox;
  readonly settings: ApiConfig;
  readonly guesses: Guesses;
  /** Refuses where an address was written to too often for this purpose. */
  readonly allowMail: (purpose: MailPurpose, emailKey: string) => void;
}

/** Where a request comes from. */
export interface Origin extends Browser {
  readonly network: string;
}

export interface Guesses {
  /**
   * Refuses while the account has to wait, and else counts a failure at once: attempts sent side by
   * side must not all pass before the first of them has been found wrong.
   */
  begin(emailKey: string, network: string): void;
  /** It was no guess. */
  succeed(emailKey: string, network: string): void;
}

/*
 * From one network the waits grow to a minute, so that a guesser there cannot lock the owner out for
 * longer; over all networks they stay at five seconds, which no crowd of guessers can stretch.
 */
export function makeGuesses(): Guesses {
  const near: Throttle = makeThrottle({ free: 5, longest: 60 });
  const far: Throttle = makeThrottle({ free: 50, longest: 5 });
  return {
    begin: (key, network) => {
      near.check(`${key} ${network}`);
      far.check(key);
      near.fail(`${key} ${network}`);
      far.fail(key);
    },
    succeed: (key, network) => {
      near.clear(`${key} ${network}`);
      far.forgive(key);
    },
  };
}

/** Counted apart: whoever registers with another's address must not use up the owner's reset links. */
type MailPurpose = 'register' | 'reset';

/** Five an hour: enough for mistakes, too little to fill a stranger's mailbox. */
export function makeMailAllowance(): AccountDeps['allowMail'] {
  const allow = makeAllowance(5, 3_600);
  return (purpose, emailKey) => {
    allow(`${purpose} ${emailKey}`);
  };
}
