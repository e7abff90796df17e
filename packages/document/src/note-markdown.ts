import type { Lang } from './model.ts';
import type { NoteTerms, ShippedCommentary, TextualNote } from './textual-note.ts';

/* A note as one reads it: its words, then what is known of it as lists and a table. */

const categories: Readonly<Record<TextualNote['category'], string>> = {
  loss: 'loss in the copy',
  misreading: 'probable misreading of the copy',
  omission: 'omission in the translation',
  addition: 'addition in the translation',
  shift: 'shift of sense',
  number: 'number',
  grammar: 'grammar',
  punctuation: 'punctuation',
  style: 'style',
  'term-drift': 'drift of a term',
};

const certainties: Readonly<Record<TextualNote['certainty'], string>> = {
  high: 'certain',
  medium: 'probable',
  low: 'possible',
};

// In a cell a bar would end it.
const cell = (words: string): string => words.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** What the term is rendered by, the most frequent first. */
function tally(uses: NoteTerms['uses']): string {
  const counts = new Map<string, number>();
  for (const { as, gap } of uses) {
    const answer = as ?? (gap === null ? 'not rendered' : 'lost');
    counts.set(answer, (counts.get(answer) ?? 0) + 1);
  }
  const told = [...counts]
    .toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([answer, times]) => `${answer} ${String(times)}`);
  return `${String(uses.length)} times: ${told.join(', ')}.`;
}

/** A long table is one for each part of the text, and none of more rows than these. */
const mostRows = 60;

function tablesOf({ uses, source, target }: NoteTerms, lang: (edition: string) => Lang): string[] {
  // Without bars around it: they would count as columns.
  const line = (cells: readonly string[]): string => cells.map(cell).join(' | ');
  const head = ['Clause', lang(source), lang(target), 'Rendered by'];
  const tables: { readonly part: string | undefined; readonly rows: string[] }[] = [];
  const isLong = uses.length > mostRows;
  for (const { path, source: words, target: answer, as, gap } of uses) {
    const part = isLong ? path.split('.')[0] : undefined;
    const lost = gap === null ? '—' : `lost (${gap})`;
    const row = line([`[[${path}]]`, words.exact, answer?.exact ?? lost, as ?? '—']);
    const last = tables.at(-1);
    if (last?.part === part && last !== undefined && last.rows.length < mostRows)
      last.rows.push(row);
    else tables.push({ part, rows: [row] });
  }
  return tables.map(({ rows }) => [line(head), line(head.map(() => '---')), ...rows].join('\n'));
}

/** Markdown of one note of a commentary, references to its other notes as `[[T12]]`. */
export function noteMarkdown(
  { work }: Pick<ShippedCommentary, 'work'>,
  note: TextualNote,
  lang: (edition: string) => Lang,
): string {
  const { body, terms, apparatus, seeAlso, category, certainty } = note;
  const links = apparatus.map(
    ({ edition, number }) => `[${number}](/t/${work}/app/${edition}/${number})`,
  );
  const about = [
    `${categories[category]}, ${certainties[certainty]}`,
    ...(links.length === 0 ? [] : [`apparatus: ${links.join(', ')}`]),
    ...(seeAlso.length === 0
      ? []
      : [`see also ${seeAlso.map((number) => `[[${number}]]`).join(', ')}`]),
  ];
  return [
    body,
    ...(terms === null ? [] : [tally(terms.uses), ...tablesOf(terms, lang)]),
    `_${about.join('; ')}_`,
  ].join('\n\n');
}
