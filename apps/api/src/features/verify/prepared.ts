import { prepareVersion, type PreparedVersion } from '@glossator/document';
import { LRUCache } from 'lru-cache';
import { foldHan } from '../../fold-han.ts';
import type { LoadedWork, TextStore } from '../works/text-store.ts';

/** Characters of all works that one question searches, and that are kept ready for the next. */
export const mostSearched = 4_000_000;

/** Versions as quotations are sought in them. They never change, so they are remembered. */
export class PreparedVersions {
  readonly #kept = new LRUCache<number, PreparedVersion>({
    maxSize: mostSearched,
    sizeCalculation: ({ source }) => source.length + 1,
  });

  async get(
    texts: TextStore,
    head: LoadedWork['head'],
    { units }: LoadedWork['structure'],
  ): Promise<PreparedVersion> {
    const known = this.#kept.get(head.version_id);
    if (known !== undefined) return known;
    const { texts: byUid } = await texts.version(head.version_id);
    const prepared = prepareVersion(
      {
        edition: head.edition_id,
        lang: head.lang,
        version: head.version,
        released: head.released,
        segments: units.flatMap(({ uid, path }) => {
          const text = byUid.get(uid);
          if (text?.reading == null || text.sha256 === null) return [];
          return [{ uid, path, text: text.reading, sha256: text.sha256 }];
        }),
      },
      foldHan,
    );
    this.#kept.set(head.version_id, prepared);
    return prepared;
  }
}
