import type { CommentaryView, Contributor } from '@glossator/contract';

/** The front matter as its form has it. */
export interface FrontValues {
  readonly title: string;
  readonly subtitle: string;
  readonly abstract: string;
  readonly language: string;
  /** A tag that is in no list, as it was typed. */
  readonly other: string;
  /** Empty where none is chosen. */
  readonly licence: string;
  readonly interests: string;
  readonly contributors: readonly Contributor[];
  readonly version: number;
}

export const frontValuesOf = (view: CommentaryView): FrontValues => ({
  title: view.title,
  subtitle: view.subtitle,
  abstract: view.abstract,
  language: view.language,
  other: '',
  licence: view.licence ?? '',
  interests: view.interests,
  contributors: view.contributors,
  version: view.version,
});

export const nobody = (kind: Contributor['kind']): Contributor => ({
  kind,
  family: '',
  given: '',
  orcid: '',
  affiliation: '',
  roles: [],
});

/** A press of a button of the byline: `person`, `group`, `up:2`, `down:2`, `remove:2`. */
export function changeRows(rows: readonly Contributor[], press: string): Contributor[] {
  const [act = '', place = ''] = press.split(':');
  if (act === 'person' || act === 'group') return [...rows, nobody(act)];
  const at = Number(place);
  const row = rows[at];
  if (row === undefined) return [...rows];
  const others = rows.toSpliced(at, 1);
  if (act === 'remove') return others;
  return others.toSpliced(act === 'up' ? Math.max(0, at - 1) : at + 1, 0, row);
}

/** The part of the page that is looked at after the press, by its id. */
export function afterPress(rows: readonly Contributor[], press: string): string {
  const [act = '', place = ''] = press.split(':');
  if (act === 'person' || act === 'group') return `c-${String(rows.length)}-family`;
  if (act === 'remove') return 'byline';
  const at = Number(place) + (act === 'up' ? -1 : 1);
  return `c-${String(Math.min(Math.max(0, at), rows.length - 1))}-${act}`;
}
