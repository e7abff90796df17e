import { asLocale } from '#lib/i18n/as-locale.ts';
import { defineCustomClientStrategy } from '#lib/paraglide/runtime.js';

// The browser speaks as the server did, or hydration would change the language.
defineCustomClientStrategy('custom-negotiated', {
  getLocale: () => asLocale(document.documentElement.lang),
  setLocale: () => undefined,
});
