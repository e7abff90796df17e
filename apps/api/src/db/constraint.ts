/** True where the database refused something by this constraint; a query's own error wraps the cause. */
export function breaks(error: unknown, constraint: string): boolean {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause)
    if ('constraint' in cause && cause.constraint === constraint) return true;
  return false;
}
