import type { LayerKind } from '@glossator/domain';
import { m } from '#lib/paraglide/messages.js';

const names = {
  public: m.layer_public,
  waiting: m.layer_waiting,
  notebook: m.layer_notebook,
  class: m.layer_class,
  feedback: m.layer_feedback,
} satisfies Record<LayerKind, () => string>;

export const layerName = (kind: LayerKind): string => names[kind]();
