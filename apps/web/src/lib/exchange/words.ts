import type { ExportFormat, ImportRowView, LeftOutReason } from '@glossator/contract';
import { m } from '#lib/paraglide/messages.js';

const why = {
  malformed: m.exchange_why_malformed,
  duplicate: m.exchange_why_duplicate,
  'no-text': m.exchange_why_no_text,
  'too-long': m.exchange_why_too_long,
  characters: m.exchange_why_characters,
  'page-note': m.exchange_why_page_note,
  'not-found': m.exchange_why_not_found,
  ambiguous: m.exchange_why_ambiguous,
  'parent-missing': m.exchange_why_parent_missing,
  'reply-loop': m.exchange_why_reply_loop,
  refused: m.exchange_why_refused,
  cancelled: m.exchange_why_cancelled,
} satisfies Record<LeftOutReason, () => string>;

const certain = {
  words: m.exchange_certain_words,
  context: m.exchange_certain_context,
  address: m.exchange_certain_address,
  reply: m.exchange_certain_reply,
} as const;

/** Where a row stands and how that is known, or why it stands nowhere. */
export const outcomeWords = ({ reason, certainty }: ImportRowView): string =>
  reason === null ? (certainty === 'none' ? '' : certain[certainty]()) : why[reason]();

const formats = {
  markdown: [m.exchange_format_markdown, m.exchange_format_markdown_hint],
  csv: [m.exchange_format_csv, m.exchange_format_csv_hint],
  w3c: [m.exchange_format_w3c, m.exchange_format_w3c_hint],
  jsonl: [m.exchange_format_jsonl, m.exchange_format_jsonl_hint],
} satisfies Record<ExportFormat, readonly [() => string, () => string]>;
export const formatWords = (format: ExportFormat): { label: string; hint: string } => {
  const [label, hint] = formats[format];
  return { label: label(), hint: hint() };
};
