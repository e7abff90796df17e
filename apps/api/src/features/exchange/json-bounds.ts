/** What JSON may hold before anything is built of it. */
export interface JsonBounds {
  /** Lists and objects inside one another. */
  readonly depth: number;
  /** Brackets, braces and commas in all: each value costs far more memory than its letters. */
  readonly marks: number;
}

/** Which bound a text breaks; null where none. Looks at each unit once. */
export function brokenBound(text: string, { depth: deepest, marks: most }: JsonBounds) {
  let depth = 0;
  let marks = 0;
  let isString = false;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 0x22) isString = !isString;
    else if (isString) {
      if (unit === 0x5c) at += 1;
    } else if (unit === 0x2c) marks += 1;
    else if (unit === 0x5b || unit === 0x7b) {
      depth += 1;
      marks += 1;
    } else if (unit === 0x5d || unit === 0x7d) depth -= 1;
    if (depth > deepest) return 'depth';
    if (marks > most) return 'marks';
  }
  return null;
}
