import { licences, licenceUrl, type Licence } from '@glossator/domain';
import { licenceName } from '#lib/commentaries/licence-words.ts';

/** The licence of a release, which may be one that this program no longer offers. */
export function licenceOf(id: string): { readonly name: string; readonly url: string | null } {
  const known = licences.find((each): each is Licence => each === id);
  return known === undefined
    ? { name: id, url: null }
    : { name: licenceName(known), url: licenceUrl(known) };
}
