import { inLanguage } from '../../../in-language.ts';
import { byline, type Exported } from './exported.ts';
import { say } from './say.ts';

export interface ToldOrigin {
  readonly url: string;
  /** A line that names it as its licence asks. */
  readonly words: string;
  /** The licence it is under, in the words that came with it. */
  readonly statement: string;
}

/** What the release was begun from, the nearest first. */
export function originsIn({ release, origin: site }: Exported): ToldOrigin[] {
  const { language, basedOn = [] } = release;
  const told = say(language);
  return basedOn.map(({ slug, number, titles, contributors, licence, sha256 }) => ({
    url: `${site}/c/${slug}@${number}`,
    words: told.origin({
      title: inLanguage(titles, language),
      by: byline({ contributors, language }),
      licence: licence.id === 'all-rights-reserved' ? told.reserved : licence.id,
      ...{ number, sha256 },
    }),
    statement: inLanguage(licence.statement, language),
  }));
}
