import { cleanText } from '@glossator/domain/cite';
import type { ReleaseContributor, ReleaseDocument, ReleaseOrigin } from '@glossator/domain';

/** Controls and noncharacters: XML and HTML can hold none of them in any form. */
const impossible = /(?![\t\n\r])\p{Cc}|\p{Noncharacter_Code_Point}/gu;

const possible = (text: string): string => text.toWellFormed().replaceAll(impossible, '\uFFFD');

function each(value: unknown): unknown {
  if (typeof value === 'string') return possible(value);
  if (Array.isArray(value)) return value.map(each);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, each(own)]));
}

const contributorOf = (known: ReleaseContributor): ReleaseContributor => ({
  ...known,
  family: cleanText(known.family),
  given: cleanText(known.given),
  affiliation: cleanText(known.affiliation),
  names: lines(known.names),
});

const originOf = (origin: ReleaseOrigin): ReleaseOrigin => ({
  ...origin,
  titles: lines(origin.titles),
  contributors: origin.contributors.map(contributorOf),
});

const lines = (words: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(words).map(([lang, text]) => [lang, cleanText(text)]));

/**
 * A release whose words every format can hold, and whose titles and names are lines that turn no
 * direction. Every file begins here.
 */
export function cleanRelease(release: ReleaseDocument): ReleaseDocument {
  const clean = each(release) as ReleaseDocument;
  return {
    ...clean,
    titles: lines(clean.titles),
    subtitle: cleanText(clean.subtitle),
    contributors: clean.contributors.map(contributorOf),
    ...(clean.basedOn === undefined ? {} : { basedOn: clean.basedOn.map(originOf) }),
    ...(clean.acknowledgements === undefined
      ? {}
      : {
          acknowledgements: clean.acknowledgements.map((known) => ({
            ...known,
            credit: cleanText(known.credit),
          })),
        }),
    parts: clean.parts.map((part) => ({ ...part, title: cleanText(part.title) })),
  };
}
