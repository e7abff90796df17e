import { LRUCache } from 'lru-cache';
import { TooMany } from './refusal.ts';

/*
 * Slows guessing at one account, whoever guesses. Kept in memory: each process counts for itself,
 * and a restart forgets. Refused attempts do not count, so nobody is shut out for longer than
 * `longest`; a reset link works meanwhile, since it is not a guess.
 */
interface ThrottleOptions {
  /** Failures that cost nothing. */
  readonly free: number;
  /** Seconds; waiting doubles with every failure up to this. */
  readonly longest: number;
}

interface Failures {
  readonly count: number;
  /** Milliseconds since the epoch. */
  readonly until: number;
}

export interface Throttle {
  /** Refuses while the key has to wait. */
  check(key: string): void;
  fail(key: string): void;
  /** Takes one failure back. */
  forgive(key: string): void;
  clear(key: string): void;
}

const memory = { max: 20_000, ttl: 15 * 60_000 } as const;

export function makeThrottle({ free, longest }: ThrottleOptions): Throttle {
  const failures = new LRUCache<string, Failures>(memory);
  return {
    check: (key) => {
      const left = (failures.get(key)?.until ?? 0) - Date.now();
      if (left > 0)
        throw new TooMany('Too many attempts for this account; wait.', Math.ceil(left / 1_000));
    },
    fail: (key) => {
      const count = (failures.get(key)?.count ?? 0) + 1;
      const seconds = count <= free ? 0 : Math.min(longest, 2 ** (count - free - 1));
      failures.set(key, { count, until: Date.now() + seconds * 1_000 });
    },
    forgive: (key) => {
      const known = failures.get(key);
      if (known !== undefined) failures.set(key, { count: known.count - 1, until: 0 });
    },
    clear: (key) => {
      failures.delete(key);
    },
  };
}

/** At most `most` of something for a key in a window of so many seconds. */
export function makeAllowance(
  most: number,
  seconds: number,
  refusal = 'Too many mails were asked for this address.',
): (key: string) => void {
  const used = new LRUCache<string, { count: number; since: number }>({
    max: memory.max,
    ttl: seconds * 1_000,
  });
  return (key) => {
    const window = used.get(key) ?? { count: 0, since: Date.now() };
    const left = window.since + seconds * 1_000 - Date.now();
    if (window.count >= most && left > 0) throw new TooMany(refusal, Math.ceil(left / 1_000));
    used.set(
      key,
      left > 0 ? { ...window, count: window.count + 1 } : { count: 1, since: Date.now() },
    );
  };
}
