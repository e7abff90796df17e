export const layerKinds = ['notebook', 'waiting', 'public'] as const;
export type LayerKind = (typeof layerKinds)[number];

/** Those that a person may write into. What waits to be public is put there by the rules of its work. */
export const writtenLayers = ['notebook', 'public'] as const satisfies readonly LayerKind[];
export type WrittenLayer = (typeof writtenLayers)[number];

/** A set of threads with one audience and one set of rules. */
export interface Layer {
  readonly kind: LayerKind;
  /** The one person of a notebook or of what waits; null for a layer that nobody owns. */
  readonly ownerId: string | null;
}

/** True where everybody who sees the inner layer sees the outer one as well. */
export function isWithin(inner: Layer, outer: Layer): boolean {
  if (outer.kind === 'public') return true;
  return inner.kind === outer.kind && inner.ownerId === outer.ownerId;
}
