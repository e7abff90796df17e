import { limits } from '@glossator/contract';
import {
  codePointSlice,
  formatCitation,
  joinWords,
  writeProof,
  type StatedDigest,
} from '@glossator/document';
import type { Focus } from '../works/address.ts';
import type { Chosen } from '../works/service.ts';
import type { LoadedWork, TextStore } from '../works/text-store.ts';

/**
 * A passage of one edition as it is copied with its proof: words, citation, pinned address and digests;
 * null where it is not shown, has no words, or is too long to be checked.
 */
export async function proofOf(
  texts: TextStore,
  { head: { levels } }: LoadedWork,
  { head, withheld }: Chosen,
  focus: Focus,
  url: string,
): Promise<string | null> {
  if (withheld || focus.kind === 'work' || focus.segments.length > limits.lociOfRange) return null;
  const { texts: byUid, limbs } = await texts.version(head.version_id);
  const limb = focus.kind === 'limb' && focus.unit !== null ? limbs[focus.unit.uid] : undefined;
  if (focus.kind === 'limb' && limb === undefined) return null;
  const words: string[] = [];
  const digests: StatedDigest[] = [];
  for (const { uid, path } of focus.segments) {
    const text = byUid.get(uid);
    if (text?.reading == null || text.sha256 === null) continue;
    words.push(
      limb === undefined ? text.reading : codePointSlice(text.reading, limb.start, limb.end),
    );
    const { edition_id: edition, version, slug: work } = head;
    digests.push({ work, edition, version, path, sha256: text.sha256 });
  }
  const quotation = joinWords(words, head.lang);
  if (quotation === '' || quotation.length > limits.pasteLength / 2) return null;
  const cited = formatCitation(focus.address, { levels }, head.lang);
  const citation = `${head.title}, ${cited.ok ? cited.value : focus.address} (${head.edition_id} ${head.version})`;
  return writeProof({ quotation, citation, url, digests });
}
