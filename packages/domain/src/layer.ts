export const layerKinds = ['notebook', 'public'] as const;
export type LayerKind = (typeof layerKinds)[number];

/** A set of threads with one audience and one set of rules. */
export interface Layer {
  readonly kind: LayerKind;
  /** The one person of a notebook; null for a layer that nobody owns. */
  readonly ownerId: string | null;
}
