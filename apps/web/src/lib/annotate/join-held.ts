import type { Pointed } from './pointed.ts';
import { pointingOf, sidesIn } from './pointing-fields.ts';
import type { Offers } from './selection-offers.ts';
import { shorten } from './shorten.ts';

/**
 * Words of one language are marked while the form of their clause holds words of another: the two
 * may make a hinge. A pointer cannot mark both at once where they stand in two columns.
 */
export function joinHeld(found: Offers | null, held: Pointed | null): Offers | null {
  const [offer, ...others] = found?.offers ?? [];
  if (found === null || offer?.pointing?.kind !== 'range' || held?.address !== offer.address)
    return found;
  const [locus, more] = offer.pointing.loci;
  if (locus === undefined || more !== undefined) return found;
  const [side, another] = sidesIn(held.pointing).filter(
    ({ edition }) => edition.split(':', 1)[0] !== locus.edition,
  );
  if (side === undefined || another !== undefined || side.loci.length > 1) return found;
  const marked = {
    edition: `${locus.edition}:${locus.version}`,
    words: locus.exact,
    loci: [locus],
  };
  const join = { ...offer, kind: 'join' as const, pointing: pointingOf([side, marked]) };
  return { ...found, offers: [offer, join, ...others], held: shorten(side.words) };
}
