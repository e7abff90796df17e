import type { EditionVersion, Localised } from '../model.ts';
import { unitUrl, versionUrl, workUrl, type ExportedWork } from './exported-work.ts';

const words = (texts: Localised) =>
  Object.entries(texts).map(([language, value]) => ({ '@language': language, '@value': value }));

// What nobody has said of a text is not stated of it either.
const isNothing = (texts: Localised): boolean => Object.keys(texts).length === 0;

/** How schema.org says who answers for an edition. */
function byWhom({ relation, responsible }: EditionVersion['edition']) {
  if (responsible.length === 0) return {};
  const people = responsible.map((name) => ({ '@type': 'Person', name }));
  return relation === 'source' ? { contributor: people } : { translator: people };
}

/**
 * The work and its editions as schema.org `Legislation`. A text recovered from a copy, and every
 * translation, is unofficial, whatever its original was.
 */
export function legislation(
  exported: ExportedWork,
  encodings: readonly { readonly mediaType: string; readonly suffix: string }[],
): string {
  const { shipped, at } = exported;
  const { work, versions } = shipped;
  const source = versions.find(({ edition }) => edition.relation === 'source');
  const told = {
    '@context': 'https://schema.org',
    '@type': 'Legislation',
    '@id': at === '' ? workUrl(exported) : `${workUrl(exported)}/${at}`,
    ...(at === ''
      ? {}
      : { isPartOf: { '@type': 'Legislation', '@id': workUrl(exported) }, position: at }),
    name: words(work.titles),
    ...(work.abbreviation === '' ? {} : { alternateName: work.abbreviation }),
    legislationIdentifier: work.key,
    legislationDate: work.issued,
    ...(isNothing(work.issuer)
      ? {}
      : { legislationPassedBy: { '@type': 'Organization', name: words(work.issuer) } }),
    ...(source === undefined ? {} : { inLanguage: source.edition.lang }),
    workExample: versions.map((version) => {
      const { edition, version: number, released } = version;
      const url = at === '' ? versionUrl(exported, version) : unitUrl(exported, version, at);
      return {
        '@type': 'Legislation',
        '@id': url,
        name: edition.title,
        inLanguage: edition.lang,
        version: number,
        datePublished: released,
        legislationLegalValue: 'https://schema.org/UnofficialLegalValue',
        ...byWhom(edition),
        ...(edition.relation === 'source' || source === undefined
          ? {}
          : { translationOfWork: { '@id': versionUrl(exported, source) } }),
        ...(isNothing(edition.rights) ? {} : { usageInfo: words(edition.rights) }),
        encoding: encodings.map(({ mediaType, suffix }) => ({
          '@type': 'LegislationObject',
          encodingFormat: mediaType,
          contentUrl: `${url}${suffix}`,
        })),
      };
    }),
  };
  return `${JSON.stringify(told, null, 1)}\n`;
}
