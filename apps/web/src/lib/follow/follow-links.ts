import { m } from '#lib/paraglide/messages.js';

/** Between the two pages of following. */
export const followLinks = () => [
  { href: '/notices', text: m.notices_title() },
  { href: '/following', text: m.follow_title() },
];
