import {
  applyChanges,
  releaseLayers,
  type BaseEdition,
  type EditionVersion,
  type ShippedWork,
} from '../src/index.ts';
import type { EditionDeclaration } from './declarations.ts';

type Files = readonly (readonly [name: string, value: unknown])[];

const asBase = (version: EditionVersion): BaseEdition => ({
  ...version,
  usedNumbers: version.apparatus.map(({ number }) => number),
});

/** The files of an edition's later versions, below `editions/<id>/releases`; stops where a change does not fit. */
export function buildReleases(work: ShippedWork, { edition, releases }: EditionDeclaration): Files {
  const first = work.versions.find((version) => version.edition.id === edition.id);
  if (first === undefined) throw new Error(`no edition ${edition.id}`);
  const files: (readonly [string, unknown])[] = [];
  let newest = asBase(first);
  for (const { version, released, change, changes } of releases ?? []) {
    const others = work.versions.filter((each) => each.edition.id !== edition.id).map(asBase);
    const base = { workKey: work.work.key, ...work, retired: [], editions: [newest, ...others] };
    const applied = applyChanges(base, edition.id, changes);
    if (!applied.ok) throw new Error(`${version}: ${JSON.stringify(applied.unmade)}`);
    const [made] = applied.value.versions;
    // A change of structure is one of all editions, and is not shipped with one of them.
    if (made?.version !== version || applied.value.isStructural)
      throw new Error(`${edition.id} ${version} is not what its changes make`);
    const { ids: _, ...layers } = releaseLayers(made, work.units);
    const folder = `editions/${edition.id}/releases/${version}`;
    files.push(
      [`${folder}/version.json`, { version, base: made.base, released, sha256: made.sha256, change }],
      [`${folder}/changes.json`, changes],
      ...Object.entries(layers).map(([name, layer]) => [`${folder}/${name}.json`, layer] as const),
    );
    newest = {
      ...asBase({ ...made, released }),
      usedNumbers: [...newest.usedNumbers, ...made.apparatus.map(({ number }) => number)],
    };
  }
  return files;
}
