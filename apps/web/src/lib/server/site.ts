import type { SiteView } from '@glossator/contract';
import type { RequestEvent } from '@sveltejs/kit';
import { call, required } from './api.ts';

/** How the site is run: registration, mail, imprint and contact. */
export async function siteOf(event: RequestEvent): Promise<SiteView> {
  return required(await call<SiteView>(event, 'GET', '/api/site'));
}
