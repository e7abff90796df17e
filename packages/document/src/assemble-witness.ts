import type { EditionLayers } from './layers.ts';
import type { Path, Uid } from './model.ts';
import type { Change, Operation, Remainder, Witness, WitnessRecord } from './witness.ts';

export interface StoredChange extends Omit<Change, 'uid'> {
  readonly path?: Path;
}
export interface StoredOperation extends Omit<Operation, 'changes'> {
  readonly changes: readonly StoredChange[];
}

export interface WitnessLayers {
  readonly witness: Omit<Witness, 'text'>;
  readonly lines: readonly string[];
  readonly remainder: readonly Remainder[];
  readonly operations: readonly StoredOperation[];
}

/** Joins the layers of a copy with the editions that were made of it. */
export function assembleWitness(
  { witness, lines, remainder, operations }: WitnessLayers,
  editions: readonly Pick<EditionLayers, 'edition' | 'spans'>[],
  uidOf: (path: Path) => Uid,
): WitnessRecord {
  return {
    witness: { ...witness, text: lines.join('\n') },
    remainder,
    operations: operations.map((operation) => ({
      ...operation,
      changes: operation.changes.map(({ path, ...change }) =>
        path === undefined ? change : { uid: uidOf(path), ...change },
      ),
    })),
    places: Object.fromEntries(
      editions.map(({ edition, spans }) => [
        edition.id,
        Object.entries(spans).map(([path, own]) => ({ uid: uidOf(path), spans: own })),
      ]),
    ),
  };
}
