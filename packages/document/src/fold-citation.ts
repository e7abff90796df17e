/**
 * Half and full width, letter case and runs of spaces are one in a citation. For citations only:
 * NFKC would alter a text.
 */
export function foldCitation(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[.。;；]+$/u, '');
}
