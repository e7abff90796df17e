import type { Layer, LayerKind } from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import { notebookOf, type Reader } from './repository.ts';

/** The layer a person means by its kind: their own notebook, or the public one. */
export const layerNamed = (kind: LayerKind, personId: string): Layer => ({
  kind,
  ownerId: kind === 'notebook' ? personId : null,
});

/** Its id; null stands for the public layer, which a statement looks up itself. */
export async function layerIdOf(db: Db, { ownerId }: Layer): Promise<number | null> {
  return ownerId === null ? null : notebookOf(db, ownerId);
}

/** A reader who has just opened a layer: the request was read before it was there. */
export const withLayer = <R extends Reader>(reader: R, layerId: number | null): R =>
  layerId === null || reader.layers.includes(layerId)
    ? reader
    : { ...reader, layers: [...reader.layers, layerId] };
