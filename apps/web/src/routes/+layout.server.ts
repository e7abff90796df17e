import { newFormKey } from '#lib/form-key.ts';
import { asView, keysCookie, quietCookie, viewCookie } from '#lib/preferences/preferences.ts';
import type { LayoutServerLoad } from './$types.js';

/** What is fixed for a whole document: it is not asked for again while script moves between pages. */
export const load = (({ cookies }) => ({
  view: asView(cookies.get(viewCookie)),
  singleKeys: cookies.get(keysCookie) !== 'off',
  quiet: cookies.get(quietCookie) === 'on',
  formKey: newFormKey(),
})) satisfies LayoutServerLoad;
