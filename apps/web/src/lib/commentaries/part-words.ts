import type { PartKind, CommentaryRole } from '@glossator/domain';
import { m } from '#lib/paraglide/messages.js';

export const partKindWords = {
  introduction: m.com_kind_introduction,
  essay: m.com_kind_essay,
  entry: m.com_kind_entry,
} as const satisfies Record<PartKind, () => string>;

export const commentaryRoleWords = {
  lead: m.com_role_lead,
  author: m.com_role_author,
} as const satisfies Record<CommentaryRole, () => string>;

interface Named {
  readonly kind: PartKind;
  readonly label: string;
  readonly title: string;
}

/** What a part is called in lists: its title, else what it is; in front, its label. */
export function partName({ kind, label, title }: Named): string {
  const words = title || (kind === 'introduction' ? partKindWords[kind]() : m.com_part_untitled());
  return label === '' ? words : `${label} ${words}`;
}
