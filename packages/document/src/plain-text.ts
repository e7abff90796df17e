import type { EditionVersion, Path, Unit } from './model.ts';

export type TextForm = 'reading' | 'diplomatic';

/**
 * One segment a line in document order, `path TAB text`; a lost segment is `path TAB` and nothing
 * after it; what is outside of a supplement has no line. Headings keep their printed numeral; limbs and containers have no line.
 */
export function plainText(
  version: Pick<EditionVersion, 'texts' | 'version'> & {
    readonly edition: Pick<EditionVersion['edition'], 'id' | 'relation' | 'title'>;
  },
  units: readonly Unit[],
  form: TextForm = 'reading',
): string {
  const paths = new Map<string, Path>(units.map((unit) => [unit.uid, unit.path]));
  const { edition } = version;
  // Whoever has the file alone is told what it is; `#` is no address.
  const label =
    edition.relation === 'supplement'
      ? `#\t${edition.id} ${version.version}: ${edition.title}\n`
      : '';
  const lines = version.texts
    .filter(({ condition }) => condition !== 'outside')
    .map((text) => `${paths.get(text.uid) ?? ''}\t${text[form] ?? ''}\n`);
  return label + lines.join('');
}
