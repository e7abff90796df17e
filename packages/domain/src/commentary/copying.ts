import type { Licence } from './licence.ts';
import type { ReleaseContributor } from './release.ts';

type Localised = Readonly<Record<string, string>>;

/** A release that another commentary was begun from, as far as its licence wants it named. */
export interface ReleaseOrigin {
  readonly slug: string;
  readonly number: string;
  /** Of its document. */
  readonly sha256: string;
  readonly language: string;
  readonly titles: Localised;
  readonly contributors: readonly ReleaseContributor[];
  readonly licence: { readonly id: Licence; readonly statement: Localised };
}

const withAttribution = [
  'CC-BY-4.0',
  'CC-BY-SA-4.0',
  'CC-BY-NC-4.0',
  'CC-BY-NC-SA-4.0',
  'CC-BY-ND-4.0',
  'CC-BY-NC-ND-4.0',
] as const;

/**
 * Under what a copy may be published that others go on writing: the adapter’s licences of Creative Commons,
 * https://wiki.creativecommons.org/wiki/CC_Adapters_License_Chart. None where no changed version may be shared.
 */
const adapted: Readonly<Record<Licence, readonly Licence[]>> = {
  'CC0-1.0': ['CC0-1.0', ...withAttribution, 'all-rights-reserved'],
  'CC-BY-4.0': withAttribution,
  'CC-BY-SA-4.0': ['CC-BY-SA-4.0'],
  'CC-BY-NC-4.0': ['CC-BY-NC-4.0', 'CC-BY-NC-SA-4.0', 'CC-BY-NC-ND-4.0'],
  'CC-BY-NC-SA-4.0': ['CC-BY-NC-SA-4.0'],
  'CC-BY-ND-4.0': [],
  'CC-BY-NC-ND-4.0': [],
  'all-rights-reserved': [],
};

export const allowsCopies = (licence: Licence): boolean => adapted[licence].length > 0;

/** The licences that a copy may have. Where nobody but its authors may copy, it keeps the one it has. */
export const licencesOfCopy = (licence: Licence): readonly Licence[] =>
  allowsCopies(licence) ? adapted[licence] : [licence];

/** What a question of permission about a copy is about. */
export interface BeforeCopy {
  readonly licence: Licence;
  /** They write the commentary that the release is of. */
  readonly isAuthor: boolean;
}

/** By what somebody may begin a copy: anybody by the licence, who writes it in any case; null where they may not. */
export const copyGround = ({ licence, isAuthor }: BeforeCopy): 'licence' | 'author' | null =>
  allowsCopies(licence) ? 'licence' : isAuthor ? 'author' : null;
