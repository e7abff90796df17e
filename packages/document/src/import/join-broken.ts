import { endsClause } from './characters.ts';
import { readMarker } from './marker.ts';
import { joinPassages, type Passage } from './passage.ts';

const LONGER_THAN_HEADING = 40;

/** Whether `after` goes on where `before` was broken off by furniture or the end of a page. */
function goesOn(before: Passage, after: Passage): boolean {
  if (before.kind === 'heading' || after.kind !== before.kind || after.marker !== '') return false;
  if (before.kind === 'cell' || before.source !== after.source) return false;
  if (endsClause(before.text) || readMarker(after.text).length > 0) return false;
  if (/^\p{Ll}/u.test(after.text))
    return after.interrupted || before.text.length > LONGER_THAN_HEADING;
  // Without small letters only an interruption and a long beginning tell a break from a heading.
  const isHan = /[\p{Script=Han}、，]$/u.test(before.text) && /^\p{Script=Han}/u.test(after.text);
  return isHan && after.interrupted && before.text.length > LONGER_THAN_HEADING;
}

/** Paragraphs that furniture or a page broke are one again. */
export function joinBroken(passages: readonly Passage[]): readonly Passage[] {
  const joined: Passage[] = [];
  for (const passage of passages) {
    const before = joined.at(-1);
    if (before !== undefined && goesOn(before, passage)) {
      joined[joined.length - 1] = joinPassages(before, passage, 'joined-across');
    } else joined.push(passage);
  }
  return joined;
}
