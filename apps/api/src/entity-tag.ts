/** Whether a client has what this strong entity tag names already, by its If-None-Match (RFC 9110 §13.1.2). */
export function hasAlready(ifNoneMatch: string | undefined, tag: string): boolean {
  const known = (ifNoneMatch ?? '').split(',').map((each) => each.trim());
  return known.some((each) => each === '*' || each.replace(/^W\//, '') === tag);
}

/** Whether what this client has is still one of these states, by its If-Match (RFC 9110 §13.1.1). */
export function isStill(ifMatch: string, tags: readonly string[]): boolean {
  const known = ifMatch.split(',').map((each) => each.trim());
  return known.some((each) => each === '*' || tags.includes(each));
}
