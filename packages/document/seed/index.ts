import {
  assembleWork,
  type ByPath,
  type Localised,
  type ReleaseChange,
  type ShippedWork,
  type WitnessSpan,
} from '../src/index.ts';
import { ncss2016 } from './ncss-2016.ts';
import { ncss2016Releases } from './ncss-2016-releases.ts';

/** A later version of an edition: what a text editor of a site is asked to release there. */
export interface ShippedRelease {
  readonly edition: string;
  readonly version: string;
  /** The version that it is made from. */
  readonly base: string;
  readonly released: string;
  readonly sha256: string;
  readonly change: Localised;
  readonly changes: readonly ReleaseChange[];
}

const layers = [ncss2016];

/** The works that come with the platform, from their committed layers. */
export const shippedWorks: readonly ShippedWork[] = layers.map(assembleWork);

/** Where each segment stands in the witness, by edition id and path. */
export const shippedSpans: Readonly<Record<string, ByPath<readonly WitnessSpan[]>>> =
  Object.fromEntries(
    layers.flatMap(({ editions }) => editions.map(({ edition, spans }) => [edition.id, spans])),
  );

/** Later versions of shipped editions, in the order in which they follow one another. */
export const shippedReleases: readonly ShippedRelease[] = ncss2016Releases;
