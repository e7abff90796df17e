import type {
  SourceEncoding,
  SourceFault,
  SourceNotice,
  SourceView,
  TextImportHead,
  TextImportView,
} from '@glossator/contract';
import type { FoldKind, FurnitureReason } from '@glossator/document/import';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

export const faultWords: Readonly<Record<SourceFault, () => string>> = {
  'file-empty': m.bring_fault_file_empty,
  'file-too-large': m.bring_fault_file_too_large,
  'file-pdf': m.bring_fault_file_pdf,
  'file-old-word': m.bring_fault_file_old_word,
  'file-rtf': m.bring_fault_file_rtf,
  'file-not-text': m.bring_fault_file_not_text,
  'file-not-word': m.bring_fault_file_not_word,
  'file-damaged': m.bring_fault_file_damaged,
  'file-too-much': m.bring_fault_file_too_much,
  'file-too-deep': m.bring_fault_file_too_deep,
  'line-too-long': m.bring_fault_line_too_long,
};

export const noticeWords: Readonly<Record<SourceNotice['kind'], (of: { n: number }) => string>> = {
  'other-kind': m.bring_notice_other_kind,
  'broken-characters': m.bring_notice_broken_characters,
  characters: m.bring_notice_characters,
  scripts: m.bring_notice_scripts,
  styles: m.bring_notice_styles,
  images: m.bring_notice_images,
  media: m.bring_notice_media,
  fields: m.bring_notice_fields,
  formulas: m.bring_notice_formulas,
  comments: m.bring_notice_comments,
  insertions: m.bring_notice_insertions,
  deletions: m.bring_notice_deletions,
  'text-boxes': m.bring_notice_text_boxes,
  contents: m.bring_notice_contents,
  'note-marks': m.bring_notice_note_marks,
  'list-numbers': m.bring_notice_list_numbers,
  unknown: m.bring_notice_unknown,
};

export const stateWords: Readonly<Record<TextImportHead['state'], () => string>> = {
  reading: m.bring_state_reading,
  failed: m.bring_state_failed,
  ready: m.bring_state_ready,
  publishing: m.bring_state_publishing,
  published: m.bring_state_published,
};

export const reasonWords: Readonly<Record<FurnitureReason, () => string>> = {
  repeated: m.bring_reason_repeated,
  'page-number': m.bring_reason_page_number,
  notice: m.bring_reason_notice,
  navigation: m.bring_reason_navigation,
  advertisement: m.bring_reason_advertisement,
  link: m.bring_reason_link,
  copy: m.bring_reason_copy,
  contents: m.bring_reason_contents,
  surroundings: m.bring_reason_surroundings,
};

/** Names of their own, the same in every language. */
export const encodingNames: Readonly<Record<SourceEncoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  gb18030: 'GB 18030 / GBK',
  big5: 'Big5',
  shift_jis: 'Shift_JIS',
  'euc-kr': 'EUC-KR',
  'windows-1252': 'Windows-1252',
};

/** A language in the interface's own; `und` and what is no tag as they are. */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames([getLocale()], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

export const sourceName = ({ kind, name }: Pick<SourceView, 'kind' | 'name'>): string =>
  kind === 'file' && name !== '' ? name : m.bring_source_paste();

export const publishFaultWords: Readonly<
  Record<NonNullable<TextImportView['publishFault']>, () => string>
> = {
  'too-much': m.bring_publish_fault_too_much,
  broken: m.bring_publish_fault_broken,
};

/** What a language is called after: its file, or where one file has both, its number. */
export function sourceOfSide({ sides, sources }: TextImportView, side: number): string {
  const source = sources[side];
  if (sources.length === sides.length && source !== undefined) return sourceName(source);
  return m.bring_side({ n: side + 1 });
}

export const foldWords: Readonly<Record<FoldKind, (of: { n: number }) => string>> = {
  punctuation: m.bring_fold_punctuation,
  'quotation-marks': m.bring_fold_quotation_marks,
};

/** Nobody has said of a side which language it is, and it could not be told. */
export const isUnnamed = ({ sides }: Pick<TextImportView, 'sides'>): boolean =>
  sides.some(({ lang }) => lang === 'und');
