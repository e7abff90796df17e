import type { ReleaseNews } from '@glossator/contract';

type Versions = Pick<ReleaseNews, 'work' | 'edition' | 'base' | 'version'>;

/** What changed in a version, after the one before it. */
export const differencePage = ({ work, edition, base, version }: Versions) =>
  `/t/${work}/versions/${edition}/${base ?? version}..${version}` as const;

/** Where somebody sees what a release means for what is theirs. */
export function releasePage(news: ReleaseNews): `/${string}` {
  switch (news.cause) {
    case 'assignment':
      return `/classes/${news.class ?? ''}/assignments/${news.about ?? ''}`;
    case 'commentary':
      return `/commentaries/${news.about ?? ''}/publish#checks`;
    case 'work':
      return differencePage(news);
  }
}
