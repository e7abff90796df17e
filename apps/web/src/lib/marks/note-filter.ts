import { layerKinds, noteKinds, resolutions } from '@glossator/domain';

/** Names under which an address says which notes are shown. */
export const filterNames = ['layer', 'kind', 'tag', 'by', 'is', 'since', 'until'] as const;
export type FilterName = (typeof filterNames)[number];

const day = /^\d{4}-\d{2}-\d{2}$/;
const listed = (list: readonly string[]) => (value: string) => list.includes(value);
const some = (longest: number) => (value: string) => value.length <= longest;
const isDay = (value: string) => day.test(value) && !Number.isNaN(Date.parse(value));

/** What the server takes; whatever else stands in an address asks for nothing. */
const accepts = {
  layer: listed(layerKinds),
  kind: listed(noteKinds),
  tag: some(200),
  by: some(60),
  is: listed(resolutions),
  since: isDay,
  until: isDay,
} satisfies Record<FilterName, (value: string) => boolean>;
const single: readonly FilterName[] = ['is', 'since', 'until'];

/** The filter in an address, in one order, each value once; empty where all notes are shown. */
export function noteFilter(params: Pick<URLSearchParams, 'getAll'>): URLSearchParams {
  const filter = new URLSearchParams();
  for (const name of filterNames) {
    const values = new Set(params.getAll(name).map((value) => value.trim()));
    const taken = [...values].filter((value) => value !== '' && accepts[name](value));
    for (const value of taken.slice(0, single.includes(name) ? 1 : 10)) filter.append(name, value);
  }
  return filter;
}
