import type { EditionVersion, Path, Unit } from './model.ts';

export type TextForm = 'reading' | 'diplomatic';

/**
 * One segment a line in document order, `path TAB text`; a lost segment is `path TAB` and nothing
 * after it; what is outside of a supplement has no line. Headings keep their printed numeral; limbs and containers have no line.
 */
export function plainText(
  version: Pick<EditionVersion, 'texts'>,
  units: readonly Unit[],
  form: TextForm = 'reading',
): string {
  const paths = new Map<string, Path>(units.map((unit) => [unit.uid, unit.path]));
  return version.texts
    .filter(({ condition }) => condition !== 'outside')
    .map((text) => `${paths.get(text.uid) ?? ''}\t${text[form] ?? ''}\n`)
    .join('');
}
