import { m } from '#lib/paraglide/messages.js';
import type { Operator } from './search-triggers.ts';

const words = {
  by: m.search_op_by,
  tag: m.search_op_tag,
  in: m.search_op_in,
  kind: m.search_op_kind,
  since: m.search_op_since,
  until: m.search_op_until,
  is: m.search_op_is,
  layer: m.search_op_layer,
  work: m.search_op_work,
} satisfies Record<Operator, () => string>;

/** What an operator asks for, in a few words. */
export const operatorWords = (name: Operator): string => words[name]();

/** One of each, as it is typed. */
export const examples = {
  by: 'by:li-wei',
  tag: 'tag:"national security"',
  in: 'work:ncss-2016 in:4.3',
  kind: 'kind:question',
  since: 'since:2026-01-31',
  until: 'until:2026-12-31',
  is: 'is:open',
  layer: 'layer:notebook',
  work: 'work:ncss-2016',
} satisfies Record<Operator, string>;
