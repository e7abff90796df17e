import type { RangeLocus, WorkView } from '@glossator/contract';
import { formatCitation, joinWords, writeProof } from '@glossator/document';

/**
 * Words of one edition, marked in the page, as they are copied with their proof; null where the edition
 * or a digest of it is not shown.
 */
export function proofOfWords(
  work: WorkView,
  loci: readonly RangeLocus[],
  address: string,
  origin: string,
): string | null {
  const edition = work.editions.find(({ id }) => id === loci[0]?.edition);
  if (edition === undefined || loci.some(({ version }) => version !== edition.version)) return null;
  const uidAt = new Map(work.units.map(({ path, uid }) => [path, uid]));
  const { id, version, lang, title } = edition;
  const digests = loci.flatMap(({ at }) => {
    const sha256 = edition.texts[uidAt.get(at) ?? '']?.sha256 ?? null;
    return sha256 === null ? [] : [{ work: work.slug, edition: id, version, path: at, sha256 }];
  });
  if (digests.length < loci.length) return null;
  const cited = formatCitation(address, work, lang);
  return writeProof({
    quotation: joinWords(
      loci.map(({ exact }) => exact),
      lang,
    ),
    citation: `${title}, ${cited.ok ? cited.value : address} (${id} ${version})`,
    url: `${origin}/t/${work.slug}@${id}:${version}/${address}`,
    digests,
  });
}
