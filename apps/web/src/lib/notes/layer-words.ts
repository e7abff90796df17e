import type { LayerKind } from '@glossator/domain';
import { m } from '#lib/paraglide/messages.js';

const names = { public: m.layer_public, notebook: m.layer_notebook } satisfies Record<
  LayerKind,
  () => string
>;
const readers = { public: m.layer_public_who, notebook: m.layer_notebook_who } satisfies Record<
  LayerKind,
  () => string
>;

export const layers = Object.keys(names) as readonly LayerKind[];
export const layerName = (kind: LayerKind): string => names[kind]();
/** Who reads it, in a sentence. */
export const layerReaders = (kind: LayerKind): string => readers[kind]();
