import type { EditionView, ReadingView, WorkView } from '@glossator/contract';
import type { ThreadOrder } from '@glossator/domain';
import { browser } from '$app/env';
import type * as Reasons from '../moderation/reason-words.ts';
import { refusePage } from '../problem/refuse-page.ts';
import { heldText, holdText } from './text-cache.ts';

export interface ReadingRequest {
  readonly slug: string;
  /** `zh-cac:1.0.0,en-creemers:1.0.0`, or '' where the address pins nothing. */
  readonly pins: string;
  /** Undefined for the whole work. */
  readonly at: string | undefined;
  /** A note to bring into view. */
  readonly note: string | null;
  /** Threads to stand first. */
  readonly threads: readonly string[];
  readonly cursor: string | null;
  /** Which notes are shown, as in the address; nothing where all are. */
  readonly filter?: string;
  readonly order?: ThreadOrder | undefined;
  /** The assignment whose notes are read. */
  readonly assignment?: string | undefined;
}

export interface Reading extends Omit<ReadingView, 'work'> {
  readonly work: WorkView;
  /** What to say where a moderator has taken notes away; loaded where one is shown. */
  readonly reasons: typeof Reasons | null;
}

/** One page of the reader in one call. In the browser the text is asked for once, not per clause. */
export async function loadReading(
  fetch: typeof globalThis.fetch,
  request: ReadingRequest,
): Promise<Reading> {
  const { slug, pins, at, note, threads, cursor, order, assignment } = request;
  const held = browser ? heldText(slug, pins) : null;
  const query = new URLSearchParams(request.filter);
  if (at !== undefined) query.set('at', at);
  if (pins !== '') query.set('pins', pins);
  if (note !== null) query.set('note', note);
  for (const thread of threads) query.append('thread', thread);
  if (cursor !== null) query.set('cursor', cursor);
  if (order !== undefined) query.set('order', order);
  if (assignment !== undefined) query.set('assignment', assignment);
  if (held !== null) query.set('text', held.tag);
  const search = query.size === 0 ? '' : `?${query.toString()}`;
  const response = await fetch(`/api/works/${slug}/reading${search}`);
  if (!response.ok) {
    // Fetched when something is refused: whoever reads needs none of it.
    const { refuseReading } = await import('./rare-parts.ts');
    return refuseReading(fetch, request, response);
  }
  const view = (await response.json()) as ReadingView;
  const work = view.work ?? held?.work;
  if (work === undefined) return refusePage(503, 'temporarily-unavailable');
  if (browser) holdText({ slug, pins, tag: view.textTag, work });
  const reasons = isTakenAway(view) ? await import('../moderation/reason-words.ts') : null;
  return { ...view, work: readIn(work, view.assignment), reasons };
}

/** The work in the languages in which an assignment is read. */
function readIn(work: WorkView, assignment: ReadingView['assignment']): WorkView {
  if (assignment === null) return work;
  const asked = ({ lang }: EditionView): boolean => assignment.languages.includes(lang);
  const editions = work.editions.filter(asked);
  return editions.length === 0
    ? work
    : { ...work, editions, supplements: work.supplements.filter(asked) };
}

const isTakenAway = ({ threads, wider }: ReadingView): boolean =>
  [threads, wider].some(({ items }) =>
    items.some(({ annotations }) => annotations.some(({ state }) => state === 'hidden')),
  );
