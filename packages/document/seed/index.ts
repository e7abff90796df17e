import { assembleWork, type ByPath, type ShippedWork, type WitnessSpan } from '../src/index.ts';
import { ncss2016 } from './ncss-2016.ts';

const layers = [ncss2016];

/** The works that come with the platform, from their committed layers. */
export const shippedWorks: readonly ShippedWork[] = layers.map(assembleWork);

/** Where each segment stands in the witness, by edition id and path. */
export const shippedSpans: Readonly<Record<string, ByPath<readonly WitnessSpan[]>>> =
  Object.fromEntries(
    layers.flatMap(({ editions }) => editions.map(({ edition, spans }) => [edition.id, spans])),
  );
