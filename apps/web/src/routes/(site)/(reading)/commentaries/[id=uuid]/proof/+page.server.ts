import type { ProofPage, ProofPart } from '@glossator/contract';
import { listPage } from '#lib/server/list-page.ts';
import { commentaryPath, loadCommentary } from '#lib/server/load-commentary.ts';
import type { PageServerLoad } from './$types.js';

/** What is written, as a release of it would be read. */
export const load = (async (event) => {
  const { commentary } = await loadCommentary(event);
  const { items, ...page } = await listPage<ProofPart, Pick<ProofPage, 'editions'>>(
    event,
    `${commentaryPath(event)}/proof`,
  );
  const numbers = new Map(
    commentary.parts
      .filter(({ removed }) => removed === null)
      .map(({ id }, index) => [id, index + 1]),
  );
  return {
    commentary,
    ...page,
    parts: items.map((part) => ({ ...part, n: numbers.get(part.id) ?? 0 })),
  };
}) satisfies PageServerLoad;
