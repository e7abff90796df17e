import { m } from '#lib/paraglide/messages.js';

export interface Way {
  readonly href: string;
  readonly text: string;
}

/** The nearest things to do where a reader's address opened nothing. */
export function ways(
  pathname: string,
  code: string | undefined,
  nearest: string | undefined,
): readonly Way[] {
  const match = /^\/t\/([a-z0-9-]{1,64})(@[^/]*)?(?:\/([^/]*))?$/.exec(pathname);
  if (match === null) return [];
  const [, slug = '', pins = '', address = ''] = match;
  const work = `/t/${slug}${pins}`;
  const found: Way[] = [];
  const [from = '', to = ''] = address.split('-');
  if (code === 'range-reversed' && to !== '') {
    found.push({
      href: `${work}/${to}-${from}`,
      text: m.error_open_range({ address: `${to}-${from}` }),
    });
  } else if (nearest !== undefined) {
    found.push({ href: `${work}/${nearest}`, text: m.error_open_container({ address: nearest }) });
  }
  // Where the bare work itself was refused it is no way out.
  if (address !== '') found.push({ href: work, text: m.error_open_work() });
  else if (pins !== '') found.push({ href: `/t/${slug}`, text: m.error_open_work() });
  return found;
}
