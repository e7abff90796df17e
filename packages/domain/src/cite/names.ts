import type { Contributor, ContributorName, ContributorRole, PersonName } from './item.ts';

export const personName = (
  family: string,
  given: string,
  more: Partial<Omit<PersonName, 'kind' | 'family' | 'given'>> = {},
): PersonName => ({
  kind: 'person',
  family,
  given,
  particle: '',
  suffix: '',
  familyFirst: false,
  ...more,
});

export const namesOf = (
  contributors: readonly Contributor[],
  role: ContributorRole,
): readonly ContributorName[] =>
  contributors.filter((each) => each.role === role).map(({ name }) => name);

const eastAsian = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}·・]+$/u;

/** Written without a space, family name first, and never shortened: 张伟. */
const isEastAsian = ({ family, given }: PersonName): boolean => eastAsian.test(family + given);

export const words = (...parts: readonly string[]): string =>
  parts.filter((part) => part !== '').join(' ');

const familyOf = ({ particle, family }: PersonName): string => words(particle, family);

/** The article of a group's name begins a sentence where the group begins it. */
const asFirst = (text: string): string =>
  /^(the|an?) /u.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;

export function fullName(name: ContributorName, isFirst = false): string {
  if (name.kind !== 'person') return isFirst ? asFirst(name.text) : name.text;
  if (isEastAsian(name)) return name.family + name.given;
  const family = familyOf(name);
  return name.familyFirst
    ? words(family, name.given, name.suffix)
    : words(name.given, family, name.suffix);
}

/** `King, Martin L., Jr.`, and `Beethoven, Ludwig van`, which is sorted under B. */
export function turnedName(name: ContributorName): string {
  if (name.kind !== 'person') return asFirst(name.text);
  if (isEastAsian(name)) return name.family + name.given;
  const { family, given, particle, suffix, familyFirst } = name;
  if (familyFirst) return words(familyOf(name), given, suffix);
  const after = words(given, particle);
  return [family, after, suffix].filter((part) => part !== '').join(', ');
}

const initialsOf = (given: string, stop: string, hyphen: string): string =>
  given
    .split(/[\s.]+/u)
    .filter((part) => part !== '')
    .map((part) =>
      part
        .split(/[-‐‑]/u)
        .filter((half) => /^[\p{L}\p{N}]/u.test(half))
        .map((half) => ([...half][0] ?? '').toUpperCase() + stop)
        .join(hyphen),
    )
    .filter((part) => part !== '')
    .join(' ');

/** `King, M. L., Jr.`, `Sartre, J.-P.` */
export function apaName(name: ContributorName, isFirst = false): string {
  if (name.kind !== 'person') return isFirst ? asFirst(name.text) : name.text;
  if (isEastAsian(name)) return name.family + name.given;
  const initials = initialsOf(name.given, '.', '-');
  return [familyOf(name), initials, name.suffix].filter((part) => part !== '').join(', ');
}

/** `J. Doe`, as APA writes whoever is not the author. */
export function apaInnerName(name: ContributorName): string {
  if (name.kind !== 'person' || isEastAsian(name)) return fullName(name);
  const initials = initialsOf(name.given, '.', '-');
  return words(initials, familyOf(name)) + (name.suffix === '' ? '' : `, ${name.suffix}`);
}

/** `KING M L Jr`, GB/T 7714-2015, 8.1. A group is written as it is. */
export function gbtName(name: ContributorName): string {
  if (name.kind !== 'person') return asFirst(name.text);
  if (isEastAsian(name)) return name.family + name.given;
  const suffix = name.suffix.replaceAll('.', '');
  return words(familyOf(name).toUpperCase(), initialsOf(name.given, '', ' '), suffix);
}

/** `Ada, Bo, and Cy`: with or without the comma before the last, and with the word before it. */
export function listed(
  names: readonly string[],
  { and, serialComma = false, twoComma = false }: ListStyle,
): string {
  const last = names.at(-1) ?? '';
  if (names.length < 2) return last;
  const hasComma = names.length === 2 ? twoComma : serialComma;
  return `${names.slice(0, -1).join(', ')}${hasComma ? ',' : ''} ${and} ${last}`;
}

export interface ListStyle {
  readonly and: string;
  readonly serialComma?: boolean;
  readonly twoComma?: boolean;
}
