import type { CopyPlace, TraceView, WitnessPart } from '@glossator/contract';
import { m } from '#lib/paraglide/messages.js';

type Segment = Extract<WitnessPart, { kind: 'segment' }>;
type Level = Segment['level'];
type Reason = Segment['reasons'][number];

const levels = {
  sound: m.witness_level_sound,
  exposed: m.witness_level_exposed,
  doubtful: m.witness_level_doubtful,
  damaged: m.witness_level_damaged,
  lost: m.witness_level_lost,
} satisfies Record<Level, () => string>;

const meanings = {
  sound: m.witness_means_sound,
  exposed: m.witness_means_exposed,
  doubtful: m.witness_means_doubtful,
  damaged: m.witness_means_damaged,
  lost: m.witness_means_lost,
} satisfies Record<Level, () => string>;

const reasons = {
  'in-banner': m.witness_reason_in_banner,
  'meets-banner': m.witness_reason_meets_banner,
  'page-ends-inside': m.witness_reason_page_ends_inside,
  'beside-damage': m.witness_reason_beside_damage,
  'beside-lost-page': m.witness_reason_beside_lost_page,
} satisfies Record<Reason, () => string>;

const places = {
  head: m.witness_head,
  middle: m.witness_middle,
  foot: m.witness_foot,
} satisfies Record<CopyPlace['height'], () => string>;

const classes: Readonly<Record<string, () => string>> = {
  'page-break': m.witness_class_page_break,
  'cookie-notice': m.witness_class_cookie_notice,
  advertisement: m.witness_class_advertisement,
  sharing: m.witness_class_sharing,
  related: m.witness_class_related,
  navigation: m.witness_class_navigation,
  comments: m.witness_class_comments,
  widget: m.witness_class_widget,
  'site-footer': m.witness_class_site_footer,
  stray: m.witness_class_stray,
  site: m.witness_class_site,
  post: m.witness_class_post,
  pingback: m.witness_class_pingback,
  'pingback-excerpt': m.witness_class_pingback_excerpt,
  'heading-mark': m.witness_class_heading_mark,
  'line-end': m.witness_class_line_end,
  space: m.witness_class_space,
};

const operations: Readonly<Record<string, () => string>> = {
  'strip-mark': m.trace_kind_strip_mark,
  place: m.trace_kind_place,
  join: m.trace_kind_join,
  split: m.trace_kind_split,
  segment: m.trace_kind_segment,
  'fold-punctuation': m.trace_kind_fold_punctuation,
  'fold-numeral': m.trace_kind_fold_numeral,
  'fold-quotes': m.trace_kind_fold_quotes,
  'drop-final-stop': m.trace_kind_drop_final_stop,
  'mark-gap': m.trace_kind_mark_gap,
};

export const levelWord = (level: Level): string => levels[level]();
export const heightWords = (height: CopyPlace['height']): string => places[height]();
export const className = (name: string): string => classes[name]?.() ?? name;
export const operationName = (kind: string): string =>
  kind.startsWith('set-aside:') ? m.trace_kind_set_aside() : (operations[kind]?.() ?? kind);

/** What a level means here, and why it is this one: plain sentences. */
export const trustSentences = (level: Level, why: readonly Reason[]): readonly string[] => [
  meanings[level](),
  ...why.map((reason) => reasons[reason]()),
];

/** A character as it can be shown: a space by its name. */
export const shownCharacter = (char: string): string =>
  char.trim() === '' ? m.trace_space() : char;

/** What one operation did, in words; nothing where it changed no character. */
export function changeWords({ kind, before, after }: TraceView['steps'][number]): string {
  if (kind === 'place' || kind === 'segment' || kind === 'mark-gap' || kind === 'split') return '';
  const [was, is] = [before, after].map((text) => (text.trim() === '' && text !== '' ? '␣' : text));
  if (kind.startsWith('set-aside:')) return m.trace_change_aside({ before: was ?? '' });
  if (was === '') return is === '' ? '' : m.trace_change_new({ after: is ?? '' });
  if (is === '') return m.trace_change_gone({ before: was ?? '' });
  return m.trace_change({ before: was ?? '', after: is ?? '' });
}
