const longest = 60;
const kept = 28;

/** Long words by their beginning and their end, in whole characters as a reader sees them. */
export function shorten(words: string): string {
  const characters = [...new Intl.Segmenter().segment(words)].map(({ segment }) => segment);
  if (characters.length <= longest) return words;
  return `${characters.slice(0, kept).join('').trimEnd()} … ${characters.slice(-kept).join('').trimStart()}`;
}
