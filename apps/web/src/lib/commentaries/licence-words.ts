import type { Licence } from '@glossator/domain';
import { m } from '#lib/paraglide/messages.js';

/** What each licence lets others do, in one sentence; its text is the licence itself. */
export const licenceWords = {
  'CC0-1.0': m.com_licence_cc0,
  'CC-BY-4.0': m.com_licence_by,
  'CC-BY-SA-4.0': m.com_licence_by_sa,
  'CC-BY-NC-4.0': m.com_licence_by_nc,
  'CC-BY-NC-SA-4.0': m.com_licence_by_nc_sa,
  'CC-BY-ND-4.0': m.com_licence_by_nd,
  'CC-BY-NC-ND-4.0': m.com_licence_by_nc_nd,
  'all-rights-reserved': m.com_licence_none,
} as const satisfies Record<Licence, () => string>;

export const licenceName = (licence: Licence): string =>
  licence === 'all-rights-reserved' ? m.com_licence_reserved() : licence.replaceAll('-', ' ');
