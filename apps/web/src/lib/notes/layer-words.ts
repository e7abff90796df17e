import { writtenLayers, type LayerKind, type WrittenLayer } from '@glossator/domain';
import { m } from '#lib/paraglide/messages.js';

const readers = {
  public: m.layer_public_who,
  waiting: m.layer_waiting_who,
  notebook: m.layer_notebook_who,
  class: m.layer_class_who,
  feedback: m.layer_feedback_who,
} satisfies Record<LayerKind, () => string>;

/** Those that one can take a note to. */
export const layers: readonly WrittenLayer[] = writtenLayers.toReversed();
export { layerName } from './layer-name.ts';
/** Who reads it, in a sentence. */
export const layerReaders = (kind: LayerKind): string => readers[kind]();
