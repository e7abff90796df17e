import { takeApart } from './take-apart.ts';
import { withheldEntries } from './withheld.ts';
import { unitUrl, versionUrl, workUrl, type ExportedWork } from './exported-work.ts';

/** What the first field of the file says; a change that a reader would trip over is a new number. */
export const workFormat = 'glossator-work/1';

/**
 * A work, or the part of it that was asked for, as the layers that the text is kept in: paths to
 * identities, and for each edition paths to texts. The digest of a segment is of its reading text.
 */
export function workJson(exported: ExportedWork): string {
  const { shipped, at } = exported;
  const { editions, ...layers } = takeApart(shipped);
  const told = {
    format: workFormat,
    address: at === '' ? workUrl(exported) : `${workUrl(exported)}/${at}`,
    at,
    ...layers,
    editions: editions.map(({ spans: _, ...edition }, n) => {
      const version = shipped.versions[n];
      const digests =
        version === undefined
          ? {}
          : Object.fromEntries(
              Object.keys(edition.text).map((path, index) => [path, version.texts[index]?.sha256]),
            );
      return {
        address:
          version === undefined
            ? workUrl(exported)
            : at === ''
              ? versionUrl(exported, version)
              : unitUrl(exported, version, at),
        ...edition,
        // Of these entries words are left out: the digest of the version is of all of them.
        withheld: withheldEntries(edition),
        digests,
      };
    }),
  };
  return `${JSON.stringify(told, null, 1)}\n`;
}
