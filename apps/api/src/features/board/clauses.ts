import type { Viewer } from '../../plugins/session.ts';
import { chooseVersions } from '../works/service.ts';
import type { LoadedWork, TextStore } from '../works/text-store.ts';

/** One language of a work as a reader has it. */
export interface ReadEdition {
  readonly lang: string;
  readonly withheld: boolean;
  /** Null where the copy has lost it, or it is not shown. */
  readonly textOf: (uid: string) => string | null;
}

const isOf = (lang: string, languages: readonly string[]): boolean =>
  languages.some(
    (each) => lang === each || lang.startsWith(`${each}-`) || each.startsWith(`${lang}-`),
  );

/** The newest text of each language that an assignment is read in; of all where it names none of them. */
export async function editionsOf(
  texts: TextStore,
  work: LoadedWork,
  viewer: Viewer,
  languages: readonly string[],
): Promise<ReadEdition[]> {
  const all = chooseVersions(work, new Map(), viewer);
  const asked = all.filter(({ head }) => isOf(head.lang, languages));
  return Promise.all(
    (asked.length === 0 ? all : asked).map(async ({ head, withheld }) => {
      const { texts: byUid } = await texts.version(head.version_id);
      return {
        lang: head.lang,
        withheld,
        textOf: (uid: string) => (withheld ? null : (byUid.get(uid)?.reading ?? null)),
      };
    }),
  );
}
