import type { Viewer } from '../../plugins/session.ts';
import { isSupplement, isWithheld } from '../works/service.ts';
import type { LoadedWork, VersionText } from '../works/text-store.ts';
import { editionsIn, type ReleaseDeps, type ReleaseRow } from './releases.ts';

/** The words of one edition that a reader may see. */
export interface ShownWords {
  readonly edition: string;
  readonly lang: string;
  readonly texts: VersionText['texts'];
}

/** The versions that a release was written on, without supplements and what is withheld from who reads. */
export const shownWords = (
  { texts }: ReleaseDeps,
  work: LoadedWork,
  viewer: Viewer,
  release: Pick<ReleaseRow, 'front'>,
): Promise<ShownWords[]> =>
  Promise.all(
    editionsIn(work, release)
      .filter((each) => !isSupplement(each) && !isWithheld(each, viewer))
      .map(async ({ edition_id: edition, lang, version_id: id }) => ({
        ...{ edition, lang },
        texts: (await texts.version(id)).texts,
      })),
  );
