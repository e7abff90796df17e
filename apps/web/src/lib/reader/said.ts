/** What published commentaries say on what is open, as HTML of ours. */
export interface Said {
  readonly panel: string;
  /** That they say something, in a word. */
  readonly sign: string;
}

/** Null where they say nothing, or cannot be asked: a text is read without them. */
export async function loadSaid(
  fetch: typeof globalThis.fetch,
  slug: string,
  at: string,
): Promise<Said | null> {
  const answer = await fetch(`/said/${slug}/${encodeURIComponent(at)}`);
  return answer.ok ? ((await answer.json()) as Said | null) : null;
}
