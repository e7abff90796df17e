import type { EditionVersion, Level } from '../model.ts';
import { versionUrl, workUrl, type ExportedWork } from './exported-work.ts';

/*
 * Distributed Text Services 1.0: a collection of works, each a collection of edition versions, each
 * a resource whose citation tree are its addresses. https://dtsapi.org/versions/v1.0
 */

export const dtsFrame = {
  '@context': 'https://dtsapi.org/context/v1.0.json',
  dtsVersion: '1.0',
} as const;

/** Where the endpoints are. */
const base = (origin: string): string => `${origin}/api/dts`;

export const dtsEntry = (origin: string) => ({
  ...dtsFrame,
  '@id': base(origin),
  '@type': 'EntryPoint',
  collection: `${base(origin)}/collection{?id,page,nav}`,
  navigation: `${base(origin)}/navigation{?resource,ref,start,end,down,tree,page}`,
  document: `${base(origin)}/document{?resource,ref,start,end,tree,mediaType}`,
});

const localised = (texts: Readonly<Record<string, string>>) =>
  Object.entries(texts).map(([lang, value]) => ({ lang, value }));

/** What nobody has said of a text is not stated of it either. */
const stated = (name: string, values: readonly unknown[]) =>
  values.length === 0 ? {} : { [name]: values };

interface CiteStructure {
  readonly citeType: string;
  readonly citeStructure?: readonly CiteStructure[];
}

/** The levels inside each other; a heading stands where the last but one would. */
function structureOf(levels: readonly Level[]): readonly CiteStructure[] {
  const [level, ...below] = levels;
  if (level === undefined) return [];
  const inner = structureOf(below);
  const heading = below.length === 1 ? [{ citeType: 'heading' }] : [];
  return [
    ...heading,
    { citeType: level.key, ...(inner.length === 0 ? {} : { citeStructure: inner }) },
  ];
}

const root = (origin: string): string => `${origin}/`;

/** The member of a collection, or the same as an answer of its own. */
function workCollection(exported: ExportedWork) {
  const { work, versions } = exported.shipped;
  return {
    '@id': workUrl(exported),
    '@type': 'Collection',
    title: Object.values(work.titles)[0] ?? work.slug,
    totalParents: 1,
    totalChildren: versions.length,
    collection: `${base(exported.origin)}/collection?id=${encodeURIComponent(workUrl(exported))}{&page,nav}`,
    dublinCore: {
      title: localised(work.titles),
      ...stated('creator', localised(work.issuer)),
      issued: [work.issued],
      identifier: [work.key],
    },
  };
}

export function dtsResource(exported: ExportedWork, version: EditionVersion) {
  const { origin, shipped } = exported;
  const { edition } = version;
  const id = versionUrl(exported, version);
  const asked = encodeURIComponent(id);
  return {
    '@id': id,
    '@type': 'Resource',
    title: edition.title,
    description: `${edition.id} ${version.version}`,
    totalParents: 1,
    totalChildren: 0,
    collection: `${base(origin)}/collection?id=${asked}{&nav}`,
    navigation: `${base(origin)}/navigation?resource=${asked}{&ref,start,end,down,tree,page}`,
    document: `${base(origin)}/document?resource=${asked}{&ref,start,end,tree,mediaType}`,
    download: `${id}.tei.xml`,
    mediaTypes: ['application/tei+xml'],
    dublinCore: {
      title: [{ lang: edition.lang, value: edition.title }],
      language: [edition.lang],
      ...stated('contributor', [...edition.responsible]),
      issued: [version.released],
      ...stated('rights', localised(edition.rights)),
      ...stated('source', localised(edition.source)),
    },
    citationTrees: [{ '@type': 'CitationTree', citeStructure: structureOf(shipped.work.levels) }],
  };
}

const rootCollection = (origin: string, children: number) => ({
  '@id': root(origin),
  '@type': 'Collection',
  title: origin.replace(/^https?:\/\//, ''),
  totalParents: 0,
  totalChildren: children,
  collection: `${base(origin)}/collection{?id,page,nav}`,
});

/** What is collected at an identifier, or what holds it; null where nothing has it. */
export function dtsCollection(
  origin: string,
  works: readonly ExportedWork[],
  { id, nav }: { readonly id: string | undefined; readonly nav: 'children' | 'parents' },
): object | null {
  const isUp = nav === 'parents';
  if (id === undefined || id === root(origin))
    return {
      ...dtsFrame,
      ...rootCollection(origin, works.length),
      member: isUp ? [] : works.map(workCollection),
    };
  for (const exported of works) {
    if (workUrl(exported) === id)
      return {
        ...dtsFrame,
        ...workCollection(exported),
        member: isUp
          ? [rootCollection(origin, works.length)]
          : exported.shipped.versions.map((version) => dtsResource(exported, version)),
      };
    const version = exported.shipped.versions.find((each) => versionUrl(exported, each) === id);
    if (version !== undefined)
      return {
        ...dtsFrame,
        ...dtsResource(exported, version),
        ...(isUp ? { member: [workCollection(exported)] } : {}),
      };
  }
  return null;
}
