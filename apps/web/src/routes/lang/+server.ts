import { redirect } from '@sveltejs/kit';
import { asLocale } from '#lib/i18n/as-locale.ts';
import { localPath } from '#lib/local-path.ts';
import { cookieName } from '#lib/paraglide/runtime.js';
import { yearInSeconds } from '#lib/preferences/preferences.ts';
import { formText } from '#lib/server/form-text.ts';
import type { RequestHandler } from './$types.js';

/** The language switch: a form, so that it works without script. */
export const POST = (async ({ request, cookies, url }) => {
  const data = await request.formData();
  const locale = asLocale(formText(data, 'locale'));
  if (locale !== undefined) {
    cookies.set(cookieName, locale, {
      path: '/',
      maxAge: yearInSeconds,
      sameSite: 'lax',
      httpOnly: false,
      secure: url.protocol === 'https:',
    });
  }
  redirect(303, localPath(formText(data, 'back')));
}) satisfies RequestHandler;
