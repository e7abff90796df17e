import { m } from '#lib/paraglide/messages.js';

export interface Way {
  readonly href: string;
  readonly text: string;
}

/** The way back to the work where an address of it opened nothing. */
export function ways(pathname: string): readonly Way[] {
  const match = /^\/t\/([a-z0-9-]{1,64})(@[^/]*)?(?:\/([^/]*))?$/.exec(pathname);
  if (match === null) return [];
  const [, slug = '', pins = '', address = ''] = match;
  // Where the bare work itself was refused it is no way out.
  if (address !== '') return [{ href: `/t/${slug}${pins}`, text: m.error_open_work() }];
  return pins === '' ? [] : [{ href: `/t/${slug}`, text: m.error_open_work() }];
}
