import type { ClassRole } from './class/class-rules.ts';

export const layerKinds = ['notebook', 'waiting', 'public', 'class', 'feedback'] as const;
export type LayerKind = (typeof layerKinds)[number];

/** Those that a person may write into. What waits to be public is put there by the rules of its work. */
export const writtenLayers = ['notebook', 'public'] as const satisfies readonly LayerKind[];
export type WrittenLayer = (typeof writtenLayers)[number];

/** Where a thread may be begun: in a class it is an assignment that is named. */
export const threadLayers = [
  ...writtenLayers,
  'class',
  'feedback',
] as const satisfies readonly LayerKind[];
export type ThreadLayer = (typeof threadLayers)[number];

/** Layers of classes, whose readers are told by the class. */
export const classLayers = ['class', 'feedback'] as const satisfies readonly LayerKind[];
export type ClassLayer = (typeof classLayers)[number];
export const isClassLayer = (kind: LayerKind): kind is ClassLayer =>
  (classLayers as readonly LayerKind[]).includes(kind);

/** What the one who asks is to a layer of a class that they read. */
export interface ClassReader {
  readonly role: ClassRole;
  /** False in the archive, and after an assignment has closed for them. */
  readonly writes: boolean;
}

/** A set of threads with one audience and one set of rules. */
export interface Layer {
  readonly kind: LayerKind;
  /** The one person of a notebook, of what waits, of a desk; null for a layer that nobody owns. */
  readonly ownerId: string | null;
  /** Told of a layer of a class, as the one who asks has it; null where they do not read it. */
  readonly asReader?: ClassReader | null;
}

/** True where everybody who sees the inner layer sees the outer one as well. */
export function isWithin(inner: Layer, outer: Layer): boolean {
  if (outer.kind === 'public') return true;
  // Two layers of a class are told apart by more than is known here.
  if (isClassLayer(inner.kind) || isClassLayer(outer.kind)) return false;
  return inner.kind === outer.kind && inner.ownerId === outer.ownerId;
}
