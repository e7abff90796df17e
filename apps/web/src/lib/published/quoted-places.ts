import type { ReleasedEntry, ReleasedPart, ReleaseHead } from '@glossator/contract';

interface Quoted {
  readonly address: string;
  readonly words: readonly {
    readonly edition: string;
    readonly lang: string;
    readonly text: string;
  }[];
}

/** Where a part stands: places with the words that it is about, and those that are an address alone. */
export function quotedPlaces(
  places: ReleasedPart['places'],
  passages: ReleasedEntry['passages'],
  editions: ReleaseHead['editions'],
): { readonly quoted: readonly Quoted[]; readonly bare: readonly string[] } {
  const quoted: Quoted[] = [];
  const bare = new Set<string>();
  for (const { address, loci, entry } of places) {
    const words = editions.flatMap(({ id, lang }) => {
      const text = loci
        .filter(({ edition, exact }) => edition === id && exact !== '')
        .map(({ exact }) => exact)
        .join(' … ');
      return text === '' ? [] : [{ edition: id, lang, text }];
    });
    const passage =
      loci.length > 0 || entry !== null
        ? undefined
        : passages.find((each) => each.address === address);
    if (words.length > 0) quoted.push({ address, words });
    else if (passage !== undefined && passage.words.length > 0) quoted.push(passage);
    else bare.add(address);
  }
  return { quoted, bare: [...bare] };
}
