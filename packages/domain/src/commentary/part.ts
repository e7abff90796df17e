export const partKinds = ['introduction', 'essay', 'entry'] as const;
export type PartKind = (typeof partKinds)[number];

/** What a part may stand on: an introduction on nothing, an essay on sections. */
export const placeKinds = ['segment', 'span', 'container', 'range', 'hinge', 'entry'] as const;
export type PlaceKind = (typeof placeKinds)[number];

export const placesOf: Readonly<Record<PartKind, readonly PlaceKind[]>> = {
  introduction: [],
  essay: ['container', 'span'],
  entry: placeKinds,
};

/** Pages of a release, at addresses that an entry of this label would have. */
export const reservedLabels: readonly string[] = ['book', 'changes', 'download', 'part'];

/** What an address ends in where a file is meant, and no label may. */
const fileEndings = 'bib|ris|json|jsonld|xml|txt|html|md|pdf|epub|zip';
/** How an entry is called where others cite it: `T12`. */
export const labelPattern = `^(?!.*\\.(${fileEndings})$)[A-Za-z0-9][A-Za-z0-9.-]{0,11}$`;
