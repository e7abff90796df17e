import type { SiteView } from '@glossator/contract';
import { m } from '#lib/paraglide/messages.js';

export interface Task {
  readonly href: string;
  readonly text: string;
}

export interface State {
  readonly site: SiteView;
  readonly waiting: { readonly count: number; readonly more: boolean };
  readonly proposed: readonly {
    readonly id: string;
    readonly title: string;
    readonly version: string;
  }[];
}

/** What waits for an administrator, most pressing first. */
export function tasks({ site, waiting, proposed }: State): readonly Task[] {
  const found: Task[] = [];
  const { count, more } = waiting;
  if (count > 0)
    found.push({
      href: '/admin/registrations',
      text: more
        ? m.admin_overview_waiting_more({ count })
        : count === 1
          ? m.admin_overview_waiting_one()
          : m.admin_overview_waiting_many({ count }),
    });
  for (const { title, version } of proposed)
    found.push({ href: '/editing/texts', text: m.admin_overview_proposed({ title, version }) });
  if (site.imprint === '') found.push({ href: '/admin/site', text: m.admin_overview_imprint() });
  if (site.contact === '') found.push({ href: '/admin/site', text: m.admin_overview_contact() });
  return found;
}
