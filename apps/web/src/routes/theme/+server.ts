import { redirect } from '@sveltejs/kit';
import { localPath } from '#lib/local-path.ts';
import { asTheme, themeCookie, yearInSeconds } from '#lib/preferences/preferences.ts';
import { formText } from '#lib/server/form-text.ts';
import type { RequestHandler } from './$types.js';

/** The switch between light, dark and the system's choice. */
export const POST = (async ({ request, cookies, url }) => {
  const data = await request.formData();
  cookies.set(themeCookie, asTheme(formText(data, 'theme')), {
    path: '/',
    maxAge: yearInSeconds,
    sameSite: 'lax',
    httpOnly: false,
    secure: url.protocol === 'https:',
  });
  redirect(303, localPath(formText(data, 'back')));
}) satisfies RequestHandler;
