/*
 * x.y.z of an edition. A correction leaves every address as it was and counts up z; a change of
 * structure counts up y in every edition of the work at once, for they share their addresses. x is
 * the text that an edition is of: another witness or another translation is another x, and is never
 * reached by declaring changes.
 */

export function nextVersion(version: string, isStructural: boolean): string {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  return isStructural
    ? `${String(major)}.${String(minor + 1)}.0`
    : `${String(major)}.${String(minor)}.${String(patch + 1)}`;
}

/** Below zero where the first is the earlier. */
export function compareVersions(left: string, right: string): number {
  const a = left.split('.').map(Number);
  const b = right.split('.').map(Number);
  const at = [0, 1, 2].find((n) => a[n] !== b[n]);
  return at === undefined ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
