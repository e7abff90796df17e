import type { Viewer } from '../../plugins/session.ts';
import { isSupplement, isWithheld } from '../works/service.ts';
import type { LoadedWork, TextStore } from '../works/text-store.ts';
import { foldName, type Ground } from './read/read-place.ts';

/** The text of a work, as far as the headings of a file may name what stands in it. */
export async function groundOf(
  texts: TextStore,
  { head, editions, structure }: LoadedWork,
  viewer: Pick<Viewer, 'person' | 'works'>,
): Promise<Ground> {
  const names = new Map<string, string>();
  const twice = new Set<string>();
  for (const edition of editions) {
    if (isSupplement(edition) || isWithheld(edition, viewer)) continue;
    const { texts: words } = await texts.version(edition.version_id);
    for (const unit of structure.units) {
      const over = unit.parent === null ? undefined : structure.byUid.get(unit.parent);
      if (unit.kind !== 'heading' || over === undefined) continue;
      const name = foldName(words.get(unit.uid)?.reading ?? '');
      const known = names.get(name);
      if (known !== undefined && known !== over.path) twice.add(name);
      if (name !== '') names.set(name, over.path);
    }
  }
  // A name that two sections have names none of them.
  for (const name of twice) names.delete(name);
  const { key, slug, abbreviation, titles, issuer, issued, levels, rights } = head;
  return {
    work: { key, slug, abbreviation, titles, issuer, issued, levels, rights },
    units: structure.units,
    aliases: structure.aliases,
    names,
  };
}
