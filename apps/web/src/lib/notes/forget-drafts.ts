/** Removes what a person was writing from this browser; another's drafts stay. */
export function forgetDrafts(person: string): void {
  try {
    for (const key of Object.keys(localStorage))
      if (key.startsWith(`draft:${person}:`)) localStorage.removeItem(key);
  } catch {
    // Storage that is forbidden holds nothing.
  }
}
