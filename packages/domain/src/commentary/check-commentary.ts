import type { CommentaryDraft, DraftPart, DraftPlace } from './compose-release.ts';

/** What keeps a commentary from being published. */
export const stops = [
  'nothing-written',
  'abstract-missing',
  'licence-missing',
  'byline-missing',
  'part-empty',
  'label-missing',
  'label-twice',
  'place-missing',
  'place-gone',
  'reference-unresolved',
  'quotation-unconsented',
  'nothing-new',
] as const;
/** What whoever publishes should know. */
export const warnings = [
  'interests-missing',
  'title-missing',
  'place-superseded',
  'place-changed',
  'origin-taken-down',
  'citation-unresolved',
] as const;
export type Stop = (typeof stops)[number];
export type Warning = (typeof warnings)[number];

/** What was found, and where. */
export interface Finding {
  readonly code: Stop | Warning;
  /** Id of the part that it concerns; null for the whole. */
  readonly part: string | null;
  /** What exactly: a reference as it was written, an address, an edition and its version, another label. */
  readonly about: string;
}

const isStop = ({ code }: Finding): boolean => (stops as readonly string[]).includes(code);
export const stopsAmong = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(isStop);

const isBlank = (text: string): boolean => text.trim() === '';

const found = (code: Finding['code'], part: string | null = null, about = ''): Finding => ({
  code,
  part,
  about,
});

function ofFront(draft: CommentaryDraft): Finding[] {
  const { abstract, licence, contributors, interests, parts, basedOn, isOriginTakenDown } = draft;
  const [origin] = basedOn;
  return [
    ...(parts.length === 0 ? [found('nothing-written')] : []),
    ...(isBlank(abstract) ? [found('abstract-missing')] : []),
    ...(licence === null ? [found('licence-missing')] : []),
    ...(contributors.length === 0 ? [found('byline-missing')] : []),
    ...(isBlank(interests) ? [found('interests-missing')] : []),
    ...(origin !== undefined && isOriginTakenDown
      ? [found('origin-taken-down', null, `${origin.slug} ${origin.number}`)]
      : []),
  ];
}

function ofPlace(
  part: DraftPart,
  { address, loci, isGone }: DraftPlace,
  versions: CommentaryDraft['versions'],
): Finding[] {
  const old = loci.filter(({ edition, version }) => versions[edition] !== version);
  return [
    ...(isGone ? [found('place-gone', part.id, address)] : []),
    ...[...new Set(old.map(({ edition, version }) => `${edition} ${version}`))].map((pin) =>
      found('place-superseded', part.id, `${address} ${pin}`),
    ),
  ];
}

/** Clauses named of one place; a section may have hundreds. */
const mostNamed = 6;

/** Of a section or a span, what changed in it. */
function within(address: string, clauses: readonly string[]): string {
  if (clauses.length === 1 && clauses[0] === address) return address;
  const named = clauses.slice(0, mostNamed).join(', ');
  return `${address} (${named}${clauses.length > mostNamed ? ', …' : ''})`;
}

/** Where words are others now, at what it stands on and at what it refers to: each clause once. */
function ofChanges({ id, places, refers }: DraftPart): Finding[] {
  const told = new Set<string>();
  return [...places, ...refers].flatMap(({ address, changed }) =>
    changed.flatMap(({ pin, clauses }) => {
      const fresh = clauses.filter((clause) => !told.has(`${clause} ${pin}`));
      for (const clause of fresh) told.add(`${clause} ${pin}`);
      return fresh.length === 0
        ? []
        : [found('place-changed', id, `${within(address, fresh)} ${pin}`)];
    }),
  );
}

/** Whoever reads an address aloud does not tell `T1` from `t1`. */
const folded = (label: string): string => label.toLowerCase();

function ofPart(part: DraftPart, { parts, versions, items }: CommentaryDraft): Finding[] {
  const { id, kind, label, title, body, places, unresolved, unconsented, cites } = part;
  const keys = new Set(items.map((item) => item.id));
  const isEntry = kind === 'entry';
  const isTwin = (other: DraftPart): boolean =>
    other.id !== id && label !== '' && folded(other.label) === folded(label);
  return [
    ...(isBlank(body) ? [found('part-empty', id)] : []),
    ...(isEntry && label === '' ? [found('label-missing', id)] : []),
    ...parts.filter(isTwin).map((twin) => found('label-twice', id, twin.label)),
    ...(isEntry && places.length === 0 ? [found('place-missing', id)] : []),
    ...unresolved.map((reference) => found('reference-unresolved', id, reference)),
    ...cites
      .filter((key) => !keys.has(key))
      .map((key) => found('citation-unresolved', id, `@${key}`)),
    ...unconsented.map((quotation) => found('quotation-unconsented', id, quotation)),
    ...(kind !== 'introduction' && isBlank(title) ? [found('title-missing', id)] : []),
    ...places.flatMap((place) => ofPlace(part, place, versions)),
    ...ofChanges(part),
  ];
}

/** All that is wrong with it, what concerns the whole first, then by its parts in their order. */
export const checkCommentary = (draft: CommentaryDraft): readonly Finding[] => [
  ...ofFront(draft),
  ...draft.parts.flatMap((part) => ofPart(part, draft)),
];
