import type { EditionView, WorkView } from '@glossator/contract';

const primary = (lang: string): string => lang.split('-', 1)[0] ?? lang;

/** The views a work has: side by side, line by line, and each language alone. */
export function viewsOf(work: Pick<WorkView, 'editions'>): readonly string[] {
  const languages = [...new Set(work.editions.map(({ lang }) => primary(lang)))];
  return languages.length > 1 ? ['both', 'lines', ...languages] : languages;
}

/** The editions a view shows; all of them where it names none of this work's. */
export function shownEditions(work: WorkView, view: string): readonly EditionView[] {
  const shown = work.editions.filter(({ lang }) => primary(lang) === view);
  return shown.length > 0 ? shown : work.editions;
}

/** What a preference comes to in this work: one of its views. */
export function viewIn(work: WorkView, view: string): string {
  if (shownEditions(work, view).length < work.editions.length) return view;
  return view === 'lines' ? 'lines' : 'both';
}

export function nextView(work: Pick<WorkView, 'editions'>, view: string): string {
  const views = viewsOf(work);
  return views[(views.indexOf(view) + 1) % views.length] ?? 'both';
}
