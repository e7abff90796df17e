/** Marks that stand around a quotation and belong to who quotes. */
const AROUND: readonly (readonly [string, string])[] = [
  ['“', '”'],
  ['"', '"'],
  ['„', '“'],
  ['‘', '’'],
  ["'", "'"],
  ['「', '」'],
  ['『', '』'],
  ['«', '»'],
];

function withoutMarks(text: string): string | null {
  const pair = AROUND.find(([open, close]) => text.startsWith(open) && text.endsWith(close));
  return pair === undefined || text.length < 3 ? null : text.slice(1, -1).trim();
}

// A word that a line's end has divided; whether the hyphen is its own is not to be seen.
const DIVIDED = /(?<=\p{L})[-‐\u00ad]\s*\n\s*(?=\p{Ll})/gu;

/**
 * The ways in which a quotation may be meant, the likeliest first: as it stands, without the
 * quotation marks around it, with words joined that the end of a line divides.
 */
export function quotationForms(text: string): readonly string[] {
  const whole = text.trim();
  const bare = withoutMarks(whole);
  const forms = bare === null ? [whole] : [whole, bare];
  return [...new Set([...forms, ...forms.map((form) => form.replaceAll(DIVIDED, ''))])];
}

// Also in brackets, as what is left out of a quotation is shown.
const ELLIPSIS = /\s*(?:[[(（［【]\s*)?(?:…+|⋯+|\.(?:\s?\.){2,})(?:\s*[\])）］】])?\s*/u;

/** What stands before, between and after what is left out; one piece where nothing is. */
export function omissionPieces(text: string): readonly string[] {
  return text.split(ELLIPSIS).filter((piece) => /[\p{L}\p{N}]/u.test(piece));
}
