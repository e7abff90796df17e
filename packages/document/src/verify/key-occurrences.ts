// Up to here the engine's own search keeps to a table of the needle and cannot be made slow.
const SHORT = 200;

/** For each end of a beginning of the needle, how much of the needle's start stands before it too. */
function borders(needle: string): Int32Array {
  const table = new Int32Array(needle.length);
  for (let at = 1, matched = 0; at < needle.length; at += 1) {
    while (matched > 0 && needle.charCodeAt(at) !== needle.charCodeAt(matched))
      matched = table[matched - 1] ?? 0;
    if (needle.charCodeAt(at) === needle.charCodeAt(matched)) matched += 1;
    table[at] = matched;
  }
  return table;
}

function* longOccurrences(text: string, needle: string): Generator<number> {
  const table = borders(needle);
  for (let at = 0, matched = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    while (matched > 0 && unit !== needle.charCodeAt(matched)) matched = table[matched - 1] ?? 0;
    if (unit === needle.charCodeAt(matched)) matched += 1;
    if (matched < needle.length) continue;
    yield at + 1 - needle.length;
    matched = table[matched - 1] ?? 0;
  }
}

/**
 * UTF-16 indices at which the needle stands, up to `most` of them; in time that grows with text and
 * needle together (Knuth, Morris and Pratt), whatever they are made of.
 */
export function keyOccurrences(text: string, needle: string, most: number): number[] {
  const found: number[] = [];
  if (needle === '') return found;
  if (needle.length > SHORT) {
    for (const at of longOccurrences(text, needle)) {
      found.push(at);
      if (found.length >= most) break;
    }
    return found;
  }
  for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + 1)) {
    found.push(at);
    if (found.length >= most) break;
  }
  return found;
}
