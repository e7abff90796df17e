export interface Due {
  /** One that is due and not among these; null where there is none. */
  readonly next: (except: readonly string[]) => Promise<string | null>;
  readonly work: (id: string) => Promise<unknown>;
}

/**
 * A bit of work for `repeat`: one of those that are due. What fails is passed by, so that others go on,
 * and thrown when there is nothing else: it is told, and tried again after a while.
 */
export function oneByOne({ next, work }: Due): () => Promise<boolean> {
  let passedBy: readonly string[] = [];
  let failed: readonly Error[] = [];
  return async () => {
    const id = await next(passedBy);
    if (id !== null) {
      try {
        await work(id);
      } catch (cause) {
        failed = [...failed, new Error(`${id} failed`, { cause })];
      }
      // What another process is at would be found again at once.
      passedBy = [...passedBy, id];
      return true;
    }
    const errors = failed;
    [passedBy, failed] = [[], []];
    if (errors.length > 0) throw new AggregateError(errors, 'some of what was due failed');
    return false;
  };
}
