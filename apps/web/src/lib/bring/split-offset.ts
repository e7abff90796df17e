/** Where in a text a split is likeliest meant: behind the first end of a sentence, else half-way. UTF-16. */
export function splitOffset(text: string): number {
  for (const { index, 0: mark } of text.matchAll(/[.!?。！？；;]["”’」』）)]*\s*/gu)) {
    const at = index + mark.length;
    if (at > 0 && at < text.length) return at;
  }
  const half = Math.floor(text.length / 2);
  const space = text.indexOf(' ', half);
  return space === -1 ? half : space + 1;
}

/** A caret in UTF-16 as code points, which corrections count. */
export const codePointsBefore = (text: string, caret: number): number =>
  [...text.slice(0, caret)].length;
