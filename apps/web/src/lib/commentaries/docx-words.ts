import type { DocxNoticeKind, DocxPart, DocxProblem } from '@glossator/contract';
import { m } from '#lib/paraglide/messages.js';

export const noticeWords = {
  images: m.docx_notice_images,
  comments: m.docx_notice_comments,
  insertions: m.docx_notice_insertions,
  deletions: m.docx_notice_deletions,
  'text-boxes': m.docx_notice_text_boxes,
  formulas: m.docx_notice_formulas,
  underlined: m.docx_notice_underlined,
  raised: m.docx_notice_raised,
  contents: m.docx_notice_contents,
  characters: m.docx_notice_characters,
  'no-headings': () => m.docx_notice_no_headings(),
  unknown: m.docx_notice_unknown,
} satisfies Record<DocxNoticeKind, (values: { n: number }) => string>;

const problemWords = {
  'no-place': m.docx_problem_no_place,
  'bare-number': m.docx_problem_bare_number,
  'unknown-address': m.docx_problem_unknown_address,
  'second-introduction': m.docx_problem_second_introduction,
} satisfies Record<DocxProblem, () => string>;

/** What its author should know of a passage before it is written. */
export function remarksOn({
  problem,
  over,
  isDense,
  isLabelTaken,
  label,
  beside,
}: DocxPart): string[] {
  return [
    ...(problem === null ? [] : [problemWords[problem]()]),
    ...(over > 0 ? [m.docx_over({ n: over })] : []),
    ...(isDense && over === 0 ? [m.docx_dense()] : []),
    ...(isLabelTaken ? [m.docx_label_taken({ label })] : []),
    ...(beside > 0 ? [m.docx_beside({ n: beside })] : []),
  ];
}

export const headingOf = ({ heading }: Pick<DocxPart, 'heading'>): string =>
  heading === '' ? m.docx_before() : heading;
