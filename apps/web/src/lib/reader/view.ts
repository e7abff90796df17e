import type { EditionView, WorkView } from '@glossator/contract';

const primary = (lang: string): string => lang.split('-', 1)[0] ?? lang;

/** The views a work has: side by side, and each language alone. */
export function viewsOf(work: Pick<WorkView, 'editions'>): readonly string[] {
  const languages = [...new Set(work.editions.map(({ lang }) => primary(lang)))];
  return languages.length > 1 ? ['both', ...languages] : languages;
}

/** The editions a view shows; all of them where it names none of this work's. */
export function shownEditions(work: WorkView, view: string): readonly EditionView[] {
  const shown = work.editions.filter(({ lang }) => primary(lang) === view);
  return shown.length > 0 ? shown : work.editions;
}

export function nextView(work: Pick<WorkView, 'editions'>, view: string): string {
  const views = viewsOf(work);
  return views[(views.indexOf(view) + 1) % views.length] ?? 'both';
}
