import { layerKinds, noteKinds, type Resolution } from '@glossator/domain';
import { kindName } from '../notes/kind-words.ts';
import { layerName } from '../notes/layer-words.ts';
import { m } from '../paraglide/messages.js';

const standing = { open: m.filter_open, resolved: m.filter_resolved } satisfies Record<
  Resolution,
  () => string
>;

export const resolutionName = (resolution: Resolution): string => standing[resolution]();

/** What a filter asks for, piece by piece, in words. */
export function filterWords(filter: URLSearchParams): readonly string[] {
  const is = filter.get('is');
  const since = filter.get('since');
  const until = filter.get('until');
  return [
    ...layerKinds.filter((kind) => filter.getAll('layer').includes(kind)).map(layerName),
    ...noteKinds.filter((kind) => filter.getAll('kind').includes(kind)).map(kindName),
    ...filter.getAll('tag').map((tag) => `#${tag.replace(/^#/u, '')}`),
    ...filter.getAll('by').map((handle) => `@${handle.replace(/^@/u, '')}`),
    ...(is === 'open' || is === 'resolved' ? [resolutionName(is)] : []),
    ...(since === null ? [] : [m.filter_since_day({ day: since })]),
    ...(until === null ? [] : [m.filter_until_day({ day: until })]),
  ];
}
