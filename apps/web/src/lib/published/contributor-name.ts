import type { ReleaseView } from '@glossator/contract';
import { localised } from '#lib/i18n/localised.ts';
import { writtenIn } from '#lib/i18n/written-in.ts';

type Contributor = ReleaseView['contributors'][number];

/** A name as it is read: hanzi without a space, family name first. */
export function contributorName(
  { family, given, names }: Pick<Contributor, 'family' | 'given' | 'names'>,
  locale: string,
): { readonly text: string; readonly lang: string } {
  if (Object.keys(names).length > 0) return localised(names, locale);
  if (given === '') return { text: family, lang: writtenIn(family) };
  const lang = writtenIn(family + given);
  return { text: lang === '' ? `${given} ${family}` : `${family}${given}`, lang };
}
