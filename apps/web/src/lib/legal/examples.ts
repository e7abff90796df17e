import { m } from '#lib/paraglide/messages.js';

/** Addresses of the shipped work that the page shows as patterns; each opens. */
export const addressExamples = [
  { path: '/t/ncss-2016/4.3.1.2', what: m.legal_about_example_clause },
  { path: '/t/ncss-2016/4.3.1.2-4.3.2.1', what: m.legal_about_example_range },
  { path: '/t/ncss-2016@zh-cac:1.0.0/4.3.1.2', what: m.legal_about_example_pinned },
  { path: '/t/ncss-2016.zh-cac.txt', what: m.legal_about_example_plain },
] as const;
