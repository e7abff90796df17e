import type { CasePage, CaseView } from '@glossator/contract';
import type { RequestEvent } from '@sveltejs/kit';
import { call } from './api.ts';

/** Of those that wait: so many are looked through for one that is free. */
const lookedThrough = 100;
/** Others reach for the same cases at the same moment; one of a few is left. */
const tries = 5;

const isFree = ({ state, claim, abilities }: CaseView): boolean =>
  state === 'open' && abilities.decide && (claim === null || claim.mine);

/**
 * The case to go to after one is decided: that which came after it, else the first that waits and that
 * nobody looks at; empty where there is none. It is claimed before anybody is sent there, so that two
 * who decide at the same moment are not led to the same one.
 */
export async function nextCase(
  event: RequestEvent,
  { asked, after }: { readonly asked: string; readonly after: string },
): Promise<string> {
  const pathOf = (id: string) => `/api/moderation/cases/${encodeURIComponent(id)}` as const;
  const take = async (id: string): Promise<boolean> =>
    (await call<CaseView>(event, 'PUT', `${pathOf(id)}/claim`)).ok;

  if (after !== '') {
    const wanted = await call<CaseView>(event, 'GET', pathOf(after));
    if (wanted.ok && isFree(wanted.value) && (await take(after))) return after;
  }
  const query = `limit=${String(lookedThrough)}${asked === '' ? '' : `&${asked}`}` as const;
  const list = await call<CasePage>(event, 'GET', `/api/moderation/cases?${query}`);
  const free = list.ok ? list.value.items.filter(isFree) : [];
  for (const { id } of free.slice(0, tries)) if (await take(id)) return id;
  return '';
}
