import { isClassLayer, type ClassLayer, type Layer, type LayerKind } from '@glossator/domain';
import { and, eq } from 'drizzle-orm';
import type { Db } from '../../db/client.ts';
import { layer } from '../../db/schema.ts';
import type { Reader } from './repository.ts';

/** The layer of a kind as one person has it: their own, or the public one. */
export const layerNamed = (kind: Exclude<LayerKind, ClassLayer>, personId: string): Layer => ({
  kind,
  ownerId: kind === 'public' ? null : personId,
});

/** Its id; null stands for the public layer, which a statement looks up itself. */
export async function layerIdOf(db: Db, { kind, ownerId }: Layer): Promise<number | null> {
  if (kind === 'public' || ownerId === null) return null;
  if (isClassLayer(kind)) throw new Error('layers of a class are found by their assignment');
  return ownLayer(db, kind, ownerId);
}

/** A reader who has just opened a layer: the request was read before it was there. */
export const withLayer = <R extends Reader>(reader: R, layerId: number | null): R =>
  layerId === null || reader.layers.includes(layerId)
    ? reader
    : { ...reader, layers: [...reader.layers, layerId] };

/** A layer of one person's own, made when first needed. */
export async function ownLayer(
  db: Db,
  kind: Exclude<LayerKind, 'public' | ClassLayer>,
  ownerId: string,
): Promise<number> {
  const find = () =>
    db.orm
      .select({ id: layer.id })
      .from(layer)
      .where(and(eq(layer.kind, kind), eq(layer.ownerId, ownerId)));
  const [known] = await find();
  if (known !== undefined) return known.id;
  await db.orm.insert(layer).values({ kind, ownerId }).onConflictDoNothing();
  const [made] = await find();
  if (made === undefined) throw new Error('a layer was not made');
  return made.id;
}
