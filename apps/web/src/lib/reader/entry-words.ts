import type { ApparatusView } from '@glossator/contract';
import { m } from '#lib/paraglide/messages.js';

const kinds = {
  gap: m.entry_kind_gap,
  supplied: m.entry_kind_supplied,
  sic: m.entry_kind_sic,
  corr: m.entry_kind_corr,
  surplus: m.entry_kind_surplus,
  note: m.entry_kind_note,
} satisfies Record<ApparatusView['kind'], () => string>;

const causes = {
  'page-loss': m.cause_page_loss,
  banner: m.cause_banner,
  transcriber: m.cause_transcriber,
  translator: m.cause_translator,
  unknown: m.cause_unknown,
} satisfies Record<ApparatusView['cause'], () => string>;

const certainties = {
  high: m.certainty_high,
  medium: m.certainty_medium,
  low: m.certainty_low,
} satisfies Record<ApparatusView['certainty'], () => string>;

/** A correction that was made is proposed no more. */
export const kindWords = ({ kind, copy }: Pick<ApparatusView, 'kind' | 'copy'>): string =>
  copy === undefined ? kinds[kind]() : m.txt_entry_corrected();
export const causeWords = (cause: ApparatusView['cause']): string => causes[cause]();
export const certaintyWords = (certainty: ApparatusView['certainty']): string =>
  certainties[certainty]();
