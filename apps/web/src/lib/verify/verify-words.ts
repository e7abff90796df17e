import type { VerifyView } from '@glossator/contract';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

type Variant = VerifyView['variants'][number];

const variantWords = {
  'quotation-marks': m.verify_variant_quotation_marks,
  dashes: m.verify_variant_dashes,
  ellipsis: m.verify_variant_ellipsis,
  width: m.verify_variant_width,
  case: m.verify_variant_case,
  hanzi: m.verify_variant_hanzi,
  'line-breaks': m.verify_variant_line_breaks,
  spaces: m.verify_variant_spaces,
  unseen: m.verify_variant_unseen,
} as const satisfies Record<Variant, () => string>;

export const listOf = (words: readonly string[]): string =>
  new Intl.ListFormat(getLocale(), { type: 'conjunction' }).format(words);

/** The first answer, in one sentence. */
export function verbatimSentence({ verbatim, omits, variants }: VerifyView): string {
  const how = listOf(variants.map((variant) => variantWords[variant]()));
  switch (verbatim) {
    case 'exact':
      return omits ? m.verify_exact_pieces() : m.verify_exact();
    case 'variant':
      return omits ? m.verify_variant_pieces({ how }) : m.verify_variant({ how });
    case 'changed':
      return m.verify_changed();
    case 'out-of-order':
      return m.verify_out_of_order();
    case 'absent':
      return m.verify_absent();
  }
}

/** The second answer, about the address that was given. */
export function addressSentence({ at, verbatim }: VerifyView): string {
  if (at === null)
    return verbatim === 'absent' || verbatim === 'out-of-order'
      ? m.verify_nowhere()
      : m.verify_no_address();
  const citation = at.citation[getLocale()];
  switch (at.answer) {
    case 'there':
      return verbatim === 'changed'
        ? m.verify_there_near({ citation })
        : m.verify_there({ citation });
    case 'partly':
      return m.verify_partly({ citation });
    case 'elsewhere':
      return m.verify_elsewhere({ citation });
    case 'unknown':
      return m.verify_unknown_address({ citation });
  }
}

/** What comes before the places that are listed. */
export function placesSentence({ total, places, verbatim }: VerifyView): string {
  if (verbatim === 'changed') return m.verify_nearest_stands();
  if (total === 1) return m.verify_stands();
  const count = String(total);
  return places.length < total
    ? m.verify_stands_first({ count })
    : m.verify_stands_times({ count });
}

/** The third answer: one sentence a version that was named, or where the words are. */
export function versionSentences(view: VerifyView): string[] {
  const named = view.in.flatMap(({ answer, digests, ...version }) => [
    answer === 'there'
      ? m.verify_version_there(version)
      : answer === 'not-there'
        ? m.verify_version_not(version)
        : m.verify_version_unknown(version),
    ...(digests === null
      ? []
      : [digests === 'match' ? m.verify_digest_match() : m.verify_digest_differ()]),
  ]);
  const write = (list: readonly { edition: string; version: string }[]): string =>
    listOf(list.map(({ edition, version }) => `${edition} ${version}`));
  const have = view.versions.filter(({ has }) => has);
  const lack = view.versions.filter(({ has }) => !has);
  return [
    ...(named.length === 0 ? [m.verify_no_version()] : named),
    ...(have.length === 0 ? [] : [m.verify_versions_have({ versions: write(have) })]),
    ...(lack.length === 0 ? [] : [m.verify_versions_lack({ versions: write(lack) })]),
    ...(view.verbatim === 'changed' && view.standing !== null
      ? [m.verify_nearest_version({ versions: write([view.standing]) })]
      : []),
  ];
}

/** The fourth answer. */
export function sinceSentence({ since, standing }: VerifyView): string {
  if (since === null || standing === null) return m.verify_since_nothing();
  switch (since.state) {
    case 'newest':
      return m.verify_newest({ edition: standing.edition, version: standing.version });
    case 'same':
      return m.verify_same();
    case 'around':
      return m.verify_around();
    case 'changed':
      return m.verify_corrected();
  }
}
