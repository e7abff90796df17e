import { limits, type Contributor, type FrontMatterForm } from '@glossator/contract';
import { labelPattern, readOrcid, reservedLabels } from '@glossator/domain';
import { Refusal } from '../../refusal.ts';
import { acceptText } from '../../text-input.ts';

/* What forms of a commentary say, as it is stored. */

/** Text that may be absent. */
export const acceptOptional = (value: string, field: string, max: number): string => {
  const words = value.trim();
  return words === '' ? '' : acceptText(words, { field, max });
};

export const acceptTitle = (title: string): string =>
  acceptText(title.trim(), { field: 'The title', max: limits.commentaryTitle });

export function acceptSlug(text: string): string {
  const slug = text.trim().toLowerCase();
  if (!/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/.test(slug))
    throw new Refusal(
      'slug-malformed',
      'An address is made of a to z, digits, and hyphens inside; at most 64 of them.',
    );
  return slug;
}

/** A tag of BCP 47 in its canonical form. */
export function acceptLanguage(text: string): string {
  try {
    const [tag] = Intl.getCanonicalLocales(text.trim());
    if (tag !== undefined && !/-[ux]-/.test(tag)) return tag;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  throw new Refusal('language-malformed', 'A language is written as en, zh-Hans or pt-BR.');
}

export function acceptLabel(text: string): string {
  const label = text.trim();
  if (label !== '' && !new RegExp(labelPattern).test(label))
    throw new Refusal(
      'label-malformed',
      'A label is up to twelve letters, digits, full stops and hyphens, as in T12.',
    );
  if (reservedLabels.includes(label.toLowerCase()))
    throw new Refusal('label-malformed', 'This word is a page of its own; choose another label.');
  return label;
}

function acceptContributor(contributor: Contributor): Contributor {
  const { kind, roles } = contributor;
  const family = acceptText(contributor.family.trim(), {
    field: 'The name',
    max: limits.contributorName,
  });
  const affiliation = acceptOptional(
    contributor.affiliation,
    'The affiliation',
    limits.affiliation,
  );
  const known = { kind, family, affiliation, roles: [...new Set(roles)] };
  if (kind === 'group') return { ...known, given: '', orcid: '' };
  return {
    ...known,
    given: acceptOptional(contributor.given, 'The given name', limits.contributorName),
    orcid: acceptOrcid(contributor.orcid, family),
  };
}

function acceptOrcid(text: string, name: string): string {
  if (text.trim() === '') return '';
  const orcid = readOrcid(text);
  if (orcid === null)
    throw new Refusal(
      'orcid-malformed',
      `The ORCID of ${name} has a digit wrong; it looks like 0000-0002-1825-0097.`,
    );
  return orcid;
}

export function acceptFrontMatter(form: FrontMatterForm): Omit<FrontMatterForm, 'version'> {
  return {
    title: acceptTitle(form.title),
    subtitle: acceptOptional(form.subtitle, 'The subtitle', limits.commentaryTitle),
    abstract: acceptOptional(form.abstract, 'The abstract', limits.commentaryAbstract),
    language: acceptLanguage(form.language),
    licence: form.licence,
    interests: acceptOptional(
      form.interests,
      'The statement of interests',
      limits.commentaryInterests,
    ),
    contributors: form.contributors.map(acceptContributor),
  };
}
