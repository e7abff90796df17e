import { unsubscribeScopes } from '@glossator/contract';
import type { PageServerLoad } from './$types.js';

export const load = (({ url }) => {
  const asked = url.searchParams.get('scope');
  return { scope: unsubscribeScopes.find((scope) => scope === asked) ?? 'all' };
}) satisfies PageServerLoad;
