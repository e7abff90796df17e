import type { BibliographyPreview, UnreadPassageView } from '@glossator/contract';
import { m } from '../paraglide/messages.js';

type About = Pick<UnreadPassageView, 'at' | 'word'>;

/** Why a stretch of what was pasted is no work. */
const problemWords: Readonly<Record<string, ((about: About) => string) | undefined>> = {
  'too-long': m.bib_problem_too_long,
  'too-many': m.bib_problem_too_many,
  'not-recognised': m.bib_problem_not_recognised,
  outside: m.bib_problem_outside,
  unclosed: m.bib_problem_unclosed,
  'brace-missing': m.bib_problem_brace_missing,
  'comma-missing': m.bib_problem_comma_missing,
  'key-missing': m.bib_problem_key_missing,
  'equals-missing': m.bib_problem_equals_missing,
  'value-missing': m.bib_problem_value_missing,
  syntax: m.bib_problem_syntax,
  'unknown-string': m.bib_problem_unknown_string,
  'unknown-type': m.bib_problem_unknown_type,
  'tag-malformed': m.bib_problem_tag_malformed,
  'not-an-item': m.bib_problem_not_an_item,
  empty: m.bib_problem_empty,
};

export const unreadWords = ({ problem, at, word }: UnreadPassageView): string =>
  (problemWords[problem] ?? m.bib_problem_syntax)({ at, word });

export const formWords = {
  bibtex: m.bib_form_bibtex,
  ris: m.bib_form_ris,
  csl: m.bib_form_csl,
  doi: m.bib_form_doi,
} as const satisfies Record<NonNullable<BibliographyPreview['form']>, () => string>;

/** The kinds of works that are offered; one of another kind keeps its own. */
export const typeWords: Readonly<Record<string, () => string>> = {
  book: m.bib_type_book,
  chapter: m.bib_type_chapter,
  'article-journal': m.bib_type_article_journal,
  'article-newspaper': m.bib_type_article_newspaper,
  'paper-conference': m.bib_type_paper_conference,
  thesis: m.bib_type_thesis,
  report: m.bib_type_report,
  webpage: m.bib_type_webpage,
  legal_case: m.bib_type_legal_case,
  legislation: m.bib_type_legislation,
  treaty: m.bib_type_treaty,
  document: m.bib_type_document,
};
