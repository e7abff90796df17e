/** Expected failure is a value; exceptions are for bugs. */
export interface Ok<T> {
  readonly ok: true;
  readonly value: T;
}
export interface Failure<Reason extends string> {
  readonly ok: false;
  readonly reason: Reason;
}
export type Result<T, Reason extends string> = Ok<T> | Failure<Reason>;

export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

export function fail<Reason extends string>(reason: Reason): Failure<Reason> {
  return { ok: false, reason };
}
