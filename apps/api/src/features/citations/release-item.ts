import {
  licenceUrl,
  licences,
  type ReleaseContributor,
  type ReleaseDocument,
} from '@glossator/domain';
import { fullName, personName, type CitedItem, type ContributorName } from '@glossator/domain/cite';
import { inLanguage } from '../../in-language.ts';
import { inBoth, siteOf } from './things.ts';

type Named = Pick<ReleaseContributor, 'kind' | 'family' | 'given' | 'names'>;

const citedName = ({ kind, family, given, names }: Named, language: string): ContributorName =>
  kind === 'group' ? { kind, text: names[language] ?? family } : personName(family, given);

/** As a byline has it; in Chinese the family name comes first. */
export const nameOf = (each: Named, language: string): string =>
  each.names[language] ?? fullName(citedName(each, language));

/** What a citation is made from: of the document itself, and of what is told of it. */
export type CitedRelease = Pick<
  ReleaseDocument,
  | 'slug'
  | 'number'
  | 'released'
  | 'language'
  | 'titles'
  | 'subtitle'
  | 'abstracts'
  | 'contributors'
  | 'work'
  | 'basedOn'
> & { readonly licence: { readonly id: string } };

/** A release as a whole, in the words in which it was published. */
export function releaseItem(release: CitedRelease, origin: string): CitedItem {
  const { slug, number, language, titles, subtitle, abstracts, licence, basedOn = [] } = release;
  const known = licences.find((each) => each === licence.id);
  const address = known === undefined ? null : licenceUrl(known);
  return {
    ...siteOf(origin),
    kind: 'commentary',
    id: `${slug}@${number}`,
    contributors: release.contributors.map((each) => ({
      role: 'author',
      name: citedName(each, language),
      orcid: each.orcid === '' ? null : each.orcid,
    })),
    title: inLanguage(titles, language),
    subtitle: subtitle === '' ? null : subtitle,
    work: { titles: inBoth(release.work.titles), url: `${origin}/t/${release.work.slug}` },
    entry: null,
    clause: null,
    version: number,
    issued: release.released.slice(0, 10),
    retracted: null,
    url: `${origin}/c/${slug}@${number}`,
    language,
    licence: address === null ? null : { name: licence.id.replaceAll('-', ' '), url: address },
    abstract: abstracts[language] ?? null,
    basedOn: basedOn.map((from) => ({
      title: inLanguage(from.titles, language),
      url: `${origin}/c/${from.slug}@${from.number}`,
    })),
  };
}
