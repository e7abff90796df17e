import { numbers } from '../data/bodies.ts';

const words =
  `sovereignty network measure necessary infrastructure data protect law right citizen state order
   peace conflict charter force region standard review supply chain security develop balance wheel wing
   people report harmful content media child school youth culture terror crime fraud talent academy
   treaty norm dialogue address server root aid digital divide silk road platform share transparent`
    .split(/\s+/u)
    .filter(Boolean);

/**
 * So many notes of a flood: by turns words that nobody wrote before, and one text that is sent under
 * many names with a word changed.
 */
export function* floodBodies(
  count: number,
): Generator<{ readonly body: string; readonly at: string }> {
  const next = numbers();
  const pick = (): string => words[next(words.length)] ?? '';
  for (let n = 0; n < count; n += 1) {
    const own = Array.from({ length: 24 }, pick).join(' ');
    yield n % 2 === 0
      ? { body: `Number ${String(n)}: ${own}.`, at: '3.1.1.1' }
      : {
          body: `We who sign this ask that the sentence be read as it stands and as everybody reads it: no exception is named, and none is meant. Please publish our voice, ${pick()} ${String(n)}.`,
          at: '4.3.1.2',
        };
  }
}
