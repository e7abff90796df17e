export const layerKinds = ['notebook', 'public'] as const;
export type LayerKind = (typeof layerKinds)[number];

/** A set of threads with one audience and one set of rules. */
export interface Layer {
  readonly kind: LayerKind;
  /** The one person of a notebook; null for a layer that nobody owns. */
  readonly ownerId: string | null;
}

/** True where everybody who sees the inner layer sees the outer one as well. */
export function isWithin(inner: Layer, outer: Layer): boolean {
  if (outer.kind === 'public') return true;
  return inner.kind === outer.kind && inner.ownerId === outer.ownerId;
}
