/** One edition, before and after a release. */
export interface TextChange {
  /** Reading text; null where lost, undefined where that version has no such segment. */
  readonly before: (uid: string) => string | null | undefined;
  readonly after: (uid: string) => string | null | undefined;
  /**
   * What a declared split, merge or move puts in the place of a unit, in document order: the unit
   * itself is among them where part of it stays. Nothing else is ever looked at.
   */
  readonly successors: ReadonlyMap<string, readonly string[]>;
}

/** Units that stand in the place of one, in order; itself alone where nothing is declared and it lives. */
export function standIns(
  uid: string,
  { successors }: Pick<TextChange, 'successors'>,
  lives: (uid: string) => boolean,
): readonly string[] {
  const found: string[] = [];
  const seen = new Set<string>();
  const visit = (each: string): void => {
    if (seen.has(each)) return;
    seen.add(each);
    const next = successors.get(each);
    // What is declared of a unit may name that unit: part of it stays.
    if (next === undefined || lives(each)) {
      if (lives(each)) found.push(each);
      for (const other of next ?? []) visit(other);
    } else for (const other of next) visit(other);
  };
  visit(uid);
  return found;
}

/** Whether several units were put together into one: it stands in another's place as well. */
export function isMerged(
  uid: string,
  successor: string,
  { successors }: Pick<TextChange, 'successors'>,
): boolean {
  return [...successors].some(([from, to]) => from !== uid && to.includes(successor));
}
