import {
  segmentLimbs,
  versionDigest,
  type ByPath,
  type EditionLayers,
  type Path,
  type StoredApparatus,
  type StoredText,
  type WitnessSpan,
} from '../src/index.ts';
import { readBlocks, type Blocks, type Placed } from './blocks.ts';
import { stretchesOf, textOfCells } from './cells.ts';
import { conditionOf } from './condition.ts';
import type { EditionDeclaration, WorkDeclaration } from './declarations.ts';
import { fold, type Folded } from './fold.ts';
import { lociOf } from './loci.ts';
import { writeJson } from '../src/write-json.ts';
import type { Witness } from './witness.ts';

export interface EditionReading {
  readonly declared: EditionDeclaration;
  readonly blocks: Blocks;
  readonly folded: Folded;
}

export function readEdition(witness: Witness, declared: EditionDeclaration): EditionReading {
  const blocks = readBlocks(witness, declared);
  return { declared, blocks, folded: fold(blocks.placed, declared.folds) };
}

function apparatusOf({ declared, folded }: EditionReading): readonly StoredApparatus[] {
  return declared.apparatus.map(
    ({ number, kind, cause, extent, certainty, reading, note, evidence, ...loci }) => ({
      number,
      kind,
      loci: lociOf(loci, folded.readings),
      cause,
      extent: extent ?? [],
      certainty,
      reading: reading ?? null,
      note,
      evidence,
    }),
  );
}

function labelsOf({ declared, folded, blocks }: EditionReading): ByPath<string> {
  return Object.fromEntries(
    blocks.placed.flatMap(({ path, kind }) => {
      const label = declared.labels.exec(folded.readings.get(path) ?? '')?.[0];
      return kind === 'heading' && label !== undefined ? [[path, label]] : [];
    }),
  );
}

export function limbsIn(
  readings: ReadonlyMap<Path, string>,
  limbs: readonly Path[],
): EditionLayers['limbs'] {
  return Object.fromEntries(
    limbs.flatMap((path) =>
      segmentLimbs(readings.get(path) ?? '').map((range, i) => [
        `${path}${String.fromCharCode('a'.charCodeAt(0) + i)}`,
        range,
      ]),
    ),
  );
}

/** The layers of one edition; `segments` are those of the work, lost ones included. */
export function buildEdition(
  reading: EditionReading,
  work: WorkDeclaration,
  segments: readonly Path[],
): EditionLayers {
  const { declared, blocks, folded } = reading;
  const placed = new Map<Path, Placed>(blocks.placed.map((segment) => [segment.path, segment]));
  const apparatus = apparatusOf(reading);
  const text: [Path, StoredText][] = [];
  const spans: [Path, readonly WitnessSpan[]][] = [];
  for (const path of segments) {
    const segment = placed.get(path);
    const condition = conditionOf(path, segment === undefined, apparatus);
    const diplomatic = segment === undefined ? null : textOfCells(segment.cells);
    text.push([path, { condition, reading: folded.readings.get(path) ?? null, diplomatic }]);
    if (segment !== undefined) spans.push([path, stretchesOf(segment.cells)]);
  }
  const layers = {
    text: Object.fromEntries(text),
    labels: labelsOf(reading),
    limbs: limbsIn(folded.readings, work.limbs),
    apparatus,
    spans: Object.fromEntries(spans),
  };
  return sealed(declared, layers);
}

/** With the digest over the layers as they are written. */
export function sealed(
  { edition, version, released }: Pick<EditionDeclaration, 'edition' | 'version' | 'released'>,
  layers: Omit<EditionLayers, 'edition' | 'version'>,
): EditionLayers {
  const files = Object.entries(layers).map(([name, layer]) => [name, writeJson(layer)]);
  const sha256 = versionDigest(Object.fromEntries(files) as Record<string, string>);
  return { edition, version: { version, released, sha256 }, ...layers };
}
