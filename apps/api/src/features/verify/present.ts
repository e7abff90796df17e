import type { VerifiedPlace, VerifiedSegment, VerifyView } from '@glossator/contract';
import type {
  FoundPlace,
  Pasted,
  PreparedVersion,
  PreparedWork,
  Verified,
} from '@glossator/document';
import { clauseOf } from '../citations/clause-of.ts';
import type { LoadedWork } from '../works/text-store.ts';

/** Places that are shown with their words; how many there are is said. */
const MOST_SHOWN = 20;

function segmentsOf({ loci }: FoundPlace, version: PreparedVersion | undefined): VerifiedSegment[] {
  const paths = [...new Set(loci.map(({ path }) => path))];
  return paths.map((path) => ({
    path,
    text: version?.segments.find((segment) => segment.path === path)?.text ?? '',
    ranges: loci.filter((locus) => locus.path === path).map(({ start, end }) => ({ start, end })),
  }));
}

export function presentVerified(
  { quotation, place: stated }: Pasted,
  { verbatim, omits, found, nearest, at, in: inVersions, versions, since }: Verified,
  loaded: readonly LoadedWork[],
  more: boolean,
  works: readonly PreparedWork[],
): VerifyView {
  const standing = found ?? nearest;
  const work = loaded.find(({ head }) => head.slug === standing?.work);
  const version = works
    .find(({ slug }) => slug === standing?.work)
    ?.versions.find(
      (each) => each.edition === standing?.edition && each.version === standing.version,
    );
  const places = found?.places ?? (nearest === null ? [] : [nearest.place]);
  const citationOf = (one: LoadedWork | undefined, address: string) =>
    one === undefined ? { en: address, 'zh-Hans': address } : clauseOf(one, address).citation;
  const cited = loaded.find(({ head }) => head.slug === stated?.work) ?? work;
  return {
    searched: loaded.map(({ head }) => ({ slug: head.slug, titles: head.titles })),
    more,
    quotation,
    verbatim,
    omits,
    variants: [...(found?.variants ?? [])],
    cutsWord: found?.cutsWord ?? false,
    standing:
      standing === null || work === undefined
        ? null
        : {
            work: standing.work,
            titles: work.head.titles,
            edition: standing.edition,
            title: work.editions.find(({ edition_id: id }) => id === standing.edition)?.title ?? '',
            lang: standing.lang,
            version: standing.version,
            released: standing.released,
          },
    places: places.slice(0, MOST_SHOWN).map((place): VerifiedPlace => ({
      address: place.address,
      citation: citationOf(work, place.address),
      segments: segmentsOf(place, version),
    })),
    total: found?.total ?? places.length,
    nearest: nearest && { similarity: nearest.similarity, runs: [...nearest.runs] },
    at: at && { ...at, citation: citationOf(cited, at.address) },
    in: [...inVersions],
    versions: [...versions],
    since: since && { state: since.state, corrections: [...since.corrections] },
  };
}
