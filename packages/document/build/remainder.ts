import type { Remainder } from '../src/index.ts';
import type { WorkDeclaration } from './declarations.ts';
import { locate, textOf, type Stretch, type Witness } from './witness.ts';

/** What lies outside all spans; line ends in a row, blank lines with them, are one entry. */
function leftOver(witness: Witness, covered: readonly boolean[]): readonly Remainder[] {
  const found: Remainder[] = [];
  let line = 1;
  for (const [at, char] of witness.chars.entries()) {
    if (covered[at] !== true) {
      if (char !== '\n' && char !== ' ') {
        throw new Error(`line ${String(line)}: nothing accounts for ${char}`);
      }
      const kind = char === '\n' ? 'line-end' : 'space';
      const last = found.at(-1);
      if (last?.end === at && last.class === 'line-end' && kind === 'line-end') {
        found[found.length - 1] = { ...last, end: at + 1 };
      } else {
        found.push({ group: 'structure', class: kind, line, start: at, end: at + 1 });
      }
    }
    if (char === '\n') line += 1;
  }
  return found;
}

/**
 * Everything in the witness that is no segment's text. Together with the spans of the editions it
 * covers each code point once; anything counted twice or not at all stops the build.
 */
export function remainderOf(
  witness: Witness,
  declared: WorkDeclaration,
  marks: readonly Stretch[],
  spans: readonly Stretch[],
): readonly Remainder[] {
  const named: Remainder[] = [
    ...declared.setAside.flatMap(({ group, class: name, places }) =>
      places.map((place) => ({ group, class: name, ...locate(witness, place) })),
    ),
    ...marks.map((mark) => ({
      group: 'structure' as const,
      class: 'heading-mark' as const,
      ...mark,
    })),
  ];
  const covered: boolean[] = [];
  for (const stretch of [...named, ...spans]) {
    for (let at = stretch.start; at < stretch.end; at += 1) {
      if (covered[at] === true) throw new Error(`counted twice: ${textOf(witness, stretch)}`);
      covered[at] = true;
    }
  }
  return [...named, ...leftOver(witness, covered)].toSorted((a, b) => a.start - b.start);
}
