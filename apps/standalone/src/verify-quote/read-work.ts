import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { foldHan } from '@glossator/api/fold-han';
import { comparePaths, digest, prepareVersion, type PreparedWork } from '@glossator/document';
import { Misuse } from './misuse.ts';

/*
 * Two forms of a work are read: the folder of its layers (packages/document/README.md), and the JSON in
 * which a site exports it (`glossator-work/1`). Digests are computed from the words, never taken over.
 */

type ByPath<T> = Readonly<Record<string, T>>;

interface Read {
  readonly slug: string;
  readonly ids: ByPath<{ readonly uid: string }>;
  readonly versions: readonly {
    readonly edition: { readonly id: string; readonly lang: string };
    readonly version: string;
    readonly released: string;
    readonly text: ByPath<{ readonly reading: string | null }>;
  }[];
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown;
  } catch {
    throw new Misuse(`${file} is not readable as JSON.`);
  }
}

interface StoredVersion {
  readonly version: string;
  readonly released: string;
}

/** `editions/<id>/` and, for later versions, `editions/<id>/releases/<version>/`. */
function readFolder(folder: string): Read {
  const layer = (...names: readonly string[]): unknown => readJson(path.join(folder, ...names));
  const editions = readdirSync(path.join(folder, 'editions'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();
  return {
    slug: (layer('work.json') as { slug: string }).slug,
    ids: layer('ids.json') as Read['ids'],
    versions: editions.flatMap((id) => {
      const releases = path.join(folder, 'editions', id, 'releases');
      const later = existsSync(releases) ? readdirSync(releases).toSorted(byNumber) : [];
      const edition = layer('editions', id, 'edition.json') as Read['versions'][number]['edition'];
      return [[], ...later.map((number) => ['releases', number])].map((at) => {
        const { version, released } = layer('editions', id, ...at, 'version.json') as StoredVersion;
        const text = layer('editions', id, ...at, 'text.json') as Read['versions'][number]['text'];
        return { edition, version, released, text };
      });
    }),
  };
}

const byNumber = (left: string, right: string): number =>
  left.localeCompare(right, 'en', { numeric: true });

interface ExportedWork {
  readonly format?: unknown;
  readonly work: { readonly slug: string };
  readonly ids: Read['ids'];
  readonly editions: readonly {
    readonly edition: Read['versions'][number]['edition'];
    readonly version: StoredVersion;
    readonly text: Read['versions'][number]['text'];
  }[];
}

function readExport(file: string): Read {
  const told = readJson(file) as ExportedWork | null;
  if (told?.format !== 'glossator-work/1')
    throw new Misuse(`${file} is no work that was exported as JSON (glossator-work/1).`);
  return {
    slug: told.work.slug,
    ids: told.ids,
    versions: told.editions.map(({ edition, version, text }) => ({
      edition,
      version: version.version,
      released: version.released,
      text,
    })),
  };
}

export function readWork(from: string): PreparedWork {
  if (!existsSync(from)) throw new Misuse(`There is no ${from}.`);
  let read: Read;
  try {
    read = statSync(from).isDirectory() ? readFolder(from) : readExport(from);
  } catch (error) {
    if (error instanceof Misuse) throw error;
    throw new Misuse(`${from} does not hold the layers of a work.`);
  }
  return {
    slug: read.slug,
    versions: read.versions.map(({ edition, version, released, text }) =>
      prepareVersion(
        {
          edition: edition.id,
          lang: edition.lang,
          version,
          released,
          segments: Object.entries(text)
            .toSorted(([left], [right]) => comparePaths(left, right))
            .flatMap(([at, { reading }]) =>
              reading === null
                ? []
                : [
                    {
                      uid: read.ids[at]?.uid ?? at,
                      path: at,
                      text: reading,
                      sha256: digest(reading),
                    },
                  ],
            ),
        },
        foldHan,
      ),
    ),
  };
}
